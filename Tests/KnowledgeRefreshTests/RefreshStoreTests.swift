import Dispatch
import FactCheckCore
import Foundation
import GRDB
import KnowledgeBase
import Synchronization
import TestSupport
import Testing

@testable import KnowledgeRefresh
@testable import WebFetching

/// What a queue has to bear.
@Suite struct RefreshStoreTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  /// News of which no two say the same.
  private static let news = (0..<40).map { "Herb \($0) harms joints number \($0 * 7919) in \($0 + 3) trials" }

  private var path: String { "\(workshop.folder.path)/state/refresh.sqlite" }

  private func expectAll(sourceLocation: SourceLocation = #_sourceLocation) throws {
    let sentences = try workshop.store.proposals().map(\.sentence)
    #expect(sentences.sorted() == Self.news.sorted(), sourceLocation: sourceLocation)
    #expect(try workshop.store.seenItems(of: "news").count == Self.news.count, sourceLocation: sourceLocation)
    let check = try workshop.store.database.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
    #expect(check == "ok", sourceLocation: sourceLocation)
  }

  @Test func `refreshes at once queue each proposal once`() throws {
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 6) { _ in
      do {
        let pages = FakePages([.feed(Workshop.rss(Self.news))])
        let refresher = try workshop.refresher(pages, store: RefreshStore(path: path))
        _ = try refresher.refresh(workshop.feed(), isForced: true)
      } catch {
        failures.withLock { $0.append("\(error)") }
      }
    }
    #expect(failures.withLock(\.self) == [])
    try expectAll()
  }

  @Test func `processes that open a new queue at once all get it`() throws {
    let fresh = "\(workshop.folder.path)/fresh/refresh.sqlite"
    let failures = Mutex<[String]>([])
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      do { _ = try RefreshStore(path: fresh).proposals() } catch { failures.withLock { $0.append("\(error)") } }
    }
    #expect(failures.withLock(\.self) == [])
  }

  @Test func `a rewording that somebody else queued in the meantime is left out`() throws {
    for (feed, sentence) in [("news", "Nettle tea relieves gout"), ("other", "Gout: nettle tea relieves it")] {
      let source = Proposal.Provenance(
        feed: feed, organization: "joints", item: "1", title: sentence, link: nil, read: "https://joints.example/",
        published: nil, digest: "0", retrieved: CalendarDate(secondsSince1970: workshop.clock.now))
      var findings = FeedFindings(state: FeedState(feed: feed, url: "https://joints.example/\(feed)"))
      let proposal = Proposal(source: source, sentence: sentence, relation: .new)
      findings.proposals = [QueuedProposal(proposal: proposal, stems: ["gout", "nettl", "reliev", "tea"])]
      try workshop.store.keep(findings, at: workshop.clock.now)
    }
    #expect(try workshop.store.proposals().map(\.source.feed) == ["news"])
  }

  @Test func `on a full disk nothing is half kept, and the next refresh goes on`() throws {
    let pages = FakePages([.feed(Workshop.rss(Self.news), etag: "\"1\"")])
    // The least that it can be set to is what the file has.
    try workshop.store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1") }
    let error = #expect(throws: KnowledgeRefreshError.self) {
      try workshop.refresher(pages).refresh(workshop.feed())
    }
    #expect("\(try #require(error))".contains("full; make room there"), "\(String(describing: error))")
    #expect(try workshop.store.proposals().isEmpty)
    #expect(try workshop.store.seenItems(of: "news").isEmpty)
    #expect(try workshop.store.state(of: "news") == nil)
    try workshop.store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
    #expect(try workshop.refresher(pages).refresh(workshop.feed()).proposals == [.new: Self.news.count])
    try expectAll()
  }

  @Test func `a full disk ends the run and keeps what was kept before`() throws {
    let pages = FakePages([.feed(Workshop.rss(Self.news))])
    _ = try workshop.refresher(pages).refresh(workshop.feed())
    try workshop.store.database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA max_page_count = 1") }
    let more = FakePages([.feed(Workshop.rss((0..<400).map { "Root \($0) heals \($0 * 6151) patients of \($0)" }))])
    #expect(throws: KnowledgeRefreshError.self) {
      try RefreshRun(refresher: workshop.refresher(more)).reports(on: [workshop.feed("more")])
    }
    try expectAll()
  }

  @Test func `the memory of an older version is read`() throws {
    let pages = FakePages([.feed(Workshop.rss(Self.news), etag: "\"1\"")])
    _ = try workshop.refresher(pages).refresh(workshop.feed())
    try workshop.store.database.write { database in
      try database.execute(sql: "UPDATE feed SET state = json_remove(state, '$.isBehind'); DROP TABLE robots")
      try database.execute(
        sql: "DELETE FROM grdb_migrations WHERE identifier <> 'feeds, items, proposals, notices, audit'")
    }
    let state = try #require(try RefreshStore(path: path).state(of: "news"))
    #expect(state.validators.etag == "\"1\"")
    #expect(!state.isBehind)
  }

  @Test func `what robots.txt says is kept for a day`() throws {
    let start = workshop.clock.now
    let file = RobotsFile(Array("User-agent: *\nDisallow: /private\nCrawl-delay: 2\n".utf8))
    let policies = [
      "https://joints.example": RobotsPolicy(
        access: .file(file), fetched: Date(timeIntervalSince1970: Double(start)))
    ]
    try workshop.store.keep(policies, at: start)
    #expect(try RefreshStore(path: path).robots() == policies)
    try workshop.store.keep([:], at: start + 86_399)
    #expect(try workshop.store.robots() == policies)
    try workshop.store.keep([:], at: start + 86_400)
    #expect(try workshop.store.robots() == [:])
  }

  @Test func `what robots.txt said in another form is forgotten`() throws {
    try workshop.store.database.write { database in
      try database.execute(sql: "INSERT INTO robots VALUES ('https://joints.example', 9000000000, '{}')")
    }
    #expect(try workshop.store.robots() == [:])
  }
}
