/// How a claim stands towards the proposition of an entry.
public struct StanceJudgement: Hashable, Sendable {
  public enum Relation: String, Hashable, Sendable, Codable {
    /// Says that the proposition is true.
    case asserts
    /// Says that it is false.
    case denies
    /// Says more than the proposition: cures for relieves, causes for linked, everyone for some.
    case exceeds
    /// Is about something else, or says too little to tell.
    case neither
  }

  public let relation: Relation
  /// The probability that ``relation`` is right, from 0 to 1.
  public let confidence: Double
  /// In what the claim and the entry differ.
  public let facets: [Facet]
  /// The phrasing of the entry that decided.
  public let phrasing: Phrasing

  public init(relation: Relation, confidence: Double, facets: [Facet] = [], phrasing: Phrasing) {
    self.relation = relation
    self.confidence = confidence
    self.facets = facets
    self.phrasing = phrasing
  }
}

/// An entry with how a claim stands towards it.
public struct EntryJudgement: Hashable, Sendable {
  public let entry: KnowledgeEntry
  public let stance: StanceJudgement

  public init(entry: KnowledgeEntry, stance: StanceJudgement) {
    self.entry = entry
    self.stance = stance
  }
}

/// One way in which a claim differs from what is vetted.
public enum Facet: String, Hashable, Sendable, Codable, CaseIterable {
  case negation
  /// May → does.
  case certainty
  /// Relieves → cures; correlation → causation.
  case strength
  /// Dose, percentage, count, unit.
  case quantity
  /// Children, pregnant, everyone.
  case population
  case timing
  /// Raises ↔ lowers.
  case direction
  case comparison
  case relativeRisk = "relative-risk"
}
