import FactCheckCore
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import WebFetching

@Suite struct WebFetcherCacheTests {
  /// A server that counts what it is asked, a cache, and a fetcher for both.
  private struct Site {
    let folder: TemporaryFolder
    let cache: PageCache
    let server: LoopbackServer
    let fetcher: WebFetcher
    let heads: Counter

    final class Counter: Sendable {
      let heads = Mutex<[String]>([])
    }

    // The first answer has the fields, every other one has none.
    init(byteLimit: Int = 1_000_000, _ fields: [String] = [], body: String = "one", later: String = "other") throws {
      folder = try TemporaryFolder()
      cache = PageCache(folder: folder.path + "/pages", byteLimit: byteLimit)
      let heads = Counter()
      self.heads = heads
      server = try LoopbackServer { request, client in
        let count = heads.heads.withLock { heads in
          heads.append(request.head)
          return heads.count
        }
        if request.has("If-None-Match") {
          client.send(answer("", status: "304 Not Modified", type: nil, fields: ["Cache-Control: max-age=60"]))
        } else {
          client.send(count == 1 ? answer(body, fields: fields) : answer(later))
        }
      }
      fetcher = .reaching(server)
    }

    var requests: Int { heads.heads.withLock(\.count) }

    func text(after seconds: TimeInterval = 0, path: String = "/") throws -> String {
      let content = try fetcher.fetch(server.address(path), through: cache, now: start + seconds)
      return String(decoding: content.bytes, as: UTF8.self)
    }

    private let start = Date(timeIntervalSince1970: 1_800_000_000)
  }

  @Test func `a page is fetched once as long as its server says that it stands`() throws {
    let site = try Site(["Cache-Control: max-age=120"])
    #expect(try [0, 1, 119].map { try site.text(after: $0) } == ["one", "one", "one"])
    #expect(site.requests == 1)
    #expect(try site.text(after: 121) == "other")
  }

  @Test func `a page that is kept is the same, with the time it was fetched`() throws {
    let site = try Site(["Cache-Control: max-age=120"])
    let address = site.server.address() + "#part"
    let first = try site.fetcher.fetch(address, through: site.cache)
    let second = try site.fetcher.fetch(address, through: site.cache)
    #expect(first == second)
    #expect(second.source.url == address)
    #expect(site.requests == 1)
  }

  @Test func `a page of which the server says nothing stands for ten minutes`() throws {
    let site = try Site()
    #expect(try [0, 599].map { try site.text(after: $0) } == ["one", "one"])
    #expect(try site.text(after: 601) == "other")
  }

  @Test func `a page that may have changed is asked for with its validators`() throws {
    let site = try Site(["ETag: \"1\"", "Cache-Control: no-cache"])
    #expect(try [0, 10, 69, 71].map { try site.text(after: $0) } == ["one", "one", "one", "one"])
    #expect(site.heads.heads.withLock { $0.map { $0.contains("If-None-Match: \"1\"") } } == [false, true, true])
  }

  @Test(arguments: ["Cache-Control: no-store", "Cache-Control: max-age=60, No-Store", "Vary: *"])
  func `a page that its server asks not to keep is not kept`(field: String) throws {
    let site = try Site([field])
    #expect(try site.text() == "one")
    #expect(try site.folder.names(in: "").isEmpty)
    #expect(try site.text() == "other")
  }

  @Test func `a page that is not a success is an error and not kept`() throws {
    let folder = try TemporaryFolder()
    let server = try LoopbackServer(answering: answer("gone", status: "410 Gone"))
    let cache = PageCache(folder: folder.path)
    #expect(throws: WebFetchError.self) { try WebFetcher.reaching(server).fetch(server.address(), through: cache) }
    #expect(try folder.names(in: "").isEmpty)
  }

  @Test func `a page from the future is not believed`() throws {
    let site = try Site(["Cache-Control: max-age=120"])
    #expect(try site.text(after: 30 * 86_400) == "one")
    #expect(try site.text(after: 0) == "other")
  }

  @Test func `a damaged page is fetched again`() throws {
    let site = try Site(["Cache-Control: max-age=120"])
    _ = try site.text()
    let name = try #require(try site.folder.names(in: "pages").first)
    for damage in ["", "{}", "{}\nx", "\n"] {
      try site.folder.write(damage, to: "pages/\(name)")
      #expect(try site.text() == "other")
    }
  }

  @Test func `when there are too many pages, those used longest ago go`() throws {
    let long = String(repeating: "a", count: 1_500)
    let site = try Site(byteLimit: 20_000, body: long, later: long)
    for number in 0..<40 { _ = try site.text(path: "/\(number)") }
    let sizes = try site.folder.names(in: "pages").map { name in
      try FileManager.default.attributesOfItem(atPath: "\(site.folder.path)/pages/\(name)")[.size] as? Int ?? 0
    }
    #expect(sizes.reduce(0, +) <= 20_000)
    #expect(sizes.count >= 10)
    #expect(try site.text(path: "/39") == long)
    #expect(site.requests == 40)
  }

  @Test func `a page too large for the cache is only not kept`() throws {
    let site = try Site(byteLimit: 10_000, ["Cache-Control: max-age=600"], body: String(repeating: "a", count: 2_000))
    #expect(try site.text().count == 2_000)
    #expect(try site.text() == "other")
  }

  @Test func `a folder that cannot be written is as if there were no cache`() throws {
    let server = try LoopbackServer(answering: answer("text"))
    let cache = PageCache(folder: "/proc/no/such/folder")
    let content = try WebFetcher.reaching(server).fetch(server.address(), through: cache)
    #expect(content.bytes == Array("text".utf8))
  }

  @Test func `a cached page does not open the way to what the policy refuses`() throws {
    let site = try Site(["Cache-Control: max-age=120"])
    _ = try site.text()
    let strict = WebFetcher(version: "1", contact: "c")
    #expect(throws: WebFetchError.self) { try strict.fetch(site.server.address(), through: site.cache) }
  }
}
