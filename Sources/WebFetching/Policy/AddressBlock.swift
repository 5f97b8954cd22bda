/// A block of IP addresses that are not on the public Internet, or that lead into a network by a detour.
struct AddressBlock: Sendable {
  /// The first address of the block.
  let first: IPAddress
  /// How many leading bits are fixed.
  let prefix: Int
  /// What an address of the block is, with its article.
  let kind: String
  /// The document that sets the block aside.
  let source: String

  static func v4(
    _ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8, prefix: Int, _ kind: String, _ source: String
  ) -> AddressBlock {
    AddressBlock(first: .v4(IPv4Address(a, b, c, d)), prefix: prefix, kind: kind, source: source)
  }

  /// Takes the leading groups; the rest is zero.
  static func v6(_ groups: UInt16..., prefix: Int, _ kind: String, _ source: String) -> AddressBlock {
    AddressBlock(first: .v6(IPv6Address(groups: groups)), prefix: prefix, kind: kind, source: source)
  }

  func contains(_ address: IPAddress) -> Bool {
    switch (first, address) {
    case (.v4(let first), .v4(let address)): (first.bits ^ address.bits) >> UInt32(32 - prefix) == 0
    case (.v6(let first), .v6(let address)): (first.bits ^ address.bits) >> UInt128(128 - prefix) == 0
    default: false
    }
  }
}

extension AddressBlock: CustomStringConvertible {
  /// In the notation of RFC 4632, such as `10.0.0.0/8`.
  var description: String { "\(first)/\(prefix)" }
}

extension AddressBlock {
  /// What must not be fetched. The rows come from the IANA registries of special-purpose addresses for IPv4 and IPv6
  /// (RFC 6890, https://www.iana.org/assignments/iana-ipv4-special-registry and …ipv6-special-registry) and of
  /// multicast addresses, unless they name another source. Addresses of IPv6 that hold one of IPv4 are looked into
  /// first: see ``IPAddress/judged``.
  static let refused: [AddressBlock] = [
    .v4(0, 0, 0, 0, prefix: 8, "an address of “this” network", "RFC 791"),
    .v4(10, 0, 0, 0, prefix: 8, "a private address", "RFC 1918"),
    .v4(100, 64, 0, 0, prefix: 10, "an address behind a carrier's NAT", "RFC 6598"),
    .v4(127, 0, 0, 0, prefix: 8, "a loopback address", "RFC 1122"),
    .v4(
      168, 63, 129, 16, prefix: 32, "the host agent of Azure", "Microsoft Learn, “What is IP address 168.63.129.16?”"),
    .v4(169, 254, 0, 0, prefix: 16, "a link-local address, as cloud metadata services have", "RFC 3927"),
    .v4(172, 16, 0, 0, prefix: 12, "a private address", "RFC 1918"),
    .v4(192, 0, 0, 0, prefix: 24, "an address for protocol assignments", "RFC 6890"),
    .v4(192, 0, 2, 0, prefix: 24, "an address for documentation", "RFC 5737"),
    .v4(192, 31, 196, 0, prefix: 24, "an address of the AS112 sink", "RFC 7535"),
    .v4(192, 52, 193, 0, prefix: 24, "an address for multicast tunnels", "RFC 7450"),
    .v4(192, 88, 99, 0, prefix: 24, "an address of a 6to4 relay", "RFC 7526"),
    .v4(192, 168, 0, 0, prefix: 16, "a private address", "RFC 1918"),
    .v4(192, 175, 48, 0, prefix: 24, "an address of the AS112 sink", "RFC 7534"),
    .v4(198, 18, 0, 0, prefix: 15, "an address for benchmarks", "RFC 2544"),
    .v4(198, 51, 100, 0, prefix: 24, "an address for documentation", "RFC 5737"),
    .v4(203, 0, 113, 0, prefix: 24, "an address for documentation", "RFC 5737"),
    .v4(224, 0, 0, 0, prefix: 4, "a multicast address", "RFC 5771"),
    .v4(255, 255, 255, 255, prefix: 32, "the broadcast address", "RFC 919"),
    .v4(240, 0, 0, 0, prefix: 4, "a reserved address", "RFC 1112"),
    .v6(0, 0, 0, 0, 0, 0, 0, 0, prefix: 128, "the unspecified address", "RFC 4291"),
    .v6(0, 0, 0, 0, 0, 0, 0, 1, prefix: 128, "the loopback address", "RFC 4291"),
    .v6(0, 0, 0, 0, 0xFFFF, 0, prefix: 96, "an address that stands for one of IPv4 (SIIT)", "RFC 2765"),
    .v6(0x64, 0xFF9B, prefix: 96, "an address that stands for one of IPv4 (NAT64)", "RFC 6052"),
    .v6(0x64, 0xFF9B, 1, prefix: 48, "an address that stands for one of IPv4 (NAT64)", "RFC 8215"),
    .v6(0x100, prefix: 64, "an address whose packets are dropped", "RFC 6666"),
    .v6(0x100, 0, 0, 1, prefix: 64, "an address whose packets are dropped", "RFC 9780"),
    .v6(0x2001, 0, prefix: 32, "an address that stands for one of IPv4 (Teredo)", "RFC 4380"),
    .v6(0x2001, 0, prefix: 23, "an address for protocol assignments", "RFC 2928"),
    .v6(0x2001, 0xDB8, prefix: 32, "an address for documentation", "RFC 3849"),
    .v6(0x2002, prefix: 16, "an address that stands for one of IPv4 (6to4)", "RFC 3056"),
    .v6(0x2620, 0x4F, 0x8000, prefix: 48, "an address of the AS112 sink", "RFC 7534"),
    .v6(0x3FFF, prefix: 20, "an address for documentation", "RFC 9637"),
    .v6(0x5F00, prefix: 16, "an address for segment routing", "RFC 9602"),
    .v6(0xFC00, prefix: 7, "a private address", "RFC 4193"),
    .v6(0xFE80, prefix: 10, "a link-local address", "RFC 4291"),
    .v6(0xFEC0, prefix: 10, "a private address of the former site-local kind", "RFC 3879"),
    .v6(0xFF00, prefix: 8, "a multicast address", "RFC 4291"),
  ]
}

extension IPAddress {
  /// The address that counts: for an IPv4-mapped (`::ffff:10.0.0.1`) or IPv4-compatible (`::10.0.0.1`) one of RFC 4291,
  /// sections 2.5.5.1 and 2.5.5.2, the IPv4 address in it.
  var judged: IPAddress {
    guard case .v6(let address) = self else { return self }
    let leading = address.bits >> 32
    guard leading == 0xFFFF || (leading == 0 && address.bits > 1) else { return self }
    return .v4(IPv4Address(bits: UInt32(truncatingIfNeeded: address.bits)))
  }
}
