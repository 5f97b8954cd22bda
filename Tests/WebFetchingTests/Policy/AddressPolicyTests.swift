import Testing

@testable import WebFetching

@Suite struct AddressPolicyTests {
  private func code(_ text: String, _ policy: AddressPolicy = AddressPolicy()) -> AddressPolicy.Refusal.Code? {
    if case .refused(let refusal) = policy.decision(on: text) { refusal.code } else { nil }
  }

  @Test(arguments: [
    "http://vetted.example/", "https://vetted.example:8443/a?b#c", "http://vetted.example:8080", "http://8.8.8.8/",
    "https://[2606:4700::1]/", "http://[::ffff:8.8.8.8]/", "http://bücher.example/", "http://127.0.0.1.vetted.example/",
    "http://notlocalhost.example/", "http://localhost.vetted.example/", "http://internal.example/",
  ])
  func `addresses of the public web are allowed`(text: String) {
    #expect(AddressPolicy().decision(on: text) == WebAddress(text).map(AddressPolicy.Decision.allowed))
  }

  @Test(
    arguments: [
      ("vetted.example", .notAnAddress), ("http://[::1", .notAnAddress), ("http://256.1.1.1/", .notAnAddress),
      ("ftp://vetted.example/", .schemeNotAllowed), ("file:///etc/passwd", .schemeNotAllowed),
      ("data:,a", .schemeNotAllowed),
      ("http://me@vetted.example/", .credentialsNotAllowed), ("http://:pw@vetted.example/", .credentialsNotAllowed),
      ("http://vetted.example:22/", .portNotAllowed), ("https://vetted.example:0/", .portNotAllowed),
      ("http://localhost/", .privateName), ("http://a.LOCALHOST./", .privateName), ("http://printer/", .privateName),
      ("http://printer../", .privateName), ("http://nas.local/", .privateName), ("http://a.internal./", .privateName),
      ("http://metadata.goog/", .privateName), ("http://x.home.arpa/", .privateName),
      ("http://0x7f.1/", .privateAddress), ("http://2130706433/", .privateAddress), ("http://①②⑦.1/", .privateAddress),
      ("http://[::1]/", .privateAddress), ("http://[::ffff:10.0.0.1]/", .privateAddress),
      ("http://[::7f00:1]/", .privateAddress),
      ("http://[64:ff9b::8.8.8.8]/", .privateAddress), ("http://[2002:808:808::]/", .privateAddress),
      ("http://[2001::1]/", .privateAddress), ("http://[::ffff:0:8.8.8.8]/", .privateAddress),
    ] as [(String, AddressPolicy.Refusal.Code)])
  func `other addresses are refused with a code`(text: String, expected: AddressPolicy.Refusal.Code) {
    #expect(code(text) == expected)
  }

  @Test func `a refusal says in plain words what is wrong`() {
    guard case .refused(let refusal) = AddressPolicy().decision(on: "http://[::ffff:7f00:1]/") else {
      Issue.record("expected a refusal")
      return
    }
    #expect(refusal.reason == "::ffff:7f00:1 (that is, 127.0.0.1) is a loopback address (127.0.0.0/8, RFC 1122)")
    let resolved = AddressPolicy().refusal(of: .v4(IPv4Address(10, 1, 2, 3)), resolvedFrom: .domain("vetted.example"))
    #expect(resolved?.reason == "vetted.example leads to 10.1.2.3, a private address (10.0.0.0/8, RFC 1918)")
  }

  @Test func `ports can be chosen`() {
    let policy = AddressPolicy(allowedPorts: [8000])
    #expect(code("http://vetted.example:8000/", policy) == nil)
    #expect(code("http://vetted.example/", policy) == .portNotAllowed)
  }

  @Test func `a private host can be allowed on one more port`() {
    let policy = AddressPolicy(allowedPrivateHosts: ["10.0.0.5:8000", "[fd00::5]:8000"])
    #expect(code("http://10.0.0.5:8000/", policy) == nil)
    #expect(code("http://[fd00::5]:8000/", policy) == nil)
    #expect(code("http://10.0.0.5:8001/", policy) == .portNotAllowed)
    #expect(code("http://vetted.example:8000/", policy) == .portNotAllowed)
    #expect(code("http://10.0.0.50:8000/", policy) == .privateAddress)
  }

  @Test func `a private host can be allowed and nothing beside it`() {
    let policy = AddressPolicy(allowedPrivateHosts: ["wiki.internal", "10.0.0.5", "[fd00::5]"])
    #expect(code("http://wiki.internal/", policy) == nil)
    #expect(code("http://10.5/", policy) == nil)
    #expect(code("http://[fd00::5]/", policy) == nil)
    #expect(code("http://a.wiki.internal/", policy) == .privateName)
    #expect(code("http://10.0.0.6/", policy) == .privateAddress)
    #expect(code("http://10.0.0.5:22/", policy) == .portNotAllowed)
    let near = IPAddress.v4(IPv4Address(10, 0, 0, 6))
    #expect(
      policy.refusal(of: near, resolvedFrom: .domain("wiki.internal")) == nil, "the name stands for where it leads")
    #expect(policy.refusal(of: near, resolvedFrom: .domain("evil.example")) != nil)
    let five = IPAddress.v4(IPv4Address(10, 0, 0, 5))
    #expect(policy.refusal(of: five, resolvedFrom: .domain("other.example")) == nil)
  }
}
