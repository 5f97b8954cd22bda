import Testing

@testable import WebFetching

@Suite struct AddressBlockTests {
  @Test(arguments: AddressBlock.refused)
  func `a block begins where it says and names its source`(block: AddressBlock) throws {
    #expect(block.contains(block.first))
    #expect(!block.kind.isEmpty && !block.source.isEmpty)
    let parts = block.description.split(separator: "/")
    #expect(IPAddress(String(parts[0])) == block.first)
    #expect(Int(parts[1]) == block.prefix)
    if let before = block.first.previous { #expect(!block.contains(before)) }
  }

  @Test(arguments: [
    ("9.255.255.255", false), ("10.0.0.0", true), ("10.255.255.255", true), ("11.0.0.0", false),
    ("172.15.255.255", false),
    ("172.31.255.255", true), ("172.32.0.0", false), ("100.63.255.255", false), ("100.127.255.255", true),
    ("223.255.255.255", false), ("224.0.0.0", true), ("255.255.255.255", true), ("fbff::", false), ("fc00::", true),
    ("fe7f::", false), ("fe80::", true), ("ff00::", true), ("2001:1ff:ffff::", true), ("2001:200::", false),
    ("2001:db8:ffff::1", true), ("2001:db9::", false), ("::2", true), ("::1:0:0", false),
  ])
  func `blocks end where they should`(text: String, isRefused: Bool) throws {
    let address = try #require(IPAddress(text))
    #expect(AddressBlock.refused.contains { $0.contains(address.judged) } == isRefused)
  }
}

extension IPAddress {
  fileprivate var previous: IPAddress? {
    switch self {
    case .v4(let address): address.bits == 0 ? nil : .v4(IPv4Address(bits: address.bits - 1))
    case .v6(let address): address.bits == 0 ? nil : .v6(IPv6Address(bits: address.bits - 1))
    }
  }
}
