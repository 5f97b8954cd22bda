// What the stages ask of language models. The pipeline hands the models in; the stages do not know how they work.

/// Turns texts into vectors: the nearer the meanings, the larger the product of the vectors.
public protocol TextEmbedding: Sendable {
  /// What tells the vectors of this model from those of others.
  var digest: String { get }

  /// One vector of length one for each text, in order.
  func vectors(of texts: [String]) throws -> [[Float]]
}

/// Tells whether a sentence is worth a check, and who says it.
public protocol SentenceAssessing: Sendable {
  /// One impression for each text, in order.
  func impressions(of texts: [String]) throws -> [SentenceImpression]
}

/// What a model makes of a sentence by itself.
public struct SentenceImpression: Hashable, Sendable {
  /// The probability that the sentence says something medical that could be checked.
  public let checkworthiness: Double
  /// The probability of each attribution; they add up to 1.
  public let attributions: [Attribution: Double]

  public init(checkworthiness: Double, attributions: [Attribution: Double]) {
    self.checkworthiness = checkworthiness
    self.attributions = attributions
  }
}

/// Tells how claims stand towards pieces of evidence.
public protocol StanceEstimating: Sendable {
  /// One estimate for each pair, in order.
  func estimates(of pairs: [ClaimEvidencePair]) throws -> [StanceEstimate]
}

/// A claim beside what may support or refute it.
public struct ClaimEvidencePair: Hashable, Sendable {
  public let claim: String
  public let evidence: String

  public init(claim: String, evidence: String) {
    self.claim = claim
    self.evidence = evidence
  }
}
