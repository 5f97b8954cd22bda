import KnowledgeBase
import TestSupport
import Testing

@Suite struct FeedLinterTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Fixture.write(to: folder)
    try folder.write(Self.feed, to: "feeds/joints-alerts.yaml")
  }

  private static let feed = """
    id: joints-alerts
    name: Alerts of the Society for Joints
    url: https://joints.example/alerts.rss
    format: rss
    organization: joints
    kind: alerts
    gate: notice
    link_hosts: [joints.example, www.joints.example]
    stale_after_days: 90

    """

  private func findings() throws -> [LintFinding] {
    EntryLinter().findings(in: try KnowledgeSource(root: folder.path), today: try #require(Fixture.today))
  }

  @Test func `a faultless feed has no findings`() throws {
    #expect(try findings() == [])
    try folder.write(Self.feed.replacing("notice", with: "proposal") + "pages: true\n", to: "feeds/joints-alerts.yaml")
    #expect(try findings() == [])
  }

  @Test(arguments: [
    ("organization: joints", "organization: joint", "organization-known", "did you mean “joints”?"),
    ("link_hosts: [joints.example, www.joints.example]\n", "", "schema", "“link_hosts” is missing: add it"),
    ("[joints.example, www.joints.example]", "[]", "feed-link-hosts", "name the domains"),
    (
      "[joints.example, www.joints.example]", "[https://joints.example/]", "feed-link-hosts",
      "write it in lower case and"
    ),
    ("[joints.example, www.joints.example]", "[joints]", "feed-link-hosts", "no domain name"),
    ("link_hosts:", "linkhosts:", "unknown-key", "did you mean “link_hosts”?"),
    ("stale_after_days: 90", "stale_after_days: 90\nlanguage: en", "unknown-key", "remove it; the keys here are"),
    ("kind: alerts", "kind: alert", "schema", "did you mean “alerts”?"),
    ("gate: notice", "gate: notices", "schema", "did you mean “notice”?"),
    ("format: rss", "format: rdf", "schema", "write one of rss, atom"),
    ("kind: alerts", "kind: news", "feed-gate", "write “gate: proposal”, or correct “kind”"),
    ("stale_after_days: 90", "stale_after_days: 90\npages: true", "feed-gate", "remove “pages”"),
    ("stale_after_days: 90", "stale_after_days: 90\npages: sometimes", "schema", "write true or false"),
    ("stale_after_days: 90", "stale_after_days: 0", "feed-stale-after", "write how many days"),
    ("https://joints.example/", "http://joints.example/", "feed-address", "use the https address"),
    ("https://joints.example/", "joints.example/", "feed-address", "write the feed's https address"),
    ("id: joints-alerts", "id: joints-news", "id", "make them agree"),
  ])
  func `each fault is found with how to mend it`(old: String, new: String, rule: String, mend: String) throws {
    #expect(Self.feed.contains(old))
    try folder.write(Self.feed.replacing(old, with: new), to: "feeds/joints-alerts.yaml")
    let findings = try findings()
    #expect(findings.contains { $0.rule == rule && $0.message.contains(mend) }, "\(findings.map(\.description))")
    #expect(findings.allSatisfy { $0.path.hasSuffix("feeds/joints-alerts.yaml") })
  }

  @Test(arguments: ["https://joints.example/alerts.rss", "http://Joints.example/alerts.rss/"])
  func `two feeds may not have the same address`(url: String) throws {
    let other = Self.feed.replacing("id: joints-alerts", with: "id: joints-news")
      .replacing("https://joints.example/alerts.rss", with: url)
    try folder.write(other, to: "feeds/joints-news.yaml")
    let found = try findings().filter { $0.rule == "feed-repeated" }
    #expect(found.map(\.line) == [3, 3])
    #expect(found.first?.message.contains("feeds/joints-news.yaml has the same address: keep one") == true)
  }

  @Test func `another path is another feed`() throws {
    let other = Self.feed.replacing("id: joints-alerts", with: "id: joints-news")
      .replacing("alerts.rss", with: "ALERTS.rss")
    try folder.write(other, to: "feeds/joints-news.yaml")
    #expect(try findings() == [])
  }
}
