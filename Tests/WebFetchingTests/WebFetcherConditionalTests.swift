import FactCheckCore
import Synchronization
import TestSupport
import Testing

@testable import WebFetching

@Suite struct WebFetcherConditionalTests {
  private static let known = Validators(etag: "W/\"1, 2\"", lastModified: "Mon, 23 Nov 2026 10:00:00 GMT")

  @Test func `validators are sent as they came`() throws {
    let heads = Mutex<[String]>([])
    let server = try LoopbackServer { request, client in
      heads.withLock { $0.append(request.head) }
      client.send(answer("new"))
    }
    let fetcher = WebFetcher.reaching(server)
    for validators in [Self.known, Validators(etag: "\"a\""), Validators()] {
      _ = try fetcher.fetch(server.address(), validators: validators)
    }
    let seen = heads.withLock(\.self)
    #expect(seen[0].contains("\r\nIf-None-Match: W/\"1, 2\"\r\n"))
    #expect(seen[0].contains("\r\nIf-Modified-Since: Mon, 23 Nov 2026 10:00:00 GMT\r\n"))
    #expect(seen.map { $0.contains("If-None-Match:") } == [true, true, false])
    #expect(seen.map { $0.contains("If-Modified-Since:") } == [true, false, false])
  }

  @Test(
    arguments: [
      ([], known), (["ETag: \"3\""], Validators(etag: "\"3\"", lastModified: known.lastModified)),
      (["ETag: \"3\"", "Last-Modified: today"], Validators(etag: "\"3\"", lastModified: "today")),
    ] as [([String], Validators)])
  func `a page that is not modified keeps the validators that are not renewed`(
    fields: [String], expected: Validators
  ) throws {
    let server = try LoopbackServer(
      answering: answer("", status: "304 Not Modified", type: nil, fields: fields + ["Cache-Control: max-age=60"]))
    let outcome = try WebFetcher.reaching(server).fetch(server.address(), validators: Self.known)
    #expect(outcome.content == nil)
    #expect(outcome.validators == expected)
    #expect(outcome.freshness == .seconds(60))
    #expect(outcome.movedTo == nil)
  }

  @Test(
    arguments: [
      ([], Validators()), (["Last-Modified: today"], Validators(lastModified: "today")),
      (["ETag: \"3\"", "Last-Modified: today"], Validators(etag: "\"3\"", lastModified: "today")),
    ] as [([String], Validators)])
  func `a page brings its own validators, or none`(fields: [String], expected: Validators) throws {
    let server = try LoopbackServer(answering: answer("new", fields: fields))
    let outcome = try WebFetcher.reaching(server).fetch(server.address(), validators: Self.known)
    #expect(outcome.content?.bytes == Array("new".utf8))
    #expect(outcome.content?.source.url == server.address())
    #expect(outcome.validators == expected)
    #expect(outcome.freshness == nil)
  }

  @Test func `an answer of not modified that nobody asked for is an error`() throws {
    let server = try LoopbackServer(answering: answer("", status: "304 Not Modified"))
    let error = #expect(throws: WebFetchError.self) {
      try WebFetcher.reaching(server).fetch(server.address(), validators: Validators())
    }
    #expect(error?.problem == .status(304, retryAfter: nil))
  }

  @Test func `validators stay with the origin they are for`() throws {
    let asked = Mutex<[String: Bool]>([:])
    let server = try LoopbackServer { request, client in
      asked.withLock { $0[request.target] = request.has("If-None-Match") && request.has("If-Modified-Since") }
      switch request.target {
      case "/": client.send(redirect(to: "/same"))
      case "/same": client.send(redirect(to: "//other.example:\(request.port)/other"))
      case "/other": client.send(redirect(to: "//page.example:\(request.port)/back"))
      default: client.send(answer("", status: "304 Not Modified"))
      }
    }
    let resolver = ScriptedResolver(["page.example": [.at("127.0.0.1")], "other.example": [.at("127.0.0.1")]])
    let fetcher = WebFetcher.reaching(server, resolver: resolver)
    let error = #expect(throws: WebFetchError.self) {
      try fetcher.fetch(server.address(host: "page.example"), validators: Self.known)
    }
    #expect(error?.problem == .status(304, retryAfter: nil))
    #expect(asked.withLock(\.self) == ["/": true, "/same": true, "/other": false, "/back": false])
  }

  @Test(
    arguments: [
      ([301], "/1"), ([308], "/1"), ([301, 308, 301], "/3"), ([302], nil), ([303], nil), ([307], nil),
      ([302, 301], nil), ([301, 302], "/1"), ([301, 302, 301], "/1"), ([], nil),
    ] as [([Int], String?)])
  func `a page has moved as far as all redirects before are permanent`(statuses: [Int], path: String?) throws {
    let server = try LoopbackServer { request, client in
      let step = Int(request.target.dropFirst()) ?? 0
      client.send(
        step < statuses.count ? redirect(to: "/\(step + 1)", status: "\(statuses[step]) Any") : answer("end"))
    }
    let outcome = try WebFetcher.reaching(server).fetch(server.address("/0"), validators: Validators())
    #expect(outcome.movedTo == path.map { server.address($0) })
  }

  @Test func `a page that redirects to itself for a while has not moved`() throws {
    let count = Mutex(0)
    let server = try LoopbackServer { _, client in
      let isFirst = count.withLock {
        $0 += 1
        return $0 == 1
      }
      client.send(isFirst ? redirect(to: "/", status: "301 Moved") : answer("end"))
    }
    #expect(try WebFetcher.reaching(server).fetch(server.address(), validators: Validators()).movedTo == nil)
  }

  @Test func `a page that has moved may be the known one`() throws {
    let server = try LoopbackServer { request, client in
      let isOld = request.target == "/old"
      client.send(isOld ? redirect(to: "/new", status: "308 Moved") : answer("", status: "304 Not Modified"))
    }
    let outcome = try WebFetcher.reaching(server).fetch(server.address("/old"), validators: Self.known)
    #expect(outcome.content == nil)
    #expect(outcome.movedTo == server.address("/new"))
  }

  @Test(arguments: WebFetcher.feedMediaTypes)
  func `feeds of every media type are accepted`(type: String) throws {
    let server = try LoopbackServer(answering: answer("feed", type: type))
    var fetcher = WebFetcher.reaching(server)
    fetcher.acceptedMediaTypes = WebFetcher.feedMediaTypes
    #expect(try fetcher.fetch(server.address()).mediaType == type)
  }
}

extension WebFetcher.Answer {
  /// The page; `nil` when it is not modified.
  fileprivate var content: RawContent? {
    if case .content(let content) = body { content } else { nil }
  }
}

extension LoopbackServer.Request {
  /// The port in the `Host` field.
  fileprivate var port: Substring { head.firstMatch(of: /Host: [^:]+:(\d+)/)?.1 ?? "" }
}
