import Glibc

// What parsers of bytes ask of a byte.

extension UInt8 {
  static let lessThan = UInt8(ascii: "<")
  static let greaterThan = UInt8(ascii: ">")
  static let slash = UInt8(ascii: "/")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")

  /// White space as HTML counts it: tab, line feed, form feed, carriage return, space.
  var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) && self != 0x0B }
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  /// Whether the byte belongs to a letter or a digit; every byte beyond ASCII counts as one.
  var isWordByte: Bool { isASCIILetter || isASCIIDigit || self >= 0x80 }
  var isQuote: Bool { self == 0x22 || self == 0x27 }
  /// Whether the byte is a control character that no text has.
  var isControl: Bool { self < 0x20 && !isASCIISpace }
  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  /// Whether the byte is the first of a character's bytes in UTF-8.
  var beginsScalar: Bool { self & 0b1100_0000 != 0b1000_0000 }

  /// From 0 to 15; `nil` for what is no hexadecimal digit.
  var hexDigitValue: Int? {
    switch self {
    case 0x30...0x39: Int(self) - 0x30
    case 0x41...0x46, 0x61...0x66: Int(self | 0x20) - 0x61 + 10
    default: nil
    }
  }
}

extension ArraySlice<UInt8> {
  /// Where a byte stands first; as fast as the C library looks for it.
  func firstByte(_ byte: UInt8) -> Int? {
    withUnsafeBufferPointer { bytes -> Int? in
      guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else { return nil }
      return startIndex + (UnsafeRawPointer(found) - UnsafeRawPointer(start))
    }
  }
}

extension ArraySlice<UInt8> {
  /// The first place where the bytes of an ASCII or UTF-8 string stand.
  func range(of pattern: String) -> Range<Int>? {
    let pattern = pattern.utf8
    guard let first = pattern.first else { return nil }
    var rest = self
    while let start = rest.firstByte(first) {
      rest = rest[start...]
      if rest.starts(with: pattern) { return start..<(start + pattern.count) }
      rest = rest.dropFirst()
    }
    return nil
  }
}

extension [UInt8] {
  /// Appends a character in UTF-8.
  mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII {
      append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      append(contentsOf: String(scalar).utf8)
    }
  }
}

extension StringProtocol {
  /// The text without the characters at both ends that satisfy the predicate.
  func trimming(_ isTrimmed: (Character) -> Bool) -> String {
    var rest = self[...]
    while let last = rest.last, isTrimmed(last) { rest.removeLast() }
    return String(rest.drop(while: isTrimmed))
  }

  /// The text with white space trimmed from its ends and runs of it made one space.
  var collapsingSpace: String {
    var collapsed: [UInt8] = []
    collapsed.reserveCapacity(utf8.count)
    var needsSpace = false
    for scalar in unicodeScalars {
      if scalar.isASCII ? (0x09...0x0D).contains(scalar.value) || scalar == " " : scalar.properties.isWhitespace {
        needsSpace = !collapsed.isEmpty
        continue
      }
      if needsSpace { collapsed.append(.space) }
      needsSpace = false
      collapsed.append(scalar)
    }
    return String(decoding: collapsed, as: UTF8.self)
  }
}
