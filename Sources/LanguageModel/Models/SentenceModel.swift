public import FactCheckCore
import Foundation

/// Reads single sentences: are they worth a check, who says it, and what do they mean.
///
/// One encoder serves both: the mean of the tokens' vectors stands for the meaning, the vector of `[CLS]` goes to the heads
/// `claim` and `attribution`.
public struct SentenceModel: TextEmbedding, SentenceAssessing {
  public let digest: String
  private let tokenizer: WordPieceTokenizer
  private let encoder: Encoder
  private let claim: ClassifierHead
  private let attribution: ClassifierHead
  private let temperature: Float
  private let threads: Int

  /// The classes of the head `attribution`, in the order of `Training/sentence_data.py`.
  private static let attributions: [Attribution] = [
    .asserted, .questioned, .denied, .reported, .figurative, .personal,
  ]
  /// The most tokens that are read at once; longer texts are read in windows.
  private static let limit = 256

  init(
    tokenizer: WordPieceTokenizer, weights: [Safetensors], digest: String, temperature: Float, threads: Int
  ) throws(LanguageModelError) {
    self.tokenizer = tokenizer
    encoder = try Encoder(.miniLM(), weights: weights)
    let size = encoder.configuration.hiddenSize
    claim = try ClassifierHead("claim", classes: 1, hiddenSize: size, weights: weights)
    attribution = try ClassifierHead(
      "attribution", classes: Self.attributions.count, hiddenSize: size, weights: weights)
    self.digest = digest
    self.temperature = temperature
    self.threads = threads
  }

  /// The mean of the tokens' vectors, of a long text that of its windows.
  ///
  /// - Throws: ``LanguageModelError``
  public func vectors(of texts: [String]) throws -> [[Float]] {
    try texts.concurrentChunks(threads) { texts in
      try encoder.textVectors(of: texts.map { tokenizer.sequences(for: $0, limit: Self.limit) })
    }
  }

  /// Of a long text the impression of the window that is most worth a check.
  ///
  /// - Throws: ``LanguageModelError``
  public func impressions(of texts: [String]) throws -> [SentenceImpression] {
    try texts.concurrentChunks(threads) { texts in
      let windows = texts.map { tokenizer.sequences(for: $0, limit: Self.limit) }
      var vectors = try encoder.vectors(of: windows.flatMap(\.self), by: .first)[...]
      return windows.map { windows in
        let own = vectors.prefix(windows.count).map(impression)
        vectors = vectors.dropFirst(windows.count)
        return own.max { $0.checkworthiness < $1.checkworthiness }
          ?? SentenceImpression(checkworthiness: 0, attributions: [.asserted: 1])
      }
    }
  }

  private func impression(of vector: [Float]) -> SentenceImpression {
    let logit = claim.logits(of: vector)[0] / temperature
    let shares = softmax(attribution.logits(of: vector)).map(Double.init)
    return SentenceImpression(
      checkworthiness: Double(1 / (1 + exp(-logit))),
      attributions: Dictionary(zip(Self.attributions, shares)) { first, _ in first })
  }
}
