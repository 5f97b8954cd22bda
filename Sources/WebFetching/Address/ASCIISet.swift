/// A set of ASCII characters, one bit each.
struct ASCIISet: Sendable {
  private let mask: UInt128

  private init(mask: UInt128) { self.mask = mask }

  /// The ASCII characters of a text; others are left out.
  init(_ members: String) {
    mask = members.utf8.reduce(0) { $1 < 0x80 ? $0 | 1 << UInt128($1) : $0 }
  }

  /// U+0000 to U+001F.
  static let controls = ASCIISet(mask: (1 << 0x20) - 1)

  func union(_ members: String) -> ASCIISet { ASCIISet(mask: mask | ASCIISet(members).mask) }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && (mask >> UInt128(scalar.value)) & 1 == 1
  }
}

extension Unicode.Scalar {
  var isASCIIDigit: Bool { "0"..."9" ~= self }
  var isASCIIAlpha: Bool { "a"..."z" ~= self || "A"..."Z" ~= self }

  /// The lower-case form of an ASCII letter, anything else as it is.
  var asciiLowercased: Unicode.Scalar {
    "A"..."Z" ~= self ? Unicode.Scalar(UInt8(value) | 0x20) : self
  }
}
