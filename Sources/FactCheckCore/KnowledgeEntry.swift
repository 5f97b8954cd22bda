/// One testable proposition and what professional organizations say of it.
///
/// The form of the files is described in `KnowledgeBase/README.md`.
public struct KnowledgeEntry: Hashable, Sendable, Codable {
  /// `area/slug`, the path of the file; never reused.
  public var id: String
  /// Neutral, testable and affirmative.
  public var proposition: String
  public var verdict: Verdict
  public var strength: Strength
  public var population: Population
  public var harm: Harm
  /// How people say that the proposition is true.
  public var assertedAs: [String]
  /// How people say that the proposition is false.
  public var deniedAs: [String]
  /// True or different statements that look like the proposition.
  public var notThis: [String]
  public var statements: [Statement]
  /// Why the verdict may differ from what the active statements alone would give.
  public var conflict: String?
  public var review: Review

  public init(
    id: String, proposition: String, verdict: Verdict, strength: Strength = .none,
    population: Population = Population(),
    harm: Harm = .low, assertedAs: [String] = [], deniedAs: [String] = [], notThis: [String] = [],
    statements: [Statement], conflict: String? = nil, review: Review
  ) {
    self.id = id
    self.proposition = proposition
    self.verdict = verdict
    self.strength = strength
    self.population = population
    self.harm = harm
    self.assertedAs = assertedAs
    self.deniedAs = deniedAs
    self.notThis = notThis
    self.statements = statements
    self.conflict = conflict
    self.review = review
  }

  /// The first part of the id.
  public var area: Substring { id.prefix { $0 != "/" } }

  enum CodingKeys: String, CodingKey {
    case id, proposition, verdict, strength, population, harm, statements, conflict, review
    case assertedAs = "asserted_as"
    case deniedAs = "denied_as"
    case notThis = "not_this"
  }
}

extension KnowledgeEntry {
  /// What the organizations, taken together, say of the proposition.
  public enum Verdict: String, Hashable, Sendable, Codable, CaseIterable {
    case refuted, supported
    /// Organizations in good standing disagree, or say that it depends.
    case mixed
    /// Organizations say that the evidence is insufficient.
    case unsettled
  }

  /// The strongest relation that the statements grant.
  public enum Strength: String, Hashable, Sendable, Codable, CaseIterable {
    case causes, linked, prevents, cures, treats, relieves, recommended, safe, factual, none
    case increasesRisk = "increases-risk"
    case reducesRisk = "reduces-risk"
  }

  /// Whom the proposition is about.
  public struct Population: Hashable, Sendable, Codable {
    public var who: String
    public var not: [String]

    public init(who: String = "everyone", not: [String] = []) {
      self.who = who
      self.not = not
    }
  }

  /// What believing or acting on the wrong side could do to a person.
  public enum Harm: String, Hashable, Sendable, Codable, CaseIterable { case low, moderate, high }

  public struct Review: Hashable, Sendable, Codable {
    public var on: CalendarDate
    public var due: CalendarDate

    public init(on: CalendarDate, due: CalendarDate) {
      self.on = on
      self.due = due
    }
  }
}
