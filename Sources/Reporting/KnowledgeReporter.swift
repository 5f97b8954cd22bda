public import FactCheckCore

/// Writes about the knowledge base for reading in a terminal.
public struct KnowledgeReporter: Sendable {
  public init() {}

  /// An entry with its statements.
  ///
  /// - Parameters:
  ///   - entry: what to show.
  ///   - organizations: the bodies by id.
  /// - Returns: several lines, the last ending in a line feed.
  public func render(_ entry: KnowledgeEntry, organizations: [String: Organization]) -> String {
    var text = "\(entry.id)\n  \(entry.proposition)\n"
    text += "  verdict: \(entry.verdict.rawValue), strength: \(entry.strength.rawValue), harm: \(entry.harm.rawValue), "
    text += "for: \(entry.population.who), review due: \(entry.review.due)\n"
    text += section("said as", entry.assertedAs) + section("denied as", entry.deniedAs) + section("not this", entry.notThis)
    text += "  statements\n"
    for statement in entry.statements {
      let name = organizations[statement.organization]?.name ?? statement.organization
      let dates = [statement.published.map { "published \($0)" }, statement.checked.map { "read \($0.on)" }]
      let details = [statement.stance.rawValue, statement.status.rawValue] + dates.compactMap { $0 }
      text += "    • \(name) (\(details.joined(separator: ", ")))\n      \(statement.text)\n"
      if let why = statement.why { text += "      \(statement.since.map { "since \($0): " } ?? "")\(why)\n" }
      if let url = DeepLink.url(of: statement) { text += "      \(url)\n" }
    }
    return text
  }

  /// Candidates of a search, a line each.
  public func render(_ candidates: [Candidate]) -> String {
    guard !candidates.isEmpty else { return "nothing found\n" }
    return candidates.map { candidate in
      let score = (candidate.score * 10).rounded() / 10
      return "\(score)  \(candidate.entry.id) [\(candidate.entry.verdict.rawValue)]  \(candidate.entry.proposition)\n"
    }.joined()
  }

  /// Tables with a heading each.
  public func render(tables: [(heading: String, rows: [(name: String, value: String)])]) -> String {
    tables.map { "\($0.heading)\n\(TextTable(rows: $0.rows).text)" }.joined(separator: "\n")
  }

  private func section(_ name: String, _ lines: [String]) -> String {
    lines.isEmpty ? "" : "  \(name)\n" + lines.map { "    - \($0)\n" }.joined()
  }
}
