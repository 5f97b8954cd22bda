import FactCheckCore
import Synchronization
import TestSupport
import Testing

@testable import WebFetching

@Suite struct PageVisitorTests {
  private let folder: TemporaryFolder
  private let cache: PageCache
  private let server: LoopbackServer
  private let asked = Asked()

  private final class Asked: Sendable {
    let targets = Mutex<[String]>([])
  }

  init() throws {
    folder = try TemporaryFolder()
    cache = PageCache(folder: folder.path + "/pages")
    server = try LoopbackServer { [asked] request, client in
      asked.targets.withLock { $0.append(request.target) }
      let isRobots = request.target == "/robots.txt"
      client.send(
        isRobots
          ? answer("User-agent: *\nDisallow: /private\n", type: "text/plain")
          : answer("<p>Page", fields: ["Cache-Control: max-age=60"]))
    }
  }

  private var targets: [String] { asked.targets.withLock(\.self) }

  private func problem(with path: String, of visitor: PageVisitor) -> WebFetchError.Problem? {
    do {
      _ = try visitor.page(at: server.address(path))
      return nil
    } catch {
      return error.problem
    }
  }

  @Test func `robots.txt is asked before the page, and for a day not again`() throws {
    #expect(problem(with: "/", of: PageVisitor(fetcher: .reaching(server), cache: cache)) == nil)
    #expect(problem(with: "/other", of: PageVisitor(fetcher: .reaching(server), cache: cache)) == nil)
    #expect(targets == ["/robots.txt", "/", "/other"])
  }

  @Test func `a page that robots.txt keeps for itself is not asked for`() throws {
    let visitor = PageVisitor(fetcher: .reaching(server), cache: cache)
    #expect(problem(with: "/private/page", of: visitor) == .blockedByRobots)
    #expect(targets == ["/robots.txt"])
  }

  @Test func `who has the right may fetch it all the same`() throws {
    let visitor = PageVisitor(fetcher: .reaching(server), cache: cache, obeysRobots: false)
    #expect(problem(with: "/private/page", of: visitor) == nil)
    #expect(targets == ["/private/page"])
  }

  @Test func `a page that is kept needs no request, unless it is to be fetched anew`() throws {
    _ = problem(with: "/", of: PageVisitor(fetcher: .reaching(server), cache: cache))
    _ = problem(with: "/", of: PageVisitor(fetcher: .reaching(server), cache: cache))
    #expect(targets == ["/robots.txt", "/"])
    _ = problem(with: "/", of: PageVisitor(fetcher: .reaching(server), cache: cache, readsCache: false))
    #expect(targets == ["/robots.txt", "/", "/"])
  }

  @Test func `without a cache everything is asked`() throws {
    #expect(problem(with: "/", of: PageVisitor(fetcher: .reaching(server))) == nil)
    #expect(targets == ["/robots.txt", "/"])
  }
}
