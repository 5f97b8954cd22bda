import Foundation
import Synchronization
import TestSupport
import Testing

@testable import WebFetching

@Suite struct RobotsGateTests {
  private let clock = SettableDate()
  private let throttle = HostThrottle(spacing: .zero)

  private func gate(
    _ server: LoopbackServer, known: [String: RobotsPolicy] = [:], limits: WebFetcher.Limits = .quick,
    resolver: any HostResolving = ScriptedResolver([:])
  ) -> RobotsGate {
    RobotsGate(
      fetcher: .reaching(server, limits: limits, resolver: resolver), throttle: throttle, known: known,
      now: { [clock] in clock.now })
  }

  private func problem(_ gate: RobotsGate, _ address: String) -> WebFetchError.Problem? {
    do {
      try gate.admit(address)
      return nil
    } catch {
      return error.problem
    }
  }

  private let file = "User-agent: *\nDisallow: /\nUser-agent: Vetted\nDisallow: /private\nCrawl-delay: 2\n"

  @Test(arguments: ["text/plain", "text/html", "application/octet-stream", nil])
  func `the file decides, of whatever media type it is`(type: String?) throws {
    let server = try LoopbackServer(answering: answer(file, type: type))
    #expect(try gate(server).admit(server.address("/tea")) == .seconds(2))
    let error = #expect(throws: WebFetchError.self) { try gate(server).admit(server.address("/private?page")) }
    #expect(error?.problem == .blockedByRobots)
    #expect(error?.requested == server.address("/private?page"))
    #expect(error?.address == server.address("/private?page"))
  }

  @Test func `an origin is asked once a day`() throws {
    let targets = Mutex<[String]>([])
    let server = try LoopbackServer { [file] request, client in
      targets.withLock { $0.append(request.target) }
      client.send(answer(file))
    }
    let gate = gate(server)
    for path in ["/a", "/private", "/b?c"] { _ = problem(gate, server.address(path)) }
    clock.advance(by: 86_399)
    #expect(problem(gate, server.address("/private")) == .blockedByRobots)
    #expect(targets.withLock(\.self) == ["/robots.txt"])
    clock.advance(by: 1)
    #expect(problem(gate, server.address("/private")) == .blockedByRobots)
    #expect(targets.withLock(\.self) == ["/robots.txt", "/robots.txt"])
  }

  @Test(arguments: [400, 401, 403, 404, 410, 451])
  func `without a file everything is allowed`(status: Int) throws {
    let server = try LoopbackServer(answering: answer("Disallow: /", status: "\(status) Any"))
    #expect(try gate(server).admit(server.address("/tea")) == nil)
  }

  @Test(arguments: [429, 500, 503, 302])
  func `nothing is allowed while the file cannot be read`(status: Int) throws {
    let server = try LoopbackServer(answering: answer("", status: "\(status) Any"))
    guard case .robotsUnreadable(let reason) = problem(gate(server), server.address("/tea")) else {
      Issue.record("expected an unreadable file")
      return
    }
    #expect(reason.hasPrefix("the server answered \(status)"))
  }

  @Test func `a file that could not be read is asked for again after an hour`() throws {
    let count = Mutex(0)
    let server = try LoopbackServer { _, client in
      let isFirst = count.withLock {
        $0 += 1
        return $0 == 1
      }
      client.send(answer("", status: isFirst ? "503 Any" : "404 Any"))
    }
    let gate = gate(server)
    #expect(problem(gate, server.address()) != nil)
    clock.advance(by: 3599)
    #expect(problem(gate, server.address()) != nil)
    clock.advance(by: 1)
    #expect(problem(gate, server.address()) == nil)
    #expect(count.withLock(\.self) == 2)
  }

