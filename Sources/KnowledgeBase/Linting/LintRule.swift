public import FactCheckCore

/// One check of an entry.
///
/// To add a rule, write a static member in the `LintRule+….swift` that fits and put it in ``all``.
public struct LintRule: Sendable {
  /// In kebab case; it is printed with each finding.
  public let name: String
  let issues: @Sendable (KnowledgeEntry, LintContext) -> [LintIssue]

  /// Makes a rule of a function that tells what is wrong with an entry.
  public init(_ name: String, issues: @escaping @Sendable (KnowledgeEntry, LintContext) -> [LintIssue]) {
    self.name = name
    self.issues = issues
  }

  /// Every rule that needs nothing but the files.
  public static let all: [LintRule] = [
    idReused,
    propositionForm, population,
    phrasingCount, phrasingForm, phrasingRepeated, phrasingShared,
    organizationKnown, statementText, statementAddress, statementQuote, statementLicence, statementStatus,
    statementCheck, statementDates,
    reviewDates, reviewDue,
    verdictStances, verdictBodies, verdictStrength,
  ]
}

/// What a rule found, before it is known on which line.
public struct LintIssue: Hashable, Sendable {
  /// The place of the field, such as `statements[0].text`.
  public let field: String
  public let severity: LintFinding.Severity
  /// What is wrong and how to mend it.
  public let message: String

  public init(at field: String, severity: LintFinding.Severity = .error, _ message: String) {
    self.field = field
    self.severity = severity
    self.message = message
  }

  func finding(of rule: String, path: String, line: Int) -> LintFinding {
    LintFinding(path: path, line: line, rule: rule, severity: severity, message: message)
  }
}

/// What the rules know besides the entry.
public struct LintContext: Sendable {
  /// By id.
  public let organizations: [String: Organization]
  public let retiredIDs: Set<String>
  /// Normalised phrasings that assert or deny, each with the ids of the entries that have it.
  let phrasingOwners: [String: [String]]
  public let today: CalendarDate

  init(_ source: KnowledgeSource, today: CalendarDate) {
    self.today = today
    organizations = Dictionary(
      source.organizations.map { ($0.id, $0.value) }, uniquingKeysWith: { first, _ in first })
    retiredIDs = Set(source.retired.map(\.id))
    var owners: [String: [String]] = [:]
    for entry in source.entries.map(\.value) {
      for phrase in Set(entry.claimedPhrasings.map { $0.text.normalisedPhrasing }) {
        owners[phrase, default: []].append(entry.id)
      }
    }
    phrasingOwners = owners
  }
}
