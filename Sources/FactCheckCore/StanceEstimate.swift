/// How likely a piece of evidence supports a claim, refutes it, or does neither. The three probabilities add up to 1.
public struct StanceEstimate: Hashable, Sendable {
  public enum Label: String, Hashable, Sendable, Codable, CaseIterable { case support, refute, neutral }

  public let support: Double
  public let refute: Double

  /// - Precondition: neither is negative, and together they are at most 1.
  public init(support: Double, refute: Double) {
    precondition(support >= 0 && refute >= 0 && support + refute <= 1, "probabilities of exclusive outcomes")
    self.support = support
    self.refute = refute
  }

  public var neutral: Double { 1 - support - refute }

  /// The most likely of the three; of equal ones `neutral`.
  public var label: Label {
    if support > max(refute, neutral) { .support } else if refute > max(support, neutral) { .refute } else { .neutral }
  }
}
