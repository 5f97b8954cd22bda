extension UInt8 {
  var isASCIIByte: Bool { self < 0x80 }
  var isDigit: Bool { self &- 0x30 < 10 }
  var isUpper: Bool { self &- 0x41 < 26 }
  var isLower: Bool { self &- 0x61 < 26 }
  var isLetter: Bool { (self | 0x20) &- 0x61 < 26 }
  var isAlphanumeric: Bool { isLetter || isDigit }
  /// Space, tab, line feed, vertical tab, form feed, carriage return.
  var isSpace: Bool { self == 0x20 || self &- 0x09 < 5 }
  /// The same letter in lower case; other bytes as they are.
  var lowercased: UInt8 { isUpper ? self | 0x20 : self }

  /// Whether it is one of some ASCII characters.
  func isOne(of characters: StaticString) -> Bool {
    characters.withUTF8Buffer { $0.contains(self) }
  }

  // An ASCII character may be written where a byte is compared: `byte == "."`.
  static func == (byte: UInt8, scalar: Unicode.Scalar) -> Bool { UInt32(byte) == scalar.value }
  static func != (byte: UInt8, scalar: Unicode.Scalar) -> Bool { UInt32(byte) != scalar.value }
  static func ~= (pattern: Unicode.Scalar, byte: UInt8) -> Bool { pattern.value == UInt32(byte) }
}
