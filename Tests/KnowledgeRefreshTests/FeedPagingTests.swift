import FactCheckCore
import KnowledgeBase
import KnowledgeRefresh
import TestSupport
import Testing

/// Feeds that are spread over several documents.
@Suite struct FeedPagingTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private static let base = "https://joints.example/news"

  /// A document of Atom or JSON Feed with an item for each number, and a link to the next document.
  private enum Form: String, CaseIterable {
    case next, archive, json

    func document(_ numbers: Range<Int>, next: String?) -> String {
      let items = numbers.map { (id: $0, title: "Herb \($0) relieves cough number \($0)") }
      switch self {
      case .json:
        let list = items.map { "{\"id\": \"\($0.id)\", \"title\": \"\($0.title)\"}" }.joined(separator: ", ")
        let more = next.map { ", \"next_url\": \"\($0)\"" } ?? ""
        return "{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"News\", \"items\": [\(list)]\(more)}"
      case .next, .archive:
        let list = items.map { "<entry><id>urn:\($0.id)</id><title>\($0.title)</title></entry>" }.joined()
        let rel = self == .next ? "next" : "prev-archive"
        let more = next.map { "<link rel=\"\(rel)\" href=\"\($0)\"/>" } ?? ""
        return "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>News</title>\(more)\(list)</feed>"
      }
    }
  }

  /// A feed of documents with two items each, the first document without a number in its address.
  private func site(_ form: Form = .next, documents: Int) -> FakeSite {
    let pages = (0..<documents).map { index in
      let next = index + 1 < documents ? "?page=\(index + 1)" : nil
      return (address(index), FakeSite.Page.text(form.document(index * 2..<index * 2 + 2, next: next)))
    }
    return FakeSite(Dictionary(uniqueKeysWithValues: pages))
  }

  private func address(_ index: Int) -> String { index == 0 ? Self.base : "\(Self.base)?page=\(index)" }

  private func refresh(_ site: FakeSite, gate: Feed.Gate = .proposal) throws -> FeedReport {
    try workshop.refresher(site).refresh(workshop.feed(at: Self.base, gate: gate), isForced: true)
  }

  @Test(arguments: Form.allCases.map(\.rawValue))
  func `the documents that a feed leads to are read`(form: String) throws {
    let site = site(try #require(Form(rawValue: form)), documents: 3)
    #expect(try refresh(site).items == 6)
    #expect(site.asked == (0..<3).map(address))
  }

  @Test func `reading ends at items that were seen`() throws {
    let site = site(documents: 3)
    _ = try refresh(site)
    // Everything has moved on by one document.
    site.put(.text(Form.next.document(10..<12, next: "?page=9")), at: Self.base)
    site.put(.text(Form.next.document(0..<2, next: "?page=1")), at: "\(Self.base)?page=9")
    #expect(try refresh(site).items == 2)
    #expect(site.asked.suffix(2) == [Self.base, "\(Self.base)?page=9"])
    _ = try refresh(site)
    #expect(site.asked.last == Self.base)
  }

  @Test func `so many documents are read at most`() throws {
    let site = site(documents: 12)
    let report = try refresh(site)
    #expect(report.items == 20)
    #expect(report.remarks == ["only its first 10 documents are read"])
  }

  @Test(arguments: [
    ("https://elsewhere.example/news", "not on the same host: https://elsewhere.example/news"),
    ("http://joints.example/news?page=1", "not on the same host: http://joints.example/news?page=1"),
    ("http://[oops", "no proper address"),
  ])
  func `a feed leads to no other host and never out of https`(next: String, told: String) throws {
    let site = FakeSite([Self.base: .text(Form.next.document(0..<2, next: next))])
    let report = try refresh(site)
    #expect(report.items == 2)
    #expect(report.remarks.contains { $0.contains(told) }, "\(report.remarks)")
    #expect(site.asked == [Self.base])
  }

  @Test func `a circle of documents ends`() throws {
    let site = site(documents: 2)
    site.put(.text(Form.next.document(2..<4, next: "/news#top")), at: address(1))
    #expect(try refresh(site).items == 4)
    #expect(site.asked.count == 2)
  }

  @Test func `a server that ignores the number of the page is asked once more only`() throws {
    let first = FakeSite.Page.text(Form.next.document(0..<2, next: "?page=1"))
    let site = FakeSite([Self.base: first, address(1): first])
    #expect(try refresh(site).items == 2)
    #expect(site.asked.count == 2)
  }

  @Test func `a document that fails costs what comes behind it, until it is there`() throws {
    let site = site(documents: 3)
    let second = Form.next.document(2..<4, next: "?page=2")
    site.put(.status(503), at: address(1))
    let report = try refresh(site)
    #expect(report.outcome == .fetched)
    #expect(report.items == 2)
    #expect(report.remarks.contains { $0.contains("the server answered 503") }, "\(report.remarks)")
    site.put(.text(second), at: address(1))
    #expect(try refresh(site).items == 4)
  }

  @Test func `a document that is something else is left out`() throws {
    let site = site(documents: 2)
    site.put(.text("<html><body>Sorry</body></html>"), at: address(1))
    let report = try refresh(site)
    #expect(report.items == 2)
    #expect(report.remarks.contains { $0.contains("This is a web page") }, "\(report.remarks)")
  }

  @Test(arguments: [Feed.Gate.freshness, .stop])
  func `what only shows that a feed is alive is in its first document`(gate: Feed.Gate) throws {
    let site = site(documents: 3)
    _ = try refresh(site, gate: gate)
    #expect(site.asked == [Self.base])
  }
}
