/// An IPv6 address, without a zone.
public struct IPv6Address: Hashable, Sendable {
  /// The address as a number, the first group the most significant.
  public let bits: UInt128

  public init(bits: UInt128) { self.bits = bits }

  /// The groups of 16 bits from the first on; those left out are zero.
  ///
  /// - Precondition: at most eight groups.
  public init(groups: [UInt16]) {
    precondition(groups.count <= 8, "an IPv6 address has eight groups")
    let padded = groups + Array(repeating: 0, count: 8 - groups.count)
    bits = padded.reduce(0) { $0 << 16 | UInt128($1) }
  }

  /// The eight groups of 16 bits.
  public var groups: [UInt16] {
    (0..<8).map { UInt16(truncatingIfNeeded: bits >> UInt128(112 - 16 * $0)) }
  }
}

extension IPv6Address: CustomStringConvertible {
  /// The form of RFC 5952, without brackets: lower case, the first longest run of zero groups shortened to `::`.
  public var description: String {
    let groups = groups
    func hex(_ groups: some Sequence<UInt16>) -> String {
      groups.map { String($0, radix: 16) }.joined(separator: ":")
    }
    guard let run = Self.longestZeroRun(in: groups) else { return hex(groups) }
    return hex(groups[..<run.lowerBound]) + "::" + hex(groups[run.upperBound...])
  }

  private static func longestZeroRun(in groups: [UInt16]) -> Range<Int>? {
    var longest = 0..<1
    var start = 0
    for (index, group) in groups.enumerated() {
      if group != 0 { start = index + 1 }
      if index + 1 - start > longest.count { longest = start..<index + 1 }
    }
    return longest.count > 1 ? longest : nil
  }
}

extension IPv6Address {
  /// Reads what stands between the brackets of a host (https://url.spec.whatwg.org/#concept-ipv6-parser).
  ///
  /// - Returns: `nil` when it is no IPv6 address; a zone (`%eth0`) makes it none.
  init?(_ text: some StringProtocol) {
    var reader = IPv6Reader(input: Array(text.unicodeScalars))
    guard let groups = reader.readAll() else { return nil }
    self.init(groups: groups)
  }
}

/// Reads the groups of an IPv6 address from left to right.
private struct IPv6Reader {
  let input: [Unicode.Scalar]
  private var position = 0
  private var groups: [UInt16] = []
  /// How many groups stand before the `::`.
  private var gap: Int?

  init(input: [Unicode.Scalar]) { self.input = input }

  private var next: Unicode.Scalar? { position < input.count ? input[position] : nil }

  mutating func readAll() -> [UInt16]? {
    if next == ":" {
      guard input.dropFirst().first == ":" else { return nil }
      position = 2
      gap = 0
    }
    while next != nil {
      guard groups.count < 8, readGroup() else { return nil }
    }
    guard let gap else { return groups.count == 8 ? groups : nil }
    guard groups.count < 8 else { return nil }
    return groups[..<gap] + Array(repeating: 0, count: 8 - groups.count) + groups[gap...]
  }

  /// Reads a group with the colon behind it, a second colon, or the IPv4 address at the end.
  private mutating func readGroup() -> Bool {
    if next == ":" {
      guard gap == nil else { return false }
      position += 1
      gap = groups.count
      return true
    }
    let start = position
    var value: UInt32 = 0
    while position - start < 4, let digit = next?.hexDigitValue {
      value = value << 4 | digit
      position += 1
    }
    if next == "." {
      position = start
      return readIPv4()
    }
    guard position > start else { return false }
    groups.append(UInt16(value))
    if next == ":" {
      position += 1
      return next != nil
    }
    return next == nil
  }

  /// Four decimal numbers without leading zeros, up to the end.
  private mutating func readIPv4() -> Bool {
    let parts = input[position...].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4, groups.count <= 6 else { return false }
    var bytes: [UInt16] = []
    for part in parts {
      guard (1...3).contains(part.count), part.allSatisfy(\.isASCIIDigit), part.count == 1 || part.first != "0" else {
        return false
      }
      let value = part.reduce(0) { $0 * 10 + $1.value - 0x30 }
      guard value <= 255 else { return false }
      bytes.append(UInt16(value))
    }
    groups += [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
    position = input.count
    return true
  }
}
