import FactCheckCore
import Glibc
import Synchronization
import TestSupport
import Testing

@testable import WebFetching

@Suite struct WebFetcherTests {
  @Test func `a page becomes bytes with their source`() throws {
    let server = try LoopbackServer(answering: answer("<p>Tea.", type: "Text/HTML; charset=\"Windows-1252\""))
    let content = try WebFetcher.reaching(server).fetch(" HTTP://127.0.0.1:\(server.port)/a/../tea#leaf ")
    #expect(content.bytes == Array("<p>Tea.".utf8))
    #expect(content.mediaType == "text/html")
    #expect(content.charset == "Windows-1252")
    #expect(content.source.kind == .url)
    #expect(content.source.url == server.address("/tea#leaf"))
    #expect(content.source.finalURL == server.address("/tea#leaf"))
    #expect(content.source.fetched?.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
  }

  @Test func `the request names the program and carries nothing of the user`() throws {
    let requests = Mutex<[LoopbackServer.Request]>([])
    let server = try LoopbackServer { request, client in
      requests.withLock { $0.append(request) }
      let cookie = "Set-Cookie: id=1"
      client.send(
        request.target == "/"
          ? answer("", status: "302 Found", fields: [cookie, "Location: /page"]) : answer("ok", fields: [cookie]))
    }
    _ = try WebFetcher.reaching(server).fetch(server.address("/#secret"))
    let seen = requests.withLock(\.self)
    #expect(seen.map(\.target) == ["/", "/page"])
    for request in seen {
      #expect(request.head.contains("\r\nUser-Agent: Vetted/9.9 (+https://vetted.example/contact)\r\n"))
      #expect(request.head.contains("\r\nAccept: text/html, application/xhtml+xml, "))
      #expect(!["Cookie", "Authorization", "Referer"].contains(where: request.has))
    }
  }

  @Test(arguments: ["text/html", "application/xhtml+xml; charset=utf-8", "text/plain", "text/markdown", nil])
  func `text pages and pages of no stated type are accepted`(type: String?) throws {
    let server = try LoopbackServer(answering: answer("ok", type: type))
    #expect(try WebFetcher.reaching(server).fetch(server.address()).bytes == Array("ok".utf8))
  }

  @Test(arguments: ["application/json", "image/png", "application/octet-stream", "text/css", "text/html2"])
  func `other media types are refused before their body is read`(type: String) throws {
    let server = try LoopbackServer { _, client in
      client.send("HTTP/1.1 200 OK\r\nContent-Type: \(type)\r\nContent-Length: 10\r\n\r\n")
      client.stall()
    }
    #expect(WebFetcher.reaching(server).problem(with: server.address()) == .unsupportedMediaType(type))
  }

  @Test(arguments: [204, 400, 401, 403, 404, 410, 429, 500, 503, 304, 300])
  func `a status that is no success is an error`(status: Int) throws {
    let server = try LoopbackServer(answering: answer("no", status: "\(status) Any", fields: ["Retry-After: 7"]))
    let problem = WebFetcher.reaching(server).problem(with: server.address())
    #expect(problem == (status == 204 ? nil : .status(status, retryAfter: "7")))
  }

  @Test func `an informational answer comes before the final one`() throws {
    let early = "HTTP/1.1 103 Early Hints\r\nContent-Type: image/png\r\n\r\n"
    let server = try LoopbackServer(answering: early + answer("ok"))
    #expect(try WebFetcher.reaching(server).fetch(server.address()).mediaType == "text/html")
  }

  @Test func `a compressed page is decompressed`() throws {
    let page = Array("<p>Tea is a drink.".utf8)
    let server = try LoopbackServer { _, client in
      client.send("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Type: text/html\r\n\r\n")
      client.send(Deflate.stored(page))
    }
    #expect(try WebFetcher.reaching(server).fetch(server.address()).bytes == page)
  }

  @Test func `a server without TLS gives no secure connection`() throws {
    let server = try LoopbackServer { _, client in client.send("no") }
    let problem = WebFetcher.reaching(server).problem(with: "https://127.0.0.1:\(server.port)/")
    guard case .tls = problem else {
      Issue.record("expected a problem with TLS, got \(String(describing: problem))")
      return
    }
  }

  @Test func `a closed port is no connection`() throws {
    var server: LoopbackServer? = try LoopbackServer(answering: "")
    let address = try #require(server?.address())
    let fetcher = WebFetcher.reaching(try #require(server))
    server = nil
    guard case .connectionFailed = fetcher.problem(with: address) else {
      Issue.record("expected a refused connection")
      return
    }
  }

  @Test func `a cancelled task stops waiting`() async throws {
    let (requests, arrived) = AsyncStream.makeStream(of: Void.self)
    let server = try LoopbackServer { _, client in
      arrived.yield()
      client.stall()
    }
    // On a busy machine the cancellation comes late: nothing else may end the waiting before.
    let patient = WebFetcher.Limits.quick.with(\.firstByte, .seconds(60)).with(\.total, .seconds(60))
    let fetcher = WebFetcher.reaching(server, limits: patient)
    let address = server.address()
    let fetch = Task.detached { fetcher.problem(with: address) }
    for await _ in requests.prefix(1) { fetch.cancel() }
    #expect(await fetch.value == .cancelled)
  }

  @Test func `a proxy is asked only when one is given`() throws {
    let targets = Mutex<[String]>([])
    let server = try LoopbackServer { request, client in
      targets.withLock { $0.append(request.target) }
      client.send(answer("ok"))
    }
    let proxied = WebFetcher.reaching(server, proxy: WebAddress(server.address()))
    #expect(try proxied.fetch("http://page.example/tea").bytes == Array("ok".utf8))
    #expect(targets.withLock(\.self) == ["http://page.example/tea"])
  }

  @Test func `a proxy in the environment is not used`() async {
    await #expect(processExitsWith: .success) {
      setenv("http_proxy", "http://127.0.0.1:1", 1)
      setenv("ALL_PROXY", "http://127.0.0.1:1", 1)
      let server = try LoopbackServer(answering: answer("ok"))
      _ = try WebFetcher.reaching(server).fetch(server.address())
    }
  }
}
