import FactCheckCore
import KnowledgeBase
import KnowledgeRefresh
import TestSupport
import Testing
import WebFetching

@Suite struct FeedRefresherTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func refresh(
    _ pages: FakePages, gate: Feed.Gate = .proposal, kind: Feed.Kind = .guidelines, organization: String = "joints",
    isForced: Bool = false
  ) throws -> FeedReport {
    try workshop.refresher(pages).refresh(
      workshop.feed(gate: gate, kind: kind, organization: organization), isForced: isForced)
  }

  @Test(
    arguments: [
      ("Nettle tea brings lasting relief from gouty attacks", Proposal.Relation.conflicts, "gout/nettle-tea"),
      ("Cherry juice lowers uric acid in small trials", .new, nil),
    ] as [(String, Proposal.Relation, String?)])
  func `a sentence becomes a proposal with where it comes from`(
    sentence: String, relation: Proposal.Relation, entry: String?
  ) throws {
    let report = try refresh(FakePages([.feed(Workshop.rss([sentence]))]))
    #expect(report.outcome == .fetched)
    #expect(report.proposals == [relation: 1])
    let proposal = try #require(try workshop.store.proposals().first)
    #expect(proposal.sentence == sentence)
    #expect(proposal.relation == relation)
    #expect(proposal.entry == entry)
    #expect(proposal.source.link == "https://joints.example/0")
    #expect(proposal.source.published == CalendarDate(year: 2025, month: 11, day: 17))
    #expect(proposal.source.digest.count == 64)
  }

  @Test func `what the organization says already is no news`() throws {
    let report = try refresh(FakePages([.feed(Workshop.rss(["Nettle tea does not cure any painful gout attack"]))]))
    #expect(report.items == 1)
    #expect(try workshop.store.proposals().isEmpty)
  }

  @Test func `another organization that says the same agrees`() throws {
    let herbs = try workshop.entryText.replacing("organization: joints", with: "organization: others")
    try workshop.folder.write(herbs, to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    let report = try refresh(FakePages([.feed(Workshop.rss(["Nettle tea does not cure any painful gout attack"]))]))
    #expect(report.proposals == [.agrees: 1])
  }

  @Test func `questions are not proposed, nor are new sentences of health topics`() throws {
    let question = FakePages([.feed(Workshop.rss(["Nettle tea brings lasting relief from gouty attacks?"]))])
    #expect(try refresh(question).proposals == [:])
    let topic = FakePages([.feed(Workshop.rss(["Cherry juice lowers uric acid in small trials"]))])
    #expect(try refresh(topic, kind: .topics, isForced: true).proposals == [:])
  }

  @Test func `an item comes once, and again only when its text has changed`() throws {
    let pages = FakePages([.feed(Workshop.rss(["Cherry juice lowers uric acid in small trials"]))])
    #expect(try refresh(pages).items == 1)
    #expect(try refresh(pages, isForced: true).items == 0)
  }

  @Test func `a rewording does not come back, not even of what was rejected`() throws {
    _ = try refresh(FakePages([.feed(Workshop.rss(["Nettle tea brings lasting relief from gouty attacks"]))]))
    let proposal = try #require(try workshop.store.proposals().first)
    try workshop.desk().reject(proposal, reason: "an advertisement", by: "A")
    let reworded = FakePages([.feed(Workshop.rss(["Nettle tea: lasting relief from gouty attacks that it brings"]))])
    #expect(try refresh(reworded, isForced: true).proposals == [:])
    #expect(try workshop.store.proposals().isEmpty)
  }

  @Test(arguments: [
    "Nettle tea of 20 grams brings lasting relief from gouty attacks",
    "Nettle tea of 10 grams brings no lasting relief from gouty attacks",
  ])
  func `another number or the contrary is no rewording`(sentence: String) throws {
    let first = "Nettle tea of 10 grams brings lasting relief from gouty attacks"
    #expect(try refresh(FakePages([.feed(Workshop.rss([first, sentence]))])).proposals == [.conflicts: 2])
  }

  @Test func `validators are sent and kept, and an unchanged feed costs nothing`() throws {
    let first = FakePages([.feed(Workshop.rss(["Cherry juice lowers uric acid in small trials"]), etag: "\"1\"")])
    _ = try refresh(first)
    let second = FakePages([.notModified])
    #expect(try refresh(second, isForced: true).outcome == .unchanged)
    #expect(second.sent.map(\.etag) == ["\"1\""])
    #expect(try workshop.store.state(of: "news")?.validators.etag == "\"1\"")
  }

  @Test func `a feed is asked again only when it is due`() throws {
    let pages = FakePages([.feed(Workshop.rss(["Cherry juice lowers uric acid in small trials"]))])
    _ = try refresh(pages)
    #expect(try refresh(pages).outcome == .notDue)
    workshop.clock.move(by: 6 * 3600)
    #expect(try refresh(pages).outcome == .fetched)
  }

  @Test func `a clock that was set back keeps nothing waiting`() throws {
    let pages = FakePages([.feed(Workshop.rss(["Cherry juice lowers uric acid in small trials"]))])
    _ = try refresh(pages)
    workshop.clock.move(by: -400 * 86_400)
    #expect(try refresh(pages).outcome == .fetched)
    #expect(try refresh(pages).outcome == .notDue, "it need not catch up before the feed is left alone again")
    #expect(try workshop.store.proposals().count == 1)
  }

  @Test func `half an item is left until it is whole`() throws {
    let whole = Workshop.rss([
      "Cherry juice lowers uric acid", "Nettle tea cures gout, say advertisements that are wrong",
    ])
    let half = try #require(whole.firstRange(of: ", say"))
    let pages = FakePages([.feed(String(whole[..<half.lowerBound]), etag: "\"half\""), .feed(whole)])
    let report = try refresh(pages)
    #expect(report.items == 1)
    #expect(report.remarks.contains { $0.contains("ends within an element") }, "\(report.remarks)")
    #expect(try refresh(pages, isForced: true).items == 1)
    #expect(pages.sent == [Validators(), Validators()], "what is half known is asked for whole")
  }

  @Test func `what takes too long to read is left for the next refresh`() throws {
    let pages = FakePages([
      .feed(
        Workshop.rss(["Cherry juice lowers uric acid", "Ginger relieves nausea", "Honey soothes a cough"]),
        etag: "\"1\"")
    ])
    let slow = try workshop.refresher(
      pages,
      clock: { [clock = workshop.clock] in
        clock.move(by: 250)
        return clock.now
      })
    let report = try slow.refresh(workshop.feed())
    #expect(report.items == 2)
    #expect(report.remarks == ["left for the next refresh: 1 items"])
    workshop.clock.move(by: 3600)
    #expect(try refresh(pages).items == 1)
    #expect(pages.sent == [Validators(), Validators()])
    #expect(try workshop.store.proposals().count == 3)
  }

  @Test func `what fails is asked later and later, and as the server wishes`() throws {
    let failing = FakePages([.status(500)])
    let start = workshop.clock.now
    #expect(try refresh(failing).outcome == .failed)
    #expect(try workshop.store.state(of: "news")?.due == start + 900 + 225)
    _ = try refresh(failing, isForced: true)
    #expect(try workshop.store.state(of: "news")?.due == start + 1800 + 450)
    _ = try refresh(FakePages([.status(503, retryAfter: "7200")]), isForced: true)
    #expect(try workshop.store.state(of: "news")?.due == start + 7200)
    _ = try refresh(FakePages([.feed(Workshop.rss(["Cherry juice lowers uric acid"]))]), isForced: true)
    #expect(try workshop.store.state(of: "news")?.failures == 0)
  }

  @Test func `a feed that is gone for good is retired and asked no more`() throws {
    #expect(try refresh(FakePages([.status(410)])).outcome == .retired)
    let pages = FakePages([.feed(Workshop.rss(["Cherry juice"]))])
    #expect(try refresh(pages, isForced: true).outcome == .retired)
    #expect(pages.sent.isEmpty)
    #expect(try workshop.store.audit().map(\.action) == [.feedRetired])
  }

  @Test(
    arguments: [
      ("<html><body>Sorry, we are closed.</body></html>", nil, "not a feed"),
      (Workshop.rss([]), nil, "empty"),
      (Workshop.rss(["Casino bonus"]).replacing("joints.example", with: "casino.example"), nil, "casino.example"),
      (Workshop.rss(["Cherry juice"]), "https://parked.example/", "another host"),
    ] as [(String, String?, String)])
  func `a feed that turns into something else is quarantined until it is itself again`(
    text: String, finalURL: String?, reason: String
  ) throws {
    let good = Workshop.rss(["Cherry juice lowers uric acid in small trials"])
    _ = try refresh(FakePages([.feed(good, etag: "\"good\"")]))
    let report = try refresh(FakePages([.feed(text, etag: "\"bad\"", finalURL: finalURL)]), isForced: true)
    #expect(report.outcome == .quarantined)
    #expect(report.remarks.first?.contains(reason) == true, "\(report.remarks)")
    #expect(try workshop.store.state(of: "news")?.validators.etag == "\"good\"")
    #expect(try refresh(FakePages([.feed(good)]), isForced: true).outcome == .fetched)
    #expect(try workshop.store.audit().map(\.action) == [.feedQuarantined, .feedRecovered])
  }

  @Test func `a feed that moved for good or has nothing new is told of`() throws {
    let pages = FakePages([
      .feed(Workshop.rss(["Cherry juice lowers uric acid"]), movedTo: "https://joints.example/new.rss")
    ])
    workshop.clock.move(by: 200 * 86_400)
    let remarks = try refresh(pages).remarks
    #expect(remarks.contains { $0.contains("https://joints.example/new.rss") })
    #expect(remarks.contains("stale: nothing new since 2025-11-17"))
  }

  @Test func `alerts become notices that expire`() throws {
    let pages = FakePages([.feed(Workshop.rss(["Recall of Gout-Away capsules"]))])
    #expect(try refresh(pages, gate: .notice).notices == 1)
    let published = try #require(CalendarDate(year: 2025, month: 11, day: 17))
    let notice = try #require(try workshop.store.notices(on: published).first)
    #expect(notice.title == "Recall of Gout-Away capsules")
    #expect(notice.expires == CalendarDate(year: 2026, month: 2, day: 15))
    #expect(try workshop.store.notices(on: try #require(CalendarDate(year: 2026, month: 2, day: 16))).isEmpty)
    #expect(try workshop.store.proposals().isEmpty)
  }

  @Test(
    arguments: [
      ("Nettle tea sold for gout is recalled", []), ("Nettle tea is recalled", ["It was sold as a cure of gout."]),
    ] as [(String, [String])])
  func `an alert names the entries whose subject it has`(title: String, more: [String]) throws {
    let feed = Workshop.rss([title]).replacing(
      "</title><link>", with: "</title><description>\(more.joined())</description><link>")
    _ = try refresh(FakePages([.feed(feed)]), gate: .notice)
    let today = CalendarDate(secondsSince1970: workshop.clock.now)
    let notice = try #require(try workshop.store.notices(on: today).first)
    #expect(notice.entries == ["gout/nettle-tea"])
    #expect(notice.body == more.first)
    #expect(notice.publisher == "News")
  }

  @Test(arguments: [
    "Nettle capsules are recalled", "Teas for gout are recalled",
  ])
  func `an alert on something else names no entry`(title: String) throws {
    _ = try refresh(FakePages([.feed(Workshop.rss([title]))]), gate: .notice)
    let today = CalendarDate(secondsSince1970: workshop.clock.now)
    #expect(try workshop.store.notices(on: today).map(\.entries) == [[]])
  }

  @Test func `a dry run keeps nothing`() throws {
    let pages = FakePages([.feed(Workshop.rss(["Cherry juice lowers uric acid in small trials"]))])
    let report = try workshop.refresher(pages).refresh(workshop.feed(), keeps: false)
    #expect(report.proposals == [.new: 1])
    #expect(try workshop.store.proposals().isEmpty)
    #expect(try workshop.store.state(of: "news") == nil)
  }
}
