import FactCheckCore
import TestSupport
import Testing

@testable import WebFetching

@Suite struct WebFetcherRouteTests {
  private let server: LoopbackServer

  init() throws {
    server = try LoopbackServer { request, client in
      client.send(request.target == "/away" ? redirect(to: "/page") : answer("ok"))
    }
  }

  @Test func `the connection goes to the address that the resolver gave`() throws {
    let resolver = ScriptedResolver(["page.example": [.at("127.0.0.1")]])
    let content = try WebFetcher.reaching(server, resolver: resolver).fetch(server.address(host: "page.example"))
    #expect(content.bytes == Array("ok".utf8))
    #expect(resolver.lookedUp == ["page.example"])
  }

  @Test(arguments: ["page.example.", "PAGE.Example", "bücher.example", "a_b.example"])
  func `the name is pinned however it is written`(name: String) throws {
    let asked = try #require(WebAddress("http://\(name)/")?.host?.description)
    let resolver = ScriptedResolver([asked: [.at("::1", "127.0.0.1")]])
    let policy = AddressPolicy(allowedPorts: [server.port], allowedPrivateHosts: [asked])
    let fetcher = WebFetcher(version: "1", contact: "me", policy: policy, limits: .quick, resolver: resolver)
    #expect(fetcher.problem(with: server.address(host: name)) == nil)
  }

  @Test(arguments: [
    ["10.0.0.1"], ["127.0.0.1", "127.0.0.2"], ["::1", "127.0.0.1"], ["::ffff:127.0.0.9"], ["fe80::1"], ["100.64.0.1"],
    ["169.254.169.254"], ["0.0.0.0"],
  ])
  func `a name with any refused address is refused`(addresses: [String]) {
    let resolver = ScriptedResolver(["page.example": [.addresses(addresses.compactMap { IPAddress($0) })]])
    let fetcher = WebFetcher.reaching(server, resolver: resolver)
    #expect(fetcher.refusal(of: server.address(host: "page.example")) == .privateAddress)
  }

  @Test func `a name server that changes its answer gains nothing`() {
    let resolver = ScriptedResolver(["page.example": [.at("127.0.0.1"), .at("127.0.0.2")]])
    let fetcher = WebFetcher.reaching(server, resolver: resolver)
    #expect(fetcher.problem(with: server.address(host: "page.example")) == nil, "one look-up, one answer")
    #expect(resolver.lookedUp.count == 1)
    #expect(fetcher.refusal(of: server.address("/away", host: "page.example")) == .privateAddress)
  }

  @Test func `each redirect is looked up and judged again`() {
    let resolver = ScriptedResolver(["page.example": [.at("127.0.0.1"), .at("192.168.0.1")]])
    let fetcher = WebFetcher.reaching(server, resolver: resolver)
    #expect(fetcher.refusal(of: server.address("/away", host: "page.example")) == .privateAddress)
    #expect(resolver.lookedUp == ["page.example", "page.example"])
  }

  @Test func `no socket is opened to an address that was not judged`() throws {
    let address = try #require(WebAddress(server.address()))
    let hop = Hop(requested: "", address: address)
    let route = Route(endpoint: address, addresses: [.v4(IPv4Address(127, 0, 0, 2))], isProxy: false)
    let exchange = try CurlExchange(hop: hop, route: route, settings: .reaching(server))
    let error = #expect(throws: WebFetchError.self) {
      try CurlConnections(for: hop).run(exchange, until: .now + .seconds(1))
    }
    #expect(error?.code == "private-address")
  }

  @Test(
    arguments: [
      (.notFound, "host-not-found"), (.addresses([]), "host-not-found"), (.failed("no answer"), "lookup-failed"),
      (.timedOut, "timed-out"),
    ] as [(HostLookup, String)])
  func `a name without an answer is an error`(lookup: HostLookup, code: String) {
    let resolver = ScriptedResolver(["page.example": [lookup]])
    let error = #expect(throws: WebFetchError.self) {
      try WebFetcher.reaching(server, resolver: resolver).fetch("http://page.example/")
    }
    #expect(error?.code == code)
  }

  @Test func `names that are refused are not looked up`() {
    let resolver = ScriptedResolver([:])
    let fetcher = WebFetcher.reaching(server, resolver: resolver)
    #expect(fetcher.refusal(of: "http://metadata.google.internal/") == .privateName)
    #expect(resolver.lookedUp.isEmpty)
  }
}
