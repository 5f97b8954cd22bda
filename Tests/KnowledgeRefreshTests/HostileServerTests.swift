import FactCheckCore
import Foundation
import KnowledgeBase
import KnowledgeRefresh
import Synchronization
import TestSupport
import Testing
import WebFetching

/// Servers that do their worst, beside others that do as they should.
@Suite struct HostileServerTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  @Test(arguments: Fault.all)
  func `a server that does its worst costs only its own feed, and that until it is mended`(fault: Fault) throws {
    let isMended = Mutex(false)
    let hostile = try LoopbackServer(host: "127.0.0.9") { request, client in
      if isMended.withLock(\.self) || fault.target.map({ $0 != request.target }) ?? (request.target == "/robots.txt") {
        Self.serve("Ginger relieves nausea", request, client)
      } else {
        fault.answer(request, client)
      }
    }
    let others = try ["Cherry juice lowers uric acid", "Honey soothes a cough", "Salt raises blood pressure"]
      .enumerated().map { index, sentence in
        try LoopbackServer(host: "127.0.0.\(index + 2)") { Self.serve(sentence, $0, $1) }
      }
    let feeds = [feed("hostile", of: hostile)] + others.map { feed($0.host, of: $0) }
    let reports = try run(feeds, on: others + [hostile])
    #expect(reports.map(\.outcome) == [fault.outcome, .fetched, .fetched, .fetched], "\(reports[0].remarks)")
    #expect(reports.dropFirst().allSatisfy { $0.proposals == [.new: 1] && $0.remarks.isEmpty })
    #expect(reports[0].remarks.first?.contains(fault.told) == true, "\(reports[0].remarks)")
    isMended.withLock { $0 = true }
    let mended = try run([feeds[0]], on: [hostile])[0]
    #expect(mended.outcome == .fetched, "\(mended.remarks)")
    #expect(try workshop.store.proposals().map(\.sentence).contains("Ginger relieves nausea"))
  }

  @Test func `hosts that stall keep no other waiting`() throws {
    let isAsked = Mutex(false)
    let stalling = try (0..<6).map { index in
      try LoopbackServer(host: "127.0.1.\(index + 1)") { request, client in
        while !isAsked.withLock(\.self) { Thread.sleep(forTimeInterval: 0.01) }
        Self.serve("Herb \(index) relieves cough number \(index)", request, client)
      }
    }
    let last = try LoopbackServer(host: "127.0.2.1") { request, client in
      isAsked.withLock { $0 = true }
      Self.serve("Ginger relieves nausea", request, client)
    }
    let reports = try run((stalling + [last]).map { feed($0.host, of: $0) }, on: stalling + [last], limit: .seconds(20))
    #expect(reports.allSatisfy { $0.outcome == .fetched }, "\(reports.map(\.remarks))")
  }

  private static func serve(_ sentence: String, _ request: LoopbackServer.Request, _ client: Client) {
    let isFeed = request.target == "/news.rss"
    client.send(
      isFeed ? answer(Workshop.rss([sentence]), type: "application/rss+xml") : answer("", status: "404 Not Found"))
  }

  private func feed(_ id: String, of server: LoopbackServer) -> KnowledgeBase.Feed {
    workshop.feed(id, at: server.address("/news.rss"))
  }

  private func run(
    _ feeds: [KnowledgeBase.Feed], on servers: [LoopbackServer], limit: Duration = .seconds(2)
  ) throws -> [FeedReport] {
    var limits = WebFetcher.Limits()
    limits.firstByte = limit / 2
    limits.total = limit
    limits.wireBytes = 1_000_000
    let policy = AddressPolicy(
      allowedPorts: [80, 443], allowedPrivateHosts: Set(servers.map { "\($0.host):\($0.port)" }))
    let fetcher = WebFetcher(
      version: "9.9", contact: "https://vetted.example/contact", policy: policy, limits: limits,
      acceptedMediaTypes: WebFetcher.feedMediaTypes)
    let pages = FeedPages(fetcher: fetcher, throttle: HostThrottle(spacing: .zero))
    return try RefreshRun(refresher: workshop.refresher(pages)).reports(on: feeds, isForced: true)
  }
}

/// What a server does wrong, and what is told of it.
struct Fault: Sendable, CustomTestStringConvertible {
  let testDescription: String
  /// Where it does it; `nil` for everything but `robots.txt`.
  var target: String?
  var outcome = FeedReport.Outcome.failed
  let told: String
  let answer: @Sendable (LoopbackServer.Request, Client) -> Void

  init(
    _ name: String, at target: String? = nil, outcome: FeedReport.Outcome = .failed, told: String,
    _ answer: @escaping @Sendable (LoopbackServer.Request, Client) -> Void
  ) {
    testDescription = name
    self.target = target
    self.outcome = outcome
    self.told = told
    self.answer = answer
  }

  /// A fault that is all in what is sent.
  private init(_ name: String, outcome: FeedReport.Outcome = .failed, told: String, sending text: String) {
    self.init(name, outcome: outcome, told: told) { _, client in client.send(text) }
  }

  static let all = slow + endless + misleading + broken + nonsense

  private static let head = "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n"
  private static let item = "<item><guid>1</guid><title>Honey cures coughs</title></item>"

