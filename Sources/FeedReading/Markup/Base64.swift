/// Base64 (RFC 4648, §4), as Atom 0.3 and 1.0 use it.
enum Base64 {
  /// - Returns: the text in UTF-8; `nil` when it is none, because the feed has something else where Base64 should be.
  static func text(of encoded: [UInt8]) -> [UInt8]? {
    guard let bytes = decode(encoded), UTF8Repair.repaired(bytes[...]) == nil else { return nil }
    return bytes
  }

  /// - Returns: `nil` when there are characters that do not belong to it; white space is passed over.
  private static func decode(_ text: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text where !byte.isASCIISpace && byte != UInt8(ascii: "=") {
      guard let value = value(of: byte) else { return nil }
      bits = bits << 6 | UInt32(value)
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
    }
    return bytes
  }

  private static func value(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
    case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
    case UInt8(ascii: "+"): 62
    case .slash: 63
    default: nil
    }
  }
}
