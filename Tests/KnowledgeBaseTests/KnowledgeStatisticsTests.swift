import FactCheckCore
import TestSupport
import Testing

@testable import KnowledgeBase

@Suite struct KnowledgeStatisticsTests {
  private let statistics: KnowledgeStatistics

  init() throws {
    let folder = try TemporaryFolder()
    try Fixture.write(to: folder)
    let beet = Fixture.entry("diet/beet-cures-warts", about: "beet").replacing(
      "due: 2027-11-22", with: "due: 2027-01-01")
    try folder.write(beet, to: "entries/diet/beet-cures-warts.yaml")
    statistics = KnowledgeStatistics(of: try KnowledgeSource(root: folder.path).entries.map(\.value))
  }

  @Test func `everything is counted by name`() {
    #expect(statistics.entries == 2)
    #expect(statistics.statements == 4)
    #expect(statistics.areas == [.init(name: "diet", count: 1), .init(name: "garden", count: 1)])
    #expect(statistics.verdicts.first == .init(name: "refuted", count: 2))
    #expect(statistics.harms.map(\.count) == [0, 2, 0])
    #expect(statistics.organizations == [.init(name: "herbs", count: 2), .init(name: "joints", count: 2)])
  }

  @Test func `the checked share is that of statements`() {
    #expect(statistics.checkedShare == 0.5)
    #expect(KnowledgeStatistics(of: []).checkedShare == 0)
  }

  @Test func `reviews due come longest overdue first`() throws {
    let day = try #require(CalendarDate("2027-11-22"))
    #expect(statistics.reviewsDue(by: day).map(\.entry) == ["diet/beet-cures-warts", "garden/nettle-tea-cures-gout"])
    #expect(statistics.reviewsDue(by: try #require(CalendarDate("2027-01-01"))).count == 1)
    #expect(statistics.reviewsDue(by: try #require(CalendarDate("2026-12-31"))) == [])
  }
}
