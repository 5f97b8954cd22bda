// What parsers of bytes ask of a byte.

extension UInt8 {
  static let lessThan = UInt8(ascii: "<")
  static let greaterThan = UInt8(ascii: ">")
  static let ampersand = UInt8(ascii: "&")
  static let semicolon = UInt8(ascii: ";")
  static let slash = UInt8(ascii: "/")
  static let lineFeed = UInt8(ascii: "\n")
  static let space = UInt8(ascii: " ")

  var isASCIISpace: Bool { self == 0x20 || (0x09...0x0D).contains(self) }
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
  var isASCIIDigit: Bool { (0x30...0x39).contains(self) }
  var isQuote: Bool { self == 0x22 || self == 0x27 }
  var asciiLowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
  var asciiUppercased: UInt8 { (0x61...0x7A).contains(self) ? self & 0xDF : self }
  /// `!` and `?`, which stand behind the `<` of a declaration.
  var beginsDeclaration: Bool { self == UInt8(ascii: "!") || self == UInt8(ascii: "?") }
  /// Whether the name of an element or attribute may begin with it, as XML has it but for the letters beyond ASCII.
  var beginsName: Bool { isASCIILetter || self == UInt8(ascii: "_") || self == UInt8(ascii: ":") || self >= 0x80 }
}

extension RandomAccessCollection<UInt8> {
  /// The bytes as text, without the white space around it; `nil` when nothing is left.
  var trimmedText: String? {
    var rest = self[...].drop(while: \.isASCIISpace)
    while let last = rest.last, last.isASCIISpace { rest.removeLast() }
    return rest.isEmpty ? nil : String(decoding: rest, as: UTF8.self)
  }
}
