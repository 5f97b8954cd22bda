import Foundation
import TestSupport
import Testing

/// What regulators warn of stands beside the verdicts.
@Suite struct NoticeTests {
  private let program: Program

  init() throws { program = try Program() }

  /// Refreshes a feed of alerts whose one item was published so many days ago.
  private func refresh(daysOld: Int) throws {
    let day = Date.now.addingTimeInterval(Double(-86_400 * daysOld)).formatted(.iso8601.year().month().day())
    let feed = """
      id: joints-alerts
      name: Safety alerts of the Joint Society
      url: https://joints.example/alerts.rss
      format: rss
      organization: joints
      kind: alerts
      gate: notice
      link_hosts: [joints.example]
      stale_after_days: 9000

      """
    let alerts = """
      <rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Alerts</title><item><guid>1</guid>
      <title>Nettle tea sold for gout is recalled</title><link>https://joints.example/alerts/1</link>
      <description>Bags of it hold a medicine that the label does not name.</description><dc:date>\(day)</dc:date>
      </item></channel></rss>
      """
    try program.folder.write(feed, to: "root/KnowledgeBase/feeds/joints-alerts.yaml")
    try program.folder.write(alerts, to: "alerts.rss")
    let outcome = try program.run(["refresh", "--file", "alerts.rss", "--as", "joints-alerts"])
    #expect(outcome.status == 0, "\(outcome)")
  }

  @Test func `a live notice stands beside the verdict and does not change it`() throws {
    let before = try program.run(["check", "--text", "Nettle tea cures gout."])
    try refresh(daysOld: 89)
    let after = try program.run(["check", "--text", "Nettle tea cures gout."])
    #expect(after.status == before.status)
    let lines = after.output.split(separator: "\n")
    let notice = lines.filter { !before.output.contains($0) }
    #expect(notice.count == 4, "\(after.output)")
    #expect(notice.first?.hasPrefix("  Unreviewed notice: Safety alerts of the Joint Society, 20") == true)
    #expect(
      notice.dropFirst().map { String($0) } == [
        "    Nettle tea sold for gout is recalled", "    Bags of it hold a medicine that the label does not name.",
        "    https://joints.example/alerts/1",
      ])
    let json = try program.run(["check", "--format", "json", "--text", "Nettle tea cures gout. Uric acid causes gout."])
    let report = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any]
    let claims = try #require(report?["claims"] as? [[String: Any]])
    #expect(
      claims.map { ($0["notices"] as? [[String: Any]])?.map { $0["title"] as? String } } == [
        ["Nettle tea sold for gout is recalled"], [],
      ])
    let listed = try program.run(["review", "notices"])
    #expect(listed.output.contains("names gout/nettle-tea"))
  }

  @Test func `a notice that has expired is not shown`() throws {
    try refresh(daysOld: 91)
    #expect(try !program.run(["check", "--text", "Nettle tea cures gout."]).output.contains("Unreviewed notice"))
  }
}
