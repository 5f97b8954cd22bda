import FactCheckCore
import Glibc
import TestSupport
import Testing

@testable import WebFetching

@Suite struct WebFetcherLimitsTests {
  private let head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"

  @Test func `a page that unpacks to more than it may is refused`() throws {
    let bomb = Deflate.zeros(times: 4_000)
    #expect(bomb.count < 7_000)
    let server = try LoopbackServer { [head] _, client in
      client.send(head + "Content-Encoding: deflate\r\nContent-Length: \(bomb.count)\r\n\r\n")
      client.send(bomb)
    }
    let fetcher = WebFetcher.reaching(server, limits: .quick.with(\.bodyBytes, 1_000_000))
    #expect(fetcher.problem(with: server.address()) == .tooLarge(limit: 1_000_000))
    #expect(try WebFetcher.reaching(server).fetch(server.address()).bytes.count == 1 + 4_000 * 258)
  }

  @Test func `a body without an end is refused`() throws {
    let server = try LoopbackServer { [head] _, client in
      client.send(head + "\r\n")
      while client.send(Array(repeating: 32, count: 65_536)) {}
    }
    let fetcher = WebFetcher.reaching(server, limits: .quick.with(\.wireBytes, 300_000))
    #expect(fetcher.problem(with: server.address()) == .tooLarge(limit: 300_000))
  }

  @Test func `a packed body that unpacks to nothing is refused when it does not end`() throws {
    let emptyBlocks = Array(repeating: [0, 0, 0, 255, 255] as [UInt8], count: 10_000).flatMap(\.self)
    let server = try LoopbackServer { [head] _, client in
      client.send(head + "Content-Encoding: deflate\r\n\r\n")
      while client.send(emptyBlocks) {}
    }
    let fetcher = WebFetcher.reaching(server, limits: .quick.with(\.wireBytes, 300_000))
    #expect(fetcher.problem(with: server.address()) == .tooLarge(limit: 300_000))
  }

  @Test func `a body that says that it is too large is not read`() throws {
    let server = try LoopbackServer { [head] _, client in
      client.send(head + "Content-Length: 300001\r\n\r\n")
      client.stall()
    }
    let fetcher = WebFetcher.reaching(server, limits: .quick.with(\.wireBytes, 300_000))
    #expect(fetcher.problem(with: server.address()) == .tooLarge(limit: 300_000))
  }

  @Test(arguments: [200, 302, 404])
  func `a head without an end is refused`(status: Int) throws {
    let server = try LoopbackServer { _, client in
      client.send("HTTP/1.1 \(status) Any\r\n")
      while client.send("X-Filler: " + String(repeating: "x", count: 1_000) + "\r\n") {}
    }
    let fetcher = WebFetcher.reaching(server)
    #expect(fetcher.problem(with: server.address()) == .headerTooLarge(limit: 65_536))
  }

  @Test func `a server that never answers is given up`() throws {
    let server = try LoopbackServer { _, client in client.stall() }
    let fetcher = WebFetcher.reaching(server, limits: .quick.with(\.firstByte, .milliseconds(100)))
    #expect(fetcher.problem(with: server.address()) == .timedOut(.firstByte, limit: .milliseconds(100)))
  }

  @Test func `a handshake that never ends is given up`() throws {
    let server = try LoopbackServer { _, client in client.stall() }
    let fetcher = WebFetcher.reaching(server, limits: .quick.with(\.connect, .milliseconds(100)))
    let problem = fetcher.problem(with: "https://127.0.0.1:\(server.port)/")
    #expect(problem == .timedOut(.connect, limit: .milliseconds(100)))
  }

  @Test func `a page that drips is given up`() throws {
    let server = try LoopbackServer { [head] _, client in
      client.send(head + "\r\n")
      while client.send("x") { usleep(20_000) }
    }
    let fetcher = WebFetcher.reaching(server, limits: .quick.with(\.total, .milliseconds(200)))
    #expect(fetcher.problem(with: server.address()) == .timedOut(.total, limit: .milliseconds(200)))
  }

  @Test func `the whole fetch is timed and not each redirect`() throws {
    let server = try LoopbackServer { _, client in
      usleep(20_000)
      client.send(redirect(to: "/again"))
    }
    let limits = WebFetcher.Limits.quick.with(\.total, .milliseconds(100)).with(\.redirects, 1_000)
    let problem = WebFetcher.reaching(server, limits: limits).problem(with: server.address())
    #expect(problem == .timedOut(.total, limit: .milliseconds(100)))
  }

  @Test func `a body shorter than it says is broken`() throws {
    let server = try LoopbackServer(answering: head + "Content-Length: 100\r\n\r\nhalf")
    #expect(isBroken(WebFetcher.reaching(server).problem(with: server.address())))
  }

  @Test func `a body longer than it says is cut there`() throws {
    let server = try LoopbackServer(answering: head + "Content-Length: 4\r\n\r\nhalfmore")
    #expect(try WebFetcher.reaching(server).fetch(server.address()).bytes == Array("half".utf8))
  }

  @Test(arguments: [
    "", "SSH-2.0-OpenSSH\r\n", "HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\n",
    "HTTP/1.1 200 OK\r\nContent-Length: 4\r\nContent-Length: 2\r\n\r\nhalf",
    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n\u{7}garbage",
    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n<p>plain",
  ])
  func `an answer against the rules is broken`(text: String) throws {
    let server = try LoopbackServer(answering: text)
    let problem = WebFetcher.reaching(server).problem(with: server.address())
    #expect(isBroken(problem), "\(String(describing: problem))")
  }

  private func isBroken(_ problem: WebFetchError.Problem?) -> Bool {
    if case .badAnswer = problem { true } else { false }
  }
}
