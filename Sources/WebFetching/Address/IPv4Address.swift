/// An IPv4 address.
public struct IPv4Address: Hashable, Sendable {
  /// The address as a number, the first byte the most significant.
  public let bits: UInt32

  public init(bits: UInt32) { self.bits = bits }

  /// The four bytes, as they are written between dots.
  public init(_ a: UInt8, _ b: UInt8, _ c: UInt8, _ d: UInt8) {
    bits = [a, b, c, d].reduce(0) { $0 << 8 | UInt32($1) }
  }
}

extension IPv4Address: CustomStringConvertible {
  /// Four decimal numbers with dots between them.
  public var description: String {
    [24, 16, 8, 0].map { String(bits >> $0 & 0xFF) }.joined(separator: ".")
  }
}

extension IPv4Address {
  /// Whether a domain must be read as an IPv4 address: its last label is a number
  /// (https://url.spec.whatwg.org/#ends-in-a-number-checker).
  static func isMeant(by domain: String) -> Bool {
    var labels = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
    guard let last = labels.last, !last.isEmpty else { return false }
    return last.allSatisfy { Unicode.Scalar($0).isASCIIDigit } || number(String(Substring(last))) != nil
  }

  /// Reads every spelling that browsers accept: one to four numbers, each decimal, octal (`0177`) or hexadecimal
  /// (`0x7f`), of which the last fills the bytes that are left (https://url.spec.whatwg.org/#concept-ipv4-parser).
  ///
  /// - Returns: `nil` when a part is no number or too large, or when there are more than four.
  init?(spelling domain: String) {
    var parts = domain.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    if parts.count > 1, parts.last?.isEmpty == true { parts.removeLast() }
    let numbers = parts.compactMap { Self.number(String(Substring($0))) }
    guard parts.count <= 4, numbers.count == parts.count, let last = numbers.last else { return nil }
    let leading = numbers.dropLast()
    guard leading.allSatisfy({ $0 <= 255 }), last < 1 << (8 * UInt64(5 - numbers.count)) else { return nil }
    bits = zip(leading, [24, 16, 8]).reduce(UInt32(last)) { $0 | UInt32($1.0) << UInt32($1.1) }
  }

  /// One number of a spelling; a value beyond 32 bits is given as a large one.
  private static func number(_ text: String) -> UInt64? {
    var digits = text.unicodeScalars[...]
    var radix: UInt64 = 10
    if digits.count >= 2, digits.first == "0" {
      digits.removeFirst()
      radix = 8
      if digits.first?.asciiLowercased == "x" {
        digits.removeFirst()
        radix = 16
      }
    } else if digits.isEmpty {
      return nil
    }
    var value: UInt64 = 0
    for digit in digits {
      guard let digitValue = digit.hexDigitValue, digitValue < radix else { return nil }
      value = min(value * radix + UInt64(digitValue), 1 << 40)
    }
    return value
  }
}