  @Test func `a server that is not there is told as such, and asked again`() throws {
    var server: LoopbackServer? = try LoopbackServer(answering: "")
    let address = try #require(server?.address())
    let gate = gate(try #require(server))
    server = nil
    guard case .connectionFailed = problem(gate, address) else {
      Issue.record("expected no connection")
      return
    }
    #expect(gate.policies.isEmpty)
    #expect(problem(gate, "http://nobody.example/") == .hostNotFound("nobody.example"))
  }

  @Test func `five redirects to the file are followed whatever the fetcher's limit`() throws {
    let server = try LoopbackServer { [file] request, client in
      let step = request.target == "/robots.txt" ? 0 : Int(request.target.dropFirst()) ?? 0
      client.send(step < 5 ? redirect(to: "/\(step + 1)") : answer(file))
    }
    let gate = gate(server, limits: .quick.with(\.redirects, 0))
    #expect(problem(gate, server.address("/private")) == .blockedByRobots)
    #expect(problem(gate, server.address("/tea")) == nil)
  }

  @Test func `each origin has its own file`() throws {
    let server = try LoopbackServer { [file] request, client in
      client.send(request.head.contains("Host: a.example") ? answer(file) : answer("", status: "404 Any"))
    }
    let resolver = ScriptedResolver(["a.example": [.at("127.0.0.1")], "b.example": [.at("127.0.0.1")]])
    let gate = gate(server, resolver: resolver)
    #expect(problem(gate, server.address("/private", host: "a.example")) == .blockedByRobots)
    #expect(problem(gate, server.address("/private", host: "b.example")) == nil)
    #expect(gate.policies.keys.sorted() == ["a", "b"].map { "http://\($0).example:\(server.port)" })
  }

  @Test func `what is known can be stored and is not asked for again while it holds`() throws {
    let server = try LoopbackServer(answering: answer(file))
    let first = gate(server)
    #expect(problem(first, server.address("/private")) == .blockedByRobots)
    let stored = try JSONEncoder().encode(first.policies)
    let silent = try LoopbackServer(answering: answer("", status: "404 Any"))
    let origin = "http://127.0.0.1:\(silent.port)"
    let known = try JSONDecoder().decode([String: RobotsPolicy].self, from: stored)
    let second = gate(silent, known: [origin: try #require(known.values.first)])
    #expect(problem(second, silent.address("/private")) == .blockedByRobots)
    clock.advance(by: 86_400)
    #expect(second.policies.isEmpty)
    #expect(problem(second, silent.address("/private")) == nil)
  }

  @Test func `a policy from the future does not hold`() throws {
    let server = try LoopbackServer(answering: answer("", status: "404 Any"))
    let known = RobotsPolicy(access: .file(RobotsFile(Array(file.utf8))), fetched: clock.now + 1)
    #expect(problem(gate(server, known: ["http://127.0.0.1:\(server.port)": known]), server.address("/private")) == nil)
  }

  @Test(arguments: ["ftp://a.example/", "http://169.254.169.254/", "http://printer/", "tea"])
  func `an address that the policy refuses is refused for that`(address: String) throws {
    let server = try LoopbackServer(answering: "")
    guard case .refused = problem(gate(server), address) else {
      Issue.record("expected a refusal")
      return
    }
  }

  @Test func `a name that leads into a private network is refused for that and not kept`() throws {
    let server = try LoopbackServer(answering: answer(file))
    let gate = gate(server, resolver: ScriptedResolver(["a.example": [.at("10.0.0.1")]]))
    let error = #expect(throws: WebFetchError.self) { try gate.admit(server.address("/tea", host: "a.example")) }
    #expect(error?.code == "private-address")
    #expect(error?.address == server.address("/tea", host: "a.example"))
    #expect(gate.policies.isEmpty)
  }

  @Test func `a file that leads into a private network is unreadable`() throws {
    let server = try LoopbackServer(answering: redirect(to: "http://10.0.0.1/robots.txt"))
    #expect(
      problem(gate(server), server.address("/tea"))
        == .robotsUnreadable("10.0.0.1 is a private address (10.0.0.0/8, RFC 1918)"))
  }

  @Test func `a cancelled task leaves nothing behind`() async throws {
    let server = try LoopbackServer(answering: answer(file))
    let gate = gate(server)
    let task = Task.detached {
      withUnsafeCurrentTask { $0?.cancel() }
      return self.problem(gate, server.address("/tea"))
    }
    #expect(await task.value == .cancelled)
    #expect(gate.policies.isEmpty)
  }

  @Test func `the file waits for its turn at the host`() throws {
    let server = try LoopbackServer(answering: answer(file))
    let clock = StoppedClock()
    let throttle = HostThrottle(spacing: .seconds(5), clock: clock)
    throttle.waitForTurn(at: .ipv4(IPv4Address(127, 0, 0, 1)))
    let gate = RobotsGate(fetcher: .reaching(server), throttle: throttle)
    #expect(problem(gate, server.address("/tea")) == nil)
    #expect(clock.pauses == [.seconds(5)])
  }
}

/// A date that passes only when it is told to.
private final class SettableDate: Sendable {
  private let date = Mutex(Date(timeIntervalSince1970: 1_795_000_000))

  var now: Date { date.withLock(\.self) }

  func advance(by seconds: TimeInterval) { date.withLock { $0 += seconds } }
}
