public import FactCheckCore

/// Reads a claim beside evidence: does the evidence support or refute it, or neither?
public struct StanceModel: StanceEstimating {
  private let tokenizer: WordPieceTokenizer
  private let encoder: Encoder
  private let classifier: ClassifierHead
  private let temperature: Float
  private let threads: Int

  /// The most tokens that are read at once; longer evidence is read in windows.
  private static let limit = 256

  init(
    tokenizer: WordPieceTokenizer, weights: [Safetensors], temperature: Float, threads: Int
  ) throws(LanguageModelError) {
    self.tokenizer = tokenizer
    encoder = try Encoder(.miniLM(), weights: weights)
    classifier = try ClassifierHead(
      "classifier", classes: 3, hiddenSize: encoder.configuration.hiddenSize, weights: weights)
    self.temperature = temperature
    self.threads = threads
  }

  /// Of long evidence what the window says that is least neutral.
  ///
  /// - Throws: ``LanguageModelError``
  public func estimates(of pairs: [ClaimEvidencePair]) throws -> [StanceEstimate] {
    try pairs.concurrentChunks(threads) { pairs in
      let windows = pairs.map { tokenizer.sequences(for: $0.claim, $0.evidence, limit: Self.limit) }
      var vectors = try encoder.vectors(of: windows.flatMap(\.self), by: .first)[...]
      return windows.map { windows in
        let own = vectors.prefix(windows.count).map(estimate)
        vectors = vectors.dropFirst(windows.count)
        return own.min { $0.neutral < $1.neutral } ?? StanceEstimate(support: 0, refute: 0)
      }
    }
  }

  /// The classes are support, refute and neutral, in the order of `Training/stance_data.py`.
  private func estimate(of vector: [Float]) -> StanceEstimate {
    let shares = softmax(classifier.logits(of: vector).map { $0 / temperature }).map(Double.init)
    // In single precision the three may add up to a little more than 1.
    let total = max(1, shares.reduce(0, +))
    return StanceEstimate(support: shares[0] / total, refute: shares[1] / total)
  }
}
