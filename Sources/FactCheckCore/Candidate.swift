/// A text of an entry that a claim can be compared with, and what it would mean to say the same.
public struct Phrasing: Hashable, Sendable, Codable {
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    case proposition
    case assertedAs = "asserted_as"
    case deniedAs = "denied_as"
    case notThis = "not_this"
    case statement
  }

  public let role: Role
  public let text: String

  public init(role: Role, text: String) {
    self.role = role
    self.text = text
  }
}

extension KnowledgeEntry {
  /// Everything of the entry that is searched: proposition, phrasings, near-misses and active statements, in this order.
  public var phrasings: [Phrasing] {
    [Phrasing(role: .proposition, text: proposition)]
      + assertedAs.map { Phrasing(role: .assertedAs, text: $0) }
      + deniedAs.map { Phrasing(role: .deniedAs, text: $0) }
      + notThis.map { Phrasing(role: .notThis, text: $0) }
      + statements.filter { $0.status == .active }.map { Phrasing(role: .statement, text: $0.text) }
  }
}

/// An entry that may be about a claim.
public struct Candidate: Hashable, Sendable {
  public let entry: KnowledgeEntry
  /// Higher is nearer; comparable only among the candidates of one search.
  public let score: Double
  /// The phrasing that was found first.
  public let matched: Phrasing
  /// How near each text of the entry is to the claim, in the order of ``KnowledgeEntry/phrasings``: cosines from -1 to
  /// 1. Empty without a language model.
  public let similarities: [Double]

  public init(entry: KnowledgeEntry, score: Double, matched: Phrasing, similarities: [Double] = []) {
    self.entry = entry
    self.score = score
    self.matched = matched
    self.similarities = similarities
  }
}
