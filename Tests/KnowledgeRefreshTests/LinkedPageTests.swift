import FactCheckCore
import KnowledgeBase
import KnowledgeRefresh
import TestSupport
import Testing
import WebFetching

/// Pages that are read in place of the items that link to them.
@Suite struct LinkedPageTests {
  private let workshop: Workshop
  private let url = "https://joints.example/news.rss"

  init() throws { workshop = try Workshop() }

  private func site(_ titles: [String], _ pages: [String: FakeSite.Page] = [:]) -> FakeSite {
    FakeSite(pages.merging([url: .text(Workshop.rss(titles))]) { $1 })
  }

  private func refresh(_ site: FakeSite, gate: Feed.Gate = .proposal) throws -> FeedReport {
    try workshop.refresher(site).refresh(workshop.feed(gate: gate, readsPages: true), isForced: true)
  }

  private func sentences() throws -> [String] { try workshop.store.proposals().map(\.sentence) }

  @Test func `proposals come from the page, with its address and the digest of its text`() throws {
    let text = "Nettle tea brings lasting relief from gouty attacks"
    let site = site(
      ["News of our journal"], ["https://joints.example/0": .text(text, finalURL: "https://www.joints.example/tea")])
    let report = try refresh(site)
    #expect(report.pages == 1)
    #expect(report.proposals == [.conflicts: 1])
    let source = try #require(try workshop.store.proposals().first).source
    #expect(source.read == "https://www.joints.example/tea")
    #expect(source.link == "https://joints.example/0")
    // printf 'Nettle tea brings lasting relief from gouty attacks' | sha256sum
    #expect(source.digest == "efa8b76f6165f9e765a646b3916ec8f7eae1793fb3c3206b3400b9e41bae45bd")
  }

  @Test(
    arguments: [
      (.status(404), "the server answered 404"),
      (
        .text("Ginger relieves nausea", finalURL: "https://elsewhere.example/"),
        "it is on another host than joints.example"
      ),
      (.text(""), "no main text was found"),
    ] as [(FakeSite.Page, String)])
  func `where the page cannot be read the item's own text is, and somebody is told`(
    page: FakeSite.Page, told: String
  ) throws {
    let report = try refresh(site(["Cherry juice lowers uric acid"], ["https://joints.example/0": page]))
    #expect(report.pages == 0)
    #expect(report.remarks.contains { $0.contains(told) }, "\(report.remarks)")
    #expect(try sentences() == ["Cherry juice lowers uric acid"])
    #expect(try #require(try workshop.store.proposals().first).source.read == url)
  }

  @Test func `links to other hosts are not followed`() throws {
    let titles = ["Cherry juice lowers uric acid", "Honey soothes a cough", "Ginger relieves nausea"]
    let site = FakeSite([
      url: .text(Workshop.rss(titles).replacing("https://joints.example/1", with: "https://elsewhere.example/1"))
    ])
    _ = try refresh(site)
    #expect(site.asked == [url, "https://joints.example/0", "https://joints.example/2"])
  }

  @Test func `a page that is late is asked for once more, and then the item's own text is read`() throws {
    let site = site(["Cherry juice lowers uric acid"], ["https://joints.example/0": .status(503)])
    let first = try refresh(site)
    #expect(first.items == 0)
    #expect(first.remarks.contains { $0.hasPrefix("pages that are asked for again: 1, such as") }, "\(first.remarks)")
    #expect(try sentences().isEmpty)
    #expect(try refresh(site).items == 1)
    #expect(try sentences() == ["Cherry juice lowers uric acid"])
  }

  @Test func `a late page that comes is read`() throws {
    let site = site(["Cherry juice lowers uric acid"], ["https://joints.example/0": .status(503)])
    _ = try refresh(site)
    site.put(.text("Ginger relieves nausea"), at: "https://joints.example/0")
    #expect(try refresh(site).pages == 1)
    #expect(try sentences() == ["Ginger relieves nausea"])
  }

  @Test func `a host in trouble is left alone`() throws {
    let site = site((0..<9).map { "Herb \($0) relieves cough number \($0)" })
    for index in 0..<9 { site.put(.status(503), at: "https://joints.example/\(index)") }
    #expect(try refresh(site).items == 0)
    #expect(site.asked.count == 1 + 3)
  }

  @Test func `so many pages are read in one refresh, the others in the next`() throws {
    let titles = (0..<25).map { "Issue \($0)" }
    let pages = (0..<25).map {
      ("https://joints.example/\($0)", FakeSite.Page.text("Herb \($0) relieves cough number \($0)"))
    }
    let site = site(titles, Dictionary(uniqueKeysWithValues: pages))
    let first = try refresh(site)
    #expect(first.pages == 20)
    #expect(first.remarks == ["left for the next refresh: 5 items"])
    #expect(try refresh(site).pages == 5)
    #expect(try refresh(site).pages == 0)
    #expect(try sentences().count == 25)
  }

  @Test(arguments: [Feed.Gate.notice, .freshness, .stop])
  func `pages are read for proposals only`(gate: Feed.Gate) throws {
    let site = site(["Recall of Gout-Away capsules"])
    _ = try refresh(site, gate: gate)
    #expect(site.asked == [url])
  }
}
