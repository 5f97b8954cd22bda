import FactCheckCore
import KnowledgeRefresh
import Synchronization
import Testing
import WebFetching

@Suite struct DatedFeedPagesTests {
  /// Has documents at some addresses and answers all others with a status.
  private final class Shelf: FeedFetching {
    let addresses: Set<String>
    let status: Int
    private let requests = Mutex<[String]>([])
    var asked: [String] { requests.withLock { $0 } }

    init(_ addresses: Set<String>, otherwise status: Int = 404) {
      self.addresses = addresses
      self.status = status
    }

    func answer(to address: String, validators: Validators) throws(WebFetchError) -> WebFetcher.Answer {
      requests.withLock { $0.append(address) }
      guard addresses.contains(address) else {
        throw WebFetchError(.status(status, retryAfter: nil), requested: address, address: address)
      }
      let source = Document.Source(kind: .url, url: address, finalURL: address)
      return WebFetcher.Answer(body: .content(RawContent(bytes: [], source: source)), validators: validators)
    }

    func page(at address: String) throws(WebFetchError) -> RawContent {
      throw WebFetchError(.status(status, retryAfter: nil), requested: address, address: address)
    }
  }

  private func ask(_ address: String, of shelf: Shelf) throws -> WebFetcher.Answer {
    // 2025-11-24T16:00:00Z
    try DatedFeedPages(shelf, clock: { 1_764_000_000 }).answer(to: address, validators: Validators(etag: "\"1\""))
  }

  @Test func `the newest of the last days is taken`() throws {
    let shelf = Shelf(["https://a.example/t_2025-11-22.xml", "https://a.example/t_2025-11-21.xml"])
    let answer = try ask("https://a.example/t_{date}.xml", of: shelf)
    #expect(shelf.asked == ["24", "23", "22"].map { "https://a.example/t_2025-11-\($0).xml" })
    #expect(answer.validators.etag == "\"1\"")
  }

  @Test func `when nothing has been there for eight days it has failed`() throws {
    let shelf = Shelf(["https://a.example/t_2025-11-16.xml"])
    #expect(throws: WebFetchError.self) { try ask("https://a.example/t_{date}.xml", of: shelf) }
    #expect(shelf.asked.count == 8)
  }

  @Test func `a server that is out of order is not asked for older days`() throws {
    let shelf = Shelf([], otherwise: 503)
    #expect(throws: WebFetchError.self) { try ask("https://a.example/t_{date}.xml", of: shelf) }
    #expect(shelf.asked.count == 1)
  }

  @Test func `an address without a date is asked for as it is`() throws {
    let shelf = Shelf(["https://a.example/news.rss"])
    _ = try ask("https://a.example/news.rss", of: shelf)
    #expect(shelf.asked == ["https://a.example/news.rss"])
  }
}
