public import FactCheckCore

/// Checks all files of a knowledge base in one run.
public struct EntryLinter: Sendable {
  private let rules: [LintRule]

  /// - Parameter rules: what is checked besides the form of the files.
  public init(rules: [LintRule] = LintRule.all) { self.rules = rules }

  /// Everything that is wrong, by file and line.
  public func findings(in source: KnowledgeSource, today: CalendarDate) -> [LintFinding] {
    let context = LintContext(source, today: today)
    let inEntries = source.entries.flatMap { findings(in: $0, context) }
    let feeds = FeedLinter(source, context)
    let inFeeds = source.feeds.flatMap { feeds.findings(in: $0) }
    return (source.findings + inEntries + inFeeds + Self.brokenReferences(in: source, context)).sorted()
  }

  private func findings(in file: EntryFile, _ context: LintContext) -> [LintFinding] {
    rules.flatMap { rule in
      rule.issues(file.value, context).map { issue in
        issue.finding(of: rule.name, path: file.path, line: file.line(of: issue.field))
      }
    }
  }

  /// Organizations and retired entries that name what is not there.
  private static func brokenReferences(in source: KnowledgeSource, _ context: LintContext) -> [LintFinding] {
    let ids = Set(source.entries.map(\.id)).union(context.retiredIDs)
    let bodies = source.organizations.compactMap { file in
      file.value.parent.flatMap { unknown($0, at: file.line(of: "parent"), of: file.path, context) }
    }
    let retired = source.retired.filter { $0.value.replacedBy.map { !ids.contains($0) } ?? false }
    return bodies
      + retired.map { file in
        LintFinding(
          path: file.path, line: file.line(of: "retired.replaced_by"), rule: "replaced-by", severity: .error,
          message: "there is no entry “\(file.value.replacedBy ?? "")”: correct the id")
      }
  }

  private static func unknown(
    _ organization: String, at line: Int, of path: String, _ context: LintContext
  ) -> LintFinding? {
    guard context.organizations[organization] == nil else { return nil }
    return LintFinding(
      path: path, line: line, rule: LintRule.organizationKnown.name, severity: .error,
      message: context.unknownOrganization(organization))
  }
}
