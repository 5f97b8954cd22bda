public import FactCheckCore

/// What a knowledge base consists of, in numbers.
public struct KnowledgeStatistics: Hashable, Sendable {
  /// The share of one name among all.
  public struct Count: Hashable, Sendable {
    public let name: String
    public let count: Int
  }

  public let entries: Int
  public let statements: Int
  /// How many statements have a page that was really read.
  public let checkedStatements: Int
  /// Entries by area, verdict and harm, in the order of the names or of the enumeration.
  public let areas: [Count]
  public let verdicts: [Count]
  public let harms: [Count]
  /// Statements by organization, the most first.
  public let organizations: [Count]
  private let reviews: [ReviewDue]

  /// When an entry has to be reviewed.
  public struct ReviewDue: Hashable, Sendable {
    public let entry: String
    public let due: CalendarDate
  }

  public init(of entries: [KnowledgeEntry]) {
    let statements = entries.flatMap(\.statements)
    self.entries = entries.count
    self.statements = statements.count
    checkedStatements = statements.count { $0.checked != nil }
    areas = Self.counts(of: entries.map { String($0.area) }).sorted { $0.name < $1.name }
    verdicts = KnowledgeEntry.Verdict.allCases.map { verdict in
      Count(name: verdict.rawValue, count: entries.count { $0.verdict == verdict })
    }
    harms = KnowledgeEntry.Harm.allCases.map { harm in
      Count(name: harm.rawValue, count: entries.count { $0.harm == harm })
    }
    organizations = Self.counts(of: statements.map(\.organization)).sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    reviews = entries.map { ReviewDue(entry: $0.id, due: $0.review.due) }
      .sorted { ($0.due, $0.entry) < ($1.due, $1.entry) }
  }

  /// The share of statements whose page was really read, from 0 to 1; 0 when there are none.
  public var checkedShare: Double { statements == 0 ? 0 : Double(checkedStatements) / Double(statements) }

  /// The entries to be reviewed until the end of a day, the longest overdue first.
  public func reviewsDue(by day: CalendarDate) -> [ReviewDue] { reviews.filter { $0.due <= day } }

  private static func counts(of names: [String]) -> [Count] {
    Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +).map { Count(name: $0.key, count: $0.value) }
  }
}
