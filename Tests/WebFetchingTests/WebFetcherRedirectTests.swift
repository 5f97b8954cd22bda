import FactCheckCore
import TestSupport
import Testing

@testable import WebFetching

@Suite struct WebFetcherRedirectTests {
  @Test(arguments: ["301 Moved", "302 Found", "303 See Other", "307 Temporary", "308 Permanent"])
  func `a redirect is followed and the address that answered is told`(status: String) throws {
    let server = try LoopbackServer { request, client in
      client.send(request.target == "/a/b" ? redirect(to: "../c?d", status: status) : answer(request.target))
    }
    let content = try WebFetcher.reaching(server).fetch(server.address("/a/b"))
    #expect(content.bytes == Array("/c?d".utf8))
    #expect(content.source.url == server.address("/a/b"))
    #expect(content.source.finalURL == server.address("/c?d"))
  }

  @Test(arguments: [3, 4])
  func `as many redirects are followed as are allowed`(count: Int) throws {
    let server = try LoopbackServer { request, client in
      let left = Int(request.target.dropFirst()) ?? 0
      client.send(left > 0 ? redirect(to: "/\(left - 1)") : answer("end"))
    }
    let fetcher = WebFetcher.reaching(server, limits: .quick.with(\.redirects, 3))
    #expect(fetcher.problem(with: server.address("/\(count)")) == (count == 3 ? nil : .tooManyRedirects(limit: 3)))
  }

  @Test func `a loop of redirects ends`() throws {
    let server = try LoopbackServer(answering: redirect(to: "/"))
    #expect(WebFetcher.reaching(server).problem(with: server.address()) == .tooManyRedirects(limit: 10))
  }

  @Test(
    arguments: [
      ("http://169.254.169.254/latest/meta-data/", .privateAddress), ("http://[::ffff:7f00:2]/", .privateAddress),
      ("//0x7f.2/", .privateAddress), ("http://localhost/", .privateName), ("http://printer/", .privateName),
      ("file:///etc/passwd", .schemeNotAllowed), ("gopher://127.0.0.1/_x", .schemeNotAllowed),
      ("http://user@127.0.0.1/", .credentialsNotAllowed), ("http://127.0.0.1:22/", .portNotAllowed),
    ] as [(String, AddressPolicy.Refusal.Code)])
  func `a redirect is judged like the address that was asked for`(
    location: String, code: AddressPolicy.Refusal.Code
  ) throws {
    let server = try LoopbackServer(answering: redirect(to: location))
    #expect(WebFetcher.reaching(server).refusal(of: server.address()) == code)
  }

  @Test func `a redirect to something that is no address is a broken answer`() throws {
    let server = try LoopbackServer(answering: redirect(to: "http://[oops/"))
    guard case .badAnswer = WebFetcher.reaching(server).problem(with: server.address()) else {
      Issue.record("expected a broken answer")
      return
    }
  }

  @Test func `a redirect without a target is only a status`() throws {
    let server = try LoopbackServer(answering: answer("", status: "302 Found"))
    #expect(WebFetcher.reaching(server).problem(with: server.address()) == .status(302, retryAfter: nil))
  }

  @Test func `the body of a redirect is not waited for`() throws {
    let server = try LoopbackServer { request, client in
      guard request.target == "/" else {
        client.send(answer("end"))
        return
      }
      client.send("HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 9\r\n\r\n")
      // Until the other end hangs up, which it does only when it does not wait.
      client.stall()
    }
    #expect(try WebFetcher.reaching(server).fetch(server.address()).bytes == Array("end".utf8))
  }

  @Test(arguments: [
    ("https://page.example/", "http://page.example/", true), ("https://page.example/", "https://other.example/", false),
    ("http://page.example/", "https://page.example/", false),
  ])
  func `a redirect never leaves https for http`(from: String, to: String, isRefused: Bool) throws {
    let hop = Hop(requested: from, address: try #require(WebAddress(from)))
    let fetcher = WebFetcher(version: "1", contact: "me")
    if isRefused {
      let error = #expect(throws: WebFetchError.self) { try fetcher.nextHop(to: to, from: hop) }
      #expect(error?.problem == .redirectToPlainHTTP)
    } else {
      #expect(try fetcher.nextHop(to: to, from: hop).address.description == to)
    }
  }
}
