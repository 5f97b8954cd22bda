/// The percent-encode sets of the URL Standard (https://url.spec.whatwg.org/#percent-encoded-bytes). What is not ASCII
/// belongs to all of them.
struct PercentEncodeSet: Sendable {
  private let members: ASCIISet

  static let control = PercentEncodeSet(members: ASCIISet.controls.union("\u{7F}"))
  static let fragment = control.union(" \"<>`")
  static let query = control.union(" \"#<>")
  static let specialQuery = query.union("'")
  static let path = query.union("?^`{}")
  static let userinfo = path.union("/:;=@[\\]|")

  private func union(_ more: String) -> PercentEncodeSet { PercentEncodeSet(members: members.union(more)) }

  func contains(_ scalar: Unicode.Scalar) -> Bool { !scalar.isASCII || members.contains(scalar) }
}

extension String {
  /// Appends a scalar, as the percent-encoded bytes of its UTF-8 form when the set has it.
  mutating func append(_ scalar: Unicode.Scalar, encoding set: PercentEncodeSet) {
    guard set.contains(scalar) else { return unicodeScalars.append(scalar) }
    for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { appendPercentEncoded(byte) }
  }

  /// Appends `%` and the two digits of a byte.
  mutating func appendPercentEncoded(_ byte: UInt8) {
    self += byte < 0x10 ? "%0" : "%"
    self += String(byte, radix: 16, uppercase: true)
  }

  /// The text with every scalar of the set percent-encoded.
  func percentEncoded(_ set: PercentEncodeSet) -> String {
    unicodeScalars.reduce(into: "") { $0.append($1, encoding: set) }
  }

  /// The text with every `%` and two hexadecimal digits replaced by the byte they name; what is not UTF-8 then becomes
  /// U+FFFD.
  var percentDecoded: String {
    guard utf8.contains(UInt8(ascii: "%")) else { return self }
    let source = Array(utf8)
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      let encoded = source.percentEncodedByte(at: index)
      bytes.append(encoded ?? source[index])
      index += encoded == nil ? 1 : 3
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [UInt8] {
  /// The byte that a `%` and two hexadecimal digits at this place name; `nil` when they do not stand there.
  func percentEncodedByte(at index: Int) -> UInt8? {
    guard self[index] == UInt8(ascii: "%"), index + 2 < count,
      let high = Unicode.Scalar(self[index + 1]).hexDigitValue, let low = Unicode.Scalar(self[index + 2]).hexDigitValue
    else { return nil }
    return UInt8(high << 4 | low)
  }
}

extension Unicode.Scalar {
  /// The value of an ASCII hexadecimal digit.
  var hexDigitValue: UInt32? {
    switch self {
    case "0"..."9": value - 0x30
    case "a"..."f": value - 0x61 + 10
    case "A"..."F": value - 0x41 + 10
    default: nil
    }
  }
}
