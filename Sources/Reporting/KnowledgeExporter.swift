public import FactCheckCore

/// Writes the whole knowledge base for other programs.
public struct KnowledgeExporter: Sendable {
  public enum Format: String, Sendable, CaseIterable {
    /// Entries and organizations with all that their files hold.
    case json
    /// A row for each statement (RFC 4180).
    case csv
    /// A schema.org `DataFeed` with a `ClaimReview` for each entry.
    case claimReview = "claimreview"
  }

  private let licences: Set<Statement.Licence>

  /// - Parameter licences: statements under other licences are left out, and so are entries that have none of these.
  public init(licences: Set<Statement.Licence> = Set(Statement.Licence.allCases)) { self.licences = licences }

  /// - Parameters:
  ///   - entries: what to write, in order.
  ///   - organizations: the bodies that the entries name.
  ///   - digest: which state of the knowledge base this is.
  ///   - format: in which form.
  /// - Returns: the text, ending in a line feed.
  /// - Throws: what `JSONEncoder` throws.
  public func render(
    _ entries: [KnowledgeEntry], organizations: [Organization], digest: String, as format: Format
  ) throws -> String {
    let kept = entries.compactMap(filtered)
    let named = Set(kept.flatMap { $0.statements.map(\.organization) })
    let bodies = organizations.filter { named.contains($0.id) }
    switch format {
    case .json:
      let export = KnowledgeExport(digest: digest, organizations: bodies, entries: kept)
      return try JSONReporter(.pretty).render(export) + "\n"
    case .csv:
      return StatementTable(entries: kept, organizations: bodies).text
    case .claimReview:
      return try JSONReporter(.pretty).render(ClaimReviewFeed(entries: kept, organizations: bodies)) + "\n"
    }
  }

  private func filtered(_ entry: KnowledgeEntry) -> KnowledgeEntry? {
    var kept = entry
    kept.statements.removeAll { !licences.contains($0.licence) }
    return kept.statements.isEmpty ? nil : kept
  }
}

/// The schema `vetted.knowledge/1`.
private struct KnowledgeExport: Encodable {
  let schema = "vetted.knowledge/1"
  let digest: String
  let organizations: [Organization]
  let entries: [KnowledgeEntry]
}
