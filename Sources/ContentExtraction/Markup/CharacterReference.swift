import CLibXML2

/// Decodes character references: `&amp;`, `&#8217;`, `&#x2019;`, `&eacute;`.
enum CharacterReference {
  private static let ampersand = UInt8(ascii: "&")
  /// No name of HTML 4 is longer.
  private static let longestName = 8

  /// Appends bytes with their references decoded; a `&` that begins none stays.
  static func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    var rest = bytes
    while let start = rest.firstByte(ampersand) {
      output.append(contentsOf: rest[..<start])
      rest = rest[(start + 1)...]
      if !appendReference(&rest, to: &output) { output.append(ampersand) }
    }
    output.append(contentsOf: rest)
  }

  /// Appends what a reference stands for and moves behind it; the rest begins behind its `&`.
  ///
  /// - Returns: whether there was one.
  private static func appendReference(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
    guard rest.first == UInt8(ascii: "#") else { return appendNamed(&rest, to: &output) }
    var digits = rest.dropFirst()
    let isHexadecimal = digits.first?.asciiLowercased == UInt8(ascii: "x")
    if isHexadecimal { digits = digits.dropFirst() }
    let end = digits.firstIndex { !(isHexadecimal ? $0.hexDigitValue != nil : $0.isASCIIDigit) } ?? digits.endIndex
    guard end > digits.startIndex else { return false }
    let number = digits[..<end].reduce(0) { min($0 * (isHexadecimal ? 16 : 10) + ($1.hexDigitValue ?? 0), 0x110000) }
    rest = rest[end...].first == UInt8(ascii: ";") ? rest[(end + 1)...] : rest[end...]
    if let scalar = scalar(numbered: number) { output.append(scalar) }
    return true
  }

  private static func appendNamed(_ rest: inout ArraySlice<UInt8>, to output: inout [UInt8]) -> Bool {
    let name = rest.prefix(longestName).prefix { $0.isASCIILetter || $0.isASCIIDigit }
    guard rest[name.endIndex...].first == UInt8(ascii: ";"), let scalar = names[NameHash(name)] else { return false }
    output.append(scalar)
    rest = rest[(name.endIndex + 1)...]
    return true
  }

  /// What a number stands for, `nil` for control characters (HTML Standard, §13.2.5.80).
  private static func scalar(numbered number: Int) -> Unicode.Scalar? {
    switch number {
    case 0x80..<0xA0: windows1252[number - 0x80]
    case 0..<0x20 where UInt8(number).isControl: nil
    default: UInt32(exactly: number).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    }
  }

  /// The characters 0x80 to 0x9F of windows-1252, which pages mean by these numbers.
  private static let windows1252 = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// The names of HTML 4, by libxml2, which takes too long to search for each that comes.
  private static let names: NameTable<Unicode.Scalar> = {
    var names: [(name: NameHash, value: Unicode.Scalar)] = []
    for number in UInt32(0x22)..<0x2700 {
      guard let scalar = Unicode.Scalar(number), let name = htmlEntityValueLookup(number)?.pointee.name else {
        continue
      }
      names.append((NameHash(String(cString: name).utf8), scalar))
    }
    return NameTable(names)
  }()
}
