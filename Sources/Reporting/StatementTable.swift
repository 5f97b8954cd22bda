import FactCheckCore

/// Statements as comma-separated values: a heading, then a row for each statement (RFC 4180).
struct StatementTable {
  private static let heading = [
    "entry", "proposition", "verdict", "strength", "population", "harm", "organization", "organization_name", "stance",
    "status", "text", "url", "published", "checked_on", "checked_of", "licence", "why", "since", "review_due",
  ]

  let text: String

  init(entries: [KnowledgeEntry], organizations: [Organization]) {
    let names = Dictionary(organizations.map { ($0.id, $0.name) }) { first, _ in first }
    let rows = entries.flatMap { entry in
      entry.statements.map { Self.row(for: $0, of: entry, name: names[$0.organization] ?? "") }
    }
    text = ([Self.heading] + rows).map { $0.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func row(for statement: Statement, of entry: KnowledgeEntry, name: String) -> [String] {
    let about = [
      entry.id, entry.proposition, entry.verdict.rawValue, entry.strength.rawValue, entry.population.who,
      entry.harm.rawValue,
    ]
    let said = [
      statement.organization, name, statement.stance.rawValue, statement.status.rawValue, statement.text,
      statement.url ?? "", statement.published?.description ?? "",
    ]
    let record = [
      statement.checked?.on.description ?? "", statement.checked?.of ?? "", statement.licence.rawValue,
      statement.why ?? "", statement.since?.description ?? "", entry.review.due.description,
    ]
    return about + said + record
  }

  private static func field(_ value: String) -> String {
    // A carriage return and a line feed are one character in Swift.
    let needsQuotes = value.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard needsQuotes else { return value }
    return "\"" + value.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
