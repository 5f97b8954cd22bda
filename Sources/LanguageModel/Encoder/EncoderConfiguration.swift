/// The dimensions of a BERT encoder.
public struct EncoderConfiguration: Hashable, Sendable {
  /// Pieces in the vocabulary.
  public let vocabularySize: Int
  /// The most tokens that are read at once.
  public let positionCount: Int
  /// Kinds of text in one sequence: two, for the first and the second of a pair.
  public let segmentCount: Int
  public let layerCount: Int
  /// The length of a token's vector.
  public let hiddenSize: Int
  /// Heads of attention, each `hiddenSize / headCount` wide.
  public let headCount: Int
  /// The length of the vector in the middle of the feed-forward part.
  public let innerSize: Int
  /// What is added to the variance before the root in layer normalisation.
  public let layerNormEpsilon: Float

  /// - Throws: ``LanguageModelError/unusableConfiguration(reason:)`` when a dimension is below one or the heads do not
  ///   divide the hidden size.
  public init(
    vocabularySize: Int, positionCount: Int, segmentCount: Int = 2, layerCount: Int, hiddenSize: Int, headCount: Int,
    innerSize: Int, layerNormEpsilon: Float = 1e-12
  ) throws(LanguageModelError) {
    let dimensions = [vocabularySize, positionCount, segmentCount, layerCount, hiddenSize, headCount, innerSize]
    guard dimensions.allSatisfy({ $0 > 0 }) else {
      throw .unusableConfiguration(reason: "every dimension must be one at least: \(dimensions)")
    }
    guard hiddenSize.isMultiple(of: headCount) else {
      throw .unusableConfiguration(reason: "\(headCount) heads do not divide a hidden size of \(hiddenSize)")
    }
    self.vocabularySize = vocabularySize
    self.positionCount = positionCount
    self.segmentCount = segmentCount
    self.layerCount = layerCount
    self.hiddenSize = hiddenSize
    self.headCount = headCount
    self.innerSize = innerSize
    self.layerNormEpsilon = layerNormEpsilon
  }

  /// MiniLM-L6-H384-uncased (Wang et al. 2020, arXiv:2002.10957; every second layer of its twelve).
  public static func miniLM() throws(LanguageModelError) -> EncoderConfiguration {
    try EncoderConfiguration(
      vocabularySize: 30_522, positionCount: 512, layerCount: 6, hiddenSize: 384, headCount: 12, innerSize: 1536)
  }
}
