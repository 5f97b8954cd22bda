/// A statement that a verdict rests on.
public struct Evidence: Hashable, Sendable {
  /// The id of the entry.
  public let entry: String
  /// How the claim stands towards the entry's proposition.
  public let relation: StanceJudgement.Relation
  /// How near the claim is to the entry, from 0 to 1.
  public let score: Double
  public let statement: Statement
  public let organization: Organization

  public init(
    entry: String, relation: StanceJudgement.Relation, score: Double, statement: Statement, organization: Organization
  ) {
    self.entry = entry
    self.relation = relation
    self.score = score
    self.statement = statement
    self.organization = organization
  }
}

/// At least one piece of evidence. There is no way to make an empty one: **no quote, no verdict**.
public struct Grounds: Hashable, Sendable {
  public let first: Evidence
  public let others: [Evidence]

  public init(_ first: Evidence, _ others: [Evidence] = []) {
    self.first = first
    self.others = others
  }

  /// - Returns: `nil` for an empty array.
  public init?(_ evidence: [Evidence]) {
    guard let first = evidence.first else { return nil }
    self.init(first, Array(evidence.dropFirst()))
  }

  public var all: [Evidence] { [first] + others }
}

/// What Vetted says about a claim. Each case but ``unsupported(_:nearest:)`` carries the statements it rests on and
/// cannot be made without them.
public enum Verdict: Hashable, Sendable {
  /// A vetted statement says the same.
  case supported(Grounds)
  /// A vetted statement says the opposite, or the claim repeats a refuted proposition.
  case contradicted(Grounds)
  /// The statements grant a weaker form only.
  case overstated(Grounds)
  /// Organizations in good standing disagree today.
  case disputed(affirming: Grounds, opposing: Grounds)
  /// It was the position of an organization until a date.
  case outdated(old: Grounds, current: Grounds)
  /// Nothing vetted says this.
  case unsupported(UnsupportedReason, nearest: [Evidence])
}

/// Why there is no verdict.
public enum UnsupportedReason: String, Hashable, Sendable, Codable, CaseIterable {
  /// The knowledge base has nothing on it.
  case topicNotCovered = "topic-not-covered"
  /// The topic is covered, this claim is not.
  case noMatchingStatement = "no-matching-statement"
  /// Organizations say that the evidence is insufficient.
  case evidenceUnsettled = "evidence-unsettled"
  /// It cannot be read without what stands elsewhere.
  case needsContext = "needs-context"
}

extension Verdict {
  /// The name of a verdict, as the report prints it.
  public enum Label: String, Hashable, Sendable, Codable, CaseIterable {
    case contradicted, overstated, disputed, outdated, supported, unsupported

    /// Whether a reader should look twice: the exit status tells of these.
    public var isFlagged: Bool { self == .contradicted || self == .overstated || self == .outdated }
  }

  public var label: Label {
    switch self {
    case .supported: .supported
    case .contradicted: .contradicted
    case .overstated: .overstated
    case .disputed: .disputed
    case .outdated: .outdated
    case .unsupported: .unsupported
    }
  }

  /// What the verdict rests on, the most telling first; empty only for `unsupported`.
  public var evidence: [Evidence] {
    switch self {
    case .supported(let grounds), .contradicted(let grounds), .overstated(let grounds): grounds.all
    case .disputed(let affirming, let opposing): affirming.all + opposing.all
    case .outdated(let old, let current): current.all + old.all
    case .unsupported: []
    }
  }

  /// Statements near the claim that do not decide it.
  public var nearest: [Evidence] {
    if case .unsupported(_, let nearest) = self { nearest } else { [] }
  }

  public var reason: UnsupportedReason? {
    if case .unsupported(let reason, _) = self { reason } else { nil }
  }
}
