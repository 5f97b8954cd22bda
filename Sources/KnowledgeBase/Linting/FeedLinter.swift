import FactCheckCore

/// Checks the files of feeds.
struct FeedLinter {
  private let context: LintContext
  /// The ids of the feeds at each address.
  private let owners: [String: [String]]

  init(_ source: KnowledgeSource, _ context: LintContext) {
    self.context = context
    owners = Dictionary(grouping: source.feeds.map(\.value)) { Self.normalised($0.url) }.mapValues { $0.map(\.id) }
  }

  /// Everything that is wrong with a feed that could be read.
  func findings(in file: FeedFile) -> [LintFinding] {
    let feed = file.value
    let rules: [(name: String, issues: [LintIssue])] = [
      (LintRule.organizationKnown.name, organizationIssues(feed)), ("feed-address", addressIssues(feed)),
      ("feed-repeated", repetitionIssues(feed)), ("feed-link-hosts", linkHostIssues(feed)),
      ("feed-gate", gateIssues(feed)), ("feed-stale-after", staleIssues(feed)),
    ]
    return rules.flatMap { rule in
      rule.issues.map { issue in
        issue.finding(of: rule.name, path: file.path, line: file.line(of: issue.field))
      }
    }
  }

  private func organizationIssues(_ feed: Feed) -> [LintIssue] {
    guard context.organizations[feed.organization] == nil else { return [] }
    return [LintIssue(at: "organization", context.unknownOrganization(feed.organization))]
  }

  private func addressIssues(_ feed: Feed) -> [LintIssue] {
    if WebAddress.host(of: feed.url, scheme: "https") != nil { return [] }
    guard WebAddress.host(of: feed.url, scheme: "http") != nil else {
      return [LintIssue(at: "url", "“\(feed.url)” is no web address: write the feed's https address")]
    }
    return [
      LintIssue(
        at: "url", severity: .warning,
        "anybody on the way could change what comes over http: use the https address if there is one")
    ]
  }

  private func repetitionIssues(_ feed: Feed) -> [LintIssue] {
    (owners[Self.normalised(feed.url)] ?? []).filter { $0 != feed.id }.map { other in
      LintIssue(at: "url", "feeds/\(other).yaml has the same address: keep one of the two files")
    }
  }

  /// What two spellings of an address have in common: most sites serve the same over http and https, with or without a slash
  /// at the end.
  private static func normalised(_ url: String) -> String {
    let rest = url.firstRange(of: "://").map { url[$0.upperBound...] } ?? url[...]
    let host = rest.prefix { $0 != "/" }
    let path = rest.dropFirst(host.count)
    return host.lowercased() + (path.hasSuffix("/") ? path.dropLast() : path)
  }

  private func linkHostIssues(_ feed: Feed) -> [LintIssue] {
    if feed.linkHosts.isEmpty {
      return [
        LintIssue(at: "link_hosts", "items could lead anywhere: name the domains of the pages that they link to")
      ]
    }
    return feed.linkHosts.enumerated().filter { !WebAddress.isDomain($0.element) }.map { index, host in
      LintIssue(
        at: "link_hosts[\(index)]",
        "“\(host)” is no domain name: write it in lower case and without scheme and path, as in www.example.org")
    }
  }

  /// A notice is shown without review, so only alerts may become one; a page is read only for a proposal.
  private func gateIssues(_ feed: Feed) -> [LintIssue] {
    let notice = LintIssue(
      at: "gate",
      "only alerts may become notices, and this is “\(feed.kind.rawValue)”: write “gate: proposal”, or correct “kind”")
    let pages = LintIssue(
      at: "pages", severity: .warning, "pages are read for proposals only: remove “pages”, or write “gate: proposal”")
    return (feed.gate == .notice && feed.kind != .alerts ? [notice] : [])
      + (feed.readsPages && feed.gate != .proposal ? [pages] : [])
  }

  private func staleIssues(_ feed: Feed) -> [LintIssue] {
    guard feed.staleAfterDays == 0 else { return [] }
    return [
      LintIssue(
        at: "stale_after_days", "the feed would always count as dead: write how many days it is silent at the most")
    ]
  }
}