  private static let slow = [
    Fault("stalls before the head", told: "the first byte of the answer took longer than 1 s; it is asked again later")
    {
      $1.stall()
    },
    Fault("stalls within the head", told: "the whole fetch took longer than 2 s") { _, client in
      client.send("HTTP/1.1 200 OK\r\nContent-Ty")
      client.stall()
    },
    Fault("stalls behind the head", told: "the whole fetch took longer than 2 s") { _, client in
      client.send(head + "Content-Length: 100\r\n\r\n")
      client.stall()
    },
    Fault("drips its head", told: "the whole fetch took longer than 2 s") {
      drip("HTTP/1.1 200 OK\r\nX-Filler: ", to: $1)
    },
    Fault("drips its body", told: "the whole fetch took longer than 2 s") { drip(head + "\r\n<rss>", to: $1) },
    Fault("stalls at robots.txt", at: "/robots.txt", told: "robots.txt, in which") { $1.stall() },
  ]

  private static let endless = [
    Fault("announces 10 GB", told: "the page is larger than 1 MB; it is asked again later, and should go") {
      _, client in
      client.send(head + "Content-Length: 10000000000\r\n\r\n<rss>")
      client.stall()
    },
    Fault("never ends its body", told: "larger than 1 MB") { _, client in
      client.send(head + "\r\n<rss version=\"2.0\"><channel>")
      while client.send(String(repeating: item, count: 1000)) {}
    },
    Fault("never ends its chunks", told: "larger than 1 MB") { _, client in
      client.send(head + "Transfer-Encoding: chunked\r\n\r\n")
      while client.send("10000\r\n" + String(repeating: " ", count: 0x10000) + "\r\n") {}
    },
    Fault("never ends its head", told: "the header of the answer is larger than 65536 bytes") { _, client in
      client.send("HTTP/1.1 200 OK\r\n")
      while client.send("X-Filler: " + String(repeating: "x", count: 1000) + "\r\n") {}
    },
    Fault("never ends its robots.txt", at: "/robots.txt", told: "larger than 1 MB") { _, client in
      client.send("HTTP/1.1 200 OK\r\n\r\n")
      while client.send(String(repeating: "Disallow: /\n", count: 1000)) {}
    },
  ]

  private static let misleading = [
    Fault("redirects in a circle", told: "redirects more than 10 times; look for its address now") { request, client in
      client.send(redirect(to: request.target == "/a" ? "/b" : "/a"))
    },
    Fault(
      "redirects to a private address", told: "it redirects to http://10.0.0.1/: 10.0.0.1 is a private address",
      sending: redirect(to: "http://10.0.0.1/")),
    Fault(
      "redirects to the cloud's keys", told: "169.254.169.254 is a link-local address",
      sending: redirect(to: "http://169.254.169.254/latest/meta-data/")),
    Fault("redirects to a file", told: "only http and https are fetched", sending: redirect(to: "file:///etc/passwd")),
    Fault("redirects for good to nothing", told: "the server answered 404") { request, client in
      client.send(
        request.target == "/gone"
          ? TestSupport.answer("", status: "404 Not Found") : redirect(to: "/gone", status: "301 Moved"))
    },
  ]

  private static let broken = [
    Fault("says nothing", told: "the server's answer is broken", sending: ""),
    Fault(
      "sends less than it says", told: "the server's answer is broken",
      sending: head + "Content-Length: 9000\r\n\r\n<rss><channel>" + item),
    Fault(
      "breaks off within a chunk", told: "the server's answer is broken",
      sending: head + "Transfer-Encoding: chunked\r\n\r\nff\r\n<rss><channel>" + item),
    Fault(
      "says less than it sends", outcome: .fetched, told: "The feed ends within an element",
      sending: head + "Content-Length: 30\r\n\r\n<rss version=\"2.0\"><channel>" + item),
    Fault(
      "breaks off without having said how much", outcome: .fetched, told: "The feed ends within an element",
      sending: head + "\r\n<rss version=\"2.0\"><channel><item><guid>1</guid><title>Honey cu"),
    Fault(
      "turns into an error page halfway", outcome: .fetched, told: "The feed ends within an element",
      sending: head + "\r\n<rss version=\"2.0\"><channel><title>News</title><html><body><h1>Internal error</h1>"),
  ]

  private static let nonsense = [
    Fault("speaks another protocol", told: "the server's answer is broken", sending: "SSH-2.0-OpenSSH_9.2\r\n"),
    Fault("sends bytes without a meaning", outcome: .quarantined, told: "This is neither XML nor JSON.") { _, client in
      var random = SeededGenerator(seed: 7)
      client.send(head + "\r\n")
      client.send((0..<100_000).map { _ in UInt8.random(in: 128...255, using: &random) })
    },
    Fault(
      "packs what is not packed", told: "the server's answer is broken",
      sending: head + "Content-Encoding: gzip\r\n\r\n<rss>"),
    Fault(
      "apologizes with status 200", outcome: .quarantined, told: "This is a web page, not a feed.",
      sending: TestSupport.answer("<html><body>Sorry</body></html>")),
    Fault(
      "declares entities that grow", outcome: .quarantined, told: "declarations of its own",
      sending: head
        + "\r\n<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><rss><channel>&b;</channel></rss>"),
    Fault(
      "opens elements without an end", outcome: .fetched, told: "The feed ends within an element",
      sending: head + "\r\n<rss>" + String(repeating: "<channel>", count: 50_000)),
    Fault(
      "sends a film", outcome: .quarantined, told: "This is neither XML nor JSON.",
      sending: TestSupport.answer("film", type: "video/mp4")),
  ]

  private static func drip(_ text: String, to client: Client) {
    client.send(text)
    while client.send("x") { Thread.sleep(forTimeInterval: 0.02) }
  }
}
