public import FactCheckCore

/// Writes about the knowledge base for reading in a terminal.
public struct KnowledgeReporter: Sendable {
  private let width: Int

  /// - Parameter width: the number of columns to fit.
  public init(width: Int = 100) { self.width = max(40, width) }

  /// An entry with its statements.
  ///
  /// - Parameters:
  ///   - entry: what to show.
  ///   - organizations: the bodies by id.
  /// - Returns: several lines, the last ending in a line feed.
  public func render(_ entry: KnowledgeEntry, organizations: [String: Organization]) -> String {
    let properties = [
      "verdict: \(entry.verdict.rawValue)", "strength: \(entry.strength.rawValue)", "harm: \(entry.harm.rawValue)",
      "for: \(entry.population.who)", "review due: \(entry.review.due)",
    ]
    let lines =
      [entry.id] + entry.proposition.wrapped(width: width, indent: "  ")
      + properties.joined(separator: ", ").wrapped(width: width, indent: "  ")
      + section("said as", entry.assertedAs) + section("denied as", entry.deniedAs)
      + section("not this", entry.notThis) + ["  statements"]
      + entry.statements.flatMap { self.lines(for: $0, organizations: organizations) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func lines(for statement: Statement, organizations: [String: Organization]) -> [String] {
    let name = organizations[statement.organization]?.name ?? statement.organization
    let published = statement.published.map { "published \($0)" }
    let read = statement.checked.map { "read \($0.on)" } ?? "page not read yet"
    let details = [statement.stance.rawValue, statement.status.rawValue, published, read]
    let heading = ([name] + details.compactMap(\.self)).joined(separator: ", ")
    let why = statement.why.map { why in statement.since.map { "since \($0): \(why)" } ?? why }
    return heading.wrapped(width: width, bullet: "    • ") + statement.text.wrapped(width: width, indent: "      ")
      + (why?.wrapped(width: width, indent: "      ") ?? [])
      + (DeepLink.url(of: statement).map { ["      \($0)"] } ?? [])
  }

  /// Candidates of a search with their scores, the best first.
  public func render(_ candidates: [Candidate]) -> String {
    guard !candidates.isEmpty else { return "nothing found\n" }
    return candidates.flatMap { candidate in
      let score = "\((candidate.score * 10).rounded() / 10)"
      let text = "\(candidate.entry.id), \(candidate.entry.verdict.rawValue): \(candidate.entry.proposition)"
      let gap = String(repeating: " ", count: max(0, 5 - score.count))
      return text.wrapped(width: width, bullet: "\(gap)\(score)  ")
    }.map { $0 + "\n" }.joined()
  }

  /// Tables with a heading each.
  public func render(tables: [(heading: String, rows: [(name: String, value: String)])]) -> String {
    tables.map { "\($0.heading)\n\(TextTable(rows: $0.rows).text)" }.joined(separator: "\n")
  }

  private func section(_ name: String, _ texts: [String]) -> [String] {
    texts.isEmpty ? [] : ["  \(name)"] + texts.flatMap { $0.wrapped(width: width, bullet: "    - ") }
  }
}
