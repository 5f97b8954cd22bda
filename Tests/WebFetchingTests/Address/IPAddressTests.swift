import Testing

@testable import WebFetching

@Suite struct IPAddressTests {
  @Test(arguments: [
    ("1.2.3.4", "1.2.3.4"), ("1.2.772", "1.2.3.4"), ("1.131844", "1.2.3.4"), ("16909060", "1.2.3.4"), ("0", "0.0.0.0"),
    ("01.0x2.03.0X4", "1.2.3.4"), ("0x", "0.0.0.0"), ("255.255.255.255", "255.255.255.255"),
    ("4294967295", "255.255.255.255"),
    ("000001.2.3.4.", "1.2.3.4"),
  ])
  func `all spellings of IPv4 are read`(text: String, expected: String) {
    #expect(IPv4Address(spelling: text)?.description == expected)
  }

  @Test(arguments: [
    "", ".", "1..2", "1.2.3.256", "256.1.1.1", "1.2.65536", "4294967296", "0x100000000", "99999999999999999999999999",
    "08",
    "0xg", "1.2.3.4.5", "-1", "1.2.3.4..", "１",
  ])
  func `what is no IPv4 address is refused`(text: String) {
    #expect(IPv4Address(spelling: text) == nil)
  }

  @Test(arguments: [
    ("a.b", false), ("1.b", false), ("b.1", true), ("b.0x1f", true), ("b.0x", true), ("b.08", true), ("b.1.", true),
    ("", false), (".", false), ("1..", false), ("b.1a", false),
  ])
  func `a name whose last label is a number means an address`(name: String, isMeant: Bool) {
    #expect(IPv4Address.isMeant(by: name) == isMeant)
  }

  @Test(arguments: [
    ("::", "::"), ("::1", "::1"), ("1::", "1::"), ("1:2:3:4:5:6:7:8", "1:2:3:4:5:6:7:8"),
    ("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0"),
    ("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8"), ("1:0:0:2:0:0:0:3", "1:0:0:2::3"), ("1:0:0:2:0:0:3:4", "1::2:0:0:3:4"),
    ("::FFFF:1.2.3.4", "::ffff:102:304"), ("1:2:3:4:5:6:1.2.3.4", "1:2:3:4:5:6:102:304"), ("00ab::", "ab::"),
  ])
  func `IPv6 is read and shortened`(text: String, expected: String) {
    #expect(IPv6Address(text)?.description == expected)
    #expect(IPv6Address(expected) == IPv6Address(text))
  }

  @Test(arguments: [
    "", ":", ":::", ":1", "1:", "1:2:3:4:5:6:7", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7:8::", "1:2:3:4::5:6:7:8",
    "1::2::3", "12345::",
    "g::", "1:2:3:4:5:6:7:1.2.3.4", "::1.2.3", "::1.2.3.4.5", "::1.2.3.256", "::01.2.3.4", "::1.2.3.4:5", "::1.2.3.",
    "::1%eth0",
    "1.2.3.4", "::1 ",
  ])
  func `what is no IPv6 address is refused`(text: String) {
    #expect(IPv6Address(text) == nil)
  }
}
