import TestSupport
import Testing

@testable import WebFetching

@Suite struct WebAddressTests {
  @Test(arguments: [
    ("https://vetted.example", "https://vetted.example/"),
    ("  HTTPS://Vetted.EXAMPLE:443/Tea  ", "https://vetted.example/Tea"),
    ("ht\ntp:\t//vetted.example/a\rb", "http://vetted.example/ab"),
    ("http:vetted.example", "http://vetted.example/"),
    ("http:\\\\vetted.example\\tea\\", "http://vetted.example/tea/"),
    ("http://vetted.example:/", "http://vetted.example/"),
    ("http://vetted.example:00081/", "http://vetted.example:81/"),
    ("http://a@b@vetted.example/", "http://a%40b@vetted.example/"),
    ("http://a:b:c@vetted.example", "http://a:b%3Ac@vetted.example/"),
    ("http://:@vetted.example/", "http://vetted.example/"),
    ("http://vetted.example/a/./b/%2E/../c", "http://vetted.example/a/c"),
    ("http://vetted.example/../../a/..", "http://vetted.example/"),
    ("http://vetted.example/a b?c d#e f", "http://vetted.example/a%20b?c%20d#e%20f"),
    ("http://vetted.example/?it's", "http://vetted.example/?it%27s"),
    ("http://vetted.example/tée", "http://vetted.example/t%C3%A9e"),
    ("http://vetted.example?#", "http://vetted.example/?#"),
    ("ftp://vetted.example:21/a", "ftp://vetted.example/a"),
    ("mailto:Tea@Vetted.Example", "mailto:Tea@Vetted.Example"),
    ("data:text/plain,a  ?b", "data:text/plain,a %20?b"),
    ("tea://Leaf:99/a/../b?it's", "tea://Leaf:99/b?it's"),
    ("tea:/.//a", "tea:/.//a"),
    ("tea://", "tea://"),
    ("file:///c|/a/../../b", "file:///c:/b"),
    ("file://LOCALHOST/a", "file:///a"),
    ("file:\\\\share\\a", "file://share/a"),
    ("file:c:\\a", "file:///c:/a"),
  ])
  func `an absolute address gets its normal form`(text: String, expected: String) {
    #expect(WebAddress(text)?.description == expected)
  }

  @Test(arguments: [
    ("page", "http://vetted.example/a/page"), ("../page", "http://vetted.example/page"),
    ("", "http://vetted.example/a/b?c"),
    ("?q", "http://vetted.example/a/b?q"), ("#f", "http://vetted.example/a/b?c#f"),
    ("/page", "http://vetted.example/page"),
    ("//other.example/x", "http://other.example/x"), ("http:page", "http://vetted.example/a/page"),
    ("http:/page", "http://vetted.example/page"), ("\\page", "http://vetted.example/page"),
    ("https:page", "https://page/"), ("mailto:a", "mailto:a"),
  ])
  func `a relative address is read at its base`(text: String, expected: String) throws {
    let base = try #require(WebAddress("http://vetted.example/a/b?c#d"))
    #expect(WebAddress(text, relativeTo: base)?.description == expected)
  }

  @Test(arguments: [
    ("file:///c:/a/b", "/x", "file:///c:/x"), ("file:///c:/a/b", "..", "file:///c:/"),
    ("file:///c:/a", "d|/x", "file:///d:/x"), ("file://share/a", "//other/b", "file://other/b"),
    ("tea:leaf", "#f", "tea:leaf#f"), ("tea:/a/b", "c", "tea:/a/c"), ("tea://h/a", "\\c", "tea://h/\\c"),
  ])
  func `other schemes have relative addresses of their own`(base: String, text: String, expected: String) throws {
    let base = try #require(WebAddress(base))
    #expect(WebAddress(text, relativeTo: base)?.description == expected)
  }

  @Test(
    arguments: [
      ("", .noScheme), ("vetted.example/page", .noScheme), ("//vetted.example", .noScheme),
      ("1http://a.example", .noScheme),
      ("http://", .noHost), ("https:///", .noHost), ("http://user@/", .noHost), ("http://:80/", .noHost),
      ("http://a b/", .badHost("a b")), ("http://[::1", .badHost("[::1")), ("http://a%00b/", .badHost("a%00b")),
      ("http://1.2.3.4.5/", .badHost("1.2.3.4.5")), ("tea://a^b/", .badHost("a^b")), ("file://%/", .badHost("%")),
      ("http://a.example:65536/", .badPort), ("http://a.example:8o/", .badPort), ("http://a.example:-1/", .badPort),
    ] as [(String, WebAddressFlaw)])
  func `what is no address says why`(text: String, flaw: WebAddressFlaw) {
    #expect(WebAddress(text) == nil)
    #expect(throws: flaw) { try WebAddress.parse(text) }
  }

  @Test func `an opaque address is no base`() throws {
    let base = try #require(WebAddress("mailto:tea"))
    #expect(WebAddress("page", relativeTo: base) == nil)
  }

  @Test func `the parts can be asked for`() throws {
    let address = try #require(WebAddress("https://me:pw@vetted.example:8443/a/b?c#d"))
    #expect(address.scheme == "https")
    #expect(address.username == "me")
    #expect(address.password == "pw")
    #expect(address.hasCredentials)
    #expect(address.host == .domain("vetted.example"))
    #expect(address.port == 8443)
    #expect(address.path == "/a/b")
    #expect(address.query == "c")
    #expect(address.fragment == "d")
    #expect(address.withoutFragment == "https://me:pw@vetted.example:8443/a/b?c")
    #expect(WebAddress("https://vetted.example")?.effectivePort == 443)
    #expect(WebAddress("file:///a")?.effectivePort == nil)
  }

  @Test func `any text is read without a crash and its normal form reads as itself`() {
    var random = SeededGenerator(seed: 20_261_123)
    let seeds = [
      "https://me:pw@vetted.example:8443/a/../b?c#d", "http://[::ffff:1.2.3.4]:80/", "file://c|/x/..", "tea:/.//a?b",
      "http://0x7f.1/%2e%2E", "mailto:a b#", "http://bücher.example/é", "http://①②⑦.⓪.⓪.①/",
    ].map { Array($0.unicodeScalars) }
    let alphabet = Array(":/\\?#@[]%.|0x1a:é\u{301}\u{AD}．\t \u{0}\u{FFFD}\u{10FFFF}^".unicodeScalars)
    for round in 0..<4_000 {
      var scalars = seeds[round % seeds.count]
      for _ in 0...random.next() % 4 {
        let place = Int(random.next() % UInt64(scalars.count + 1))
        let scalar = alphabet[Int(random.next() % UInt64(alphabet.count))]
        scalars.replaceSubrange(place..<min(place + Int(random.next() % 3), scalars.count), with: [scalar])
      }
      let text = String(String.UnicodeScalarView(scalars))
      let base = round % 3 == 0 ? WebAddress("http://vetted.example/a/b") : nil
      guard let address = WebAddress(text, relativeTo: base) else { continue }
      #expect(address.description.utf8.allSatisfy { $0 < 0x80 }, "\(text.debugDescription)")
      #expect(WebAddress(address.description) == address, "\(text.debugDescription)")
    }
  }
}
