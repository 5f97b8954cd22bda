import Testing

@testable import WebFetching

@Suite struct WebHostTests {
  @Test(arguments: [
    ("Vetted.Example", "vetted.example"), ("%76etted.example", "vetted.example"),
    ("vetted.example.", "vetted.example."),
    ("a_b.example", "a_b.example"), ("xn--nonsense", "xn--nonsense"), ("1.2.3.4a", "1.2.3.4a"),
    ("bücher.example", "xn--bcher-kva.example"), ("BÜCHER.example", "xn--bcher-kva.example"),
    ("bu\u{308}cher.example", "xn--bcher-kva.example"), ("straße.example", "xn--strae-oqa.example"),
    ("☕.example", "xn--53h.example"), ("ｖｅｔｔｅｄ。example", "vetted.example"), ("vet\u{AD}ted.example", "vetted.example"),
    ("b%C3%BCcher.example", "xn--bcher-kva.example"),
  ])
  func `a name gets its ASCII form`(text: String, expected: String) throws {
    #expect(try WebHost(text, isOpaque: false) == .domain(expected))
  }

  @Test(arguments: [
    "a b", "a<b", "a%", "%zz.example", "a%25b", "a\u{7F}b", "％３１", "é＠b", "é\u{0}b", "\u{AD}", "\u{FFFD}.example",
    "%FF",
    "é:b", "\u{200D}a.example", "[1.2.3.4]", "[::1", "[::1]x", "[fe80::1%25eth0]",
  ])
  func `what cannot be a host is refused`(text: String) {
    #expect(throws: WebAddressFlaw.badHost(text)) { try WebHost(text, isOpaque: false) }
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.1.", "0x7f.1", "017700000001", "%31%32%37.1", "１２７。０。０。１", "①②⑦.⓪.⓪.①"])
  func `every spelling of an address is that address`(text: String) throws {
    #expect(try WebHost(text, isOpaque: false) == .ipv4(IPv4Address(127, 0, 0, 1)))
  }

  @Test func `IPv6 stands in brackets`() throws {
    let host = try WebHost("[2001:DB8::0:1]", isOpaque: false)
    #expect(host.description == "[2001:db8::1]")
    #expect(host.ip?.description == "2001:db8::1")
  }

  @Test func `the host of an unknown scheme is kept`() throws {
    #expect(try WebHost("Te%61é", isOpaque: true) == .opaque("Te%61%C3%A9"))
    #expect(throws: WebAddressFlaw.self) { try WebHost("te a", isOpaque: true) }
  }
}
