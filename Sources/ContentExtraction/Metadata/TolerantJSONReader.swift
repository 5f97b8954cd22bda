/// Reads JSON as pages write it: line breaks within strings, commas before closing brackets, comments and CDATA marks
/// around it are passed over, and what was read before an error counts.
struct TolerantJSONReader {
  /// Values nested deeper than this are left out.
  private static let deepest = 32

  private let bytes: ArraySlice<UInt8>
  private var position = 0
  private var hasFailed = false

  /// The first value in the bytes; `nil` if there is none.
  static func value(in bytes: ArraySlice<UInt8>) -> JSONValue? {
    guard let start = bytes.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }) else {
      return nil
    }
    // `<![CDATA[` has brackets of its own.
    let cdata = bytes.prefix(64).range(of: "CDATA[")?.upperBound
    var reader = TolerantJSONReader(bytes: bytes, position: max(start, cdata ?? 0))
    return reader.readValue(depth: 0)
  }

  private init(bytes: ArraySlice<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private mutating func readValue(depth: Int) -> JSONValue? {
    skipSpace()
    guard position < bytes.endIndex, depth <= Self.deepest else { return fail() }
    switch bytes[position] {
    case UInt8(ascii: "{"): return readObject(depth: depth)
    case UInt8(ascii: "["): return readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(readString())
    default: return readLiteral()
    }
  }

  private mutating func fail() -> JSONValue? {
    hasFailed = true
    return nil
  }

  private mutating func readObject(depth: Int) -> JSONValue {
    var members: [String: JSONValue] = [:]
    position += 1
    while !hasFailed, !skipSeparators(upTo: UInt8(ascii: "}")) {
      guard position < bytes.endIndex, bytes[position] == UInt8(ascii: "\"") else {
        hasFailed = true
        break
      }
      let name = readString()
      skipSpace()
      guard position < bytes.endIndex, bytes[position] == UInt8(ascii: ":") else {
        hasFailed = true
        break
      }
      position += 1
      if let value = readValue(depth: depth + 1), members[name] == nil { members[name] = value }
    }
    return .object(members)
  }

  private mutating func readArray(depth: Int) -> JSONValue {
    var elements: [JSONValue] = []
    position += 1
    while !hasFailed, !skipSeparators(upTo: UInt8(ascii: "]")) {
      if let value = readValue(depth: depth + 1) { elements.append(value) }
    }
    return .array(elements)
  }

  /// Passes over white space and commas, and over the closing bracket if it comes.
  ///
  /// - Returns: whether the bracket came, or the end of the bytes.
  private mutating func skipSeparators(upTo end: UInt8) -> Bool {
    while position < bytes.endIndex, bytes[position].isASCIISpace || bytes[position] == UInt8(ascii: ",") {
      position += 1
    }
    guard position < bytes.endIndex else { return true }
    guard bytes[position] == end else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.endIndex, bytes[position].isASCIISpace { position += 1 }
  }

  private mutating func readLiteral() -> JSONValue? {
    let start = position
    while position < bytes.endIndex, bytes[position].isASCIILetter || bytes[position].isASCIIDigit || isSign(position) {
      position += 1
    }
    return position == start ? fail() : .other
  }

  private func isSign(_ position: Int) -> Bool { "+-.".utf8.contains(bytes[position]) }

  private mutating func readString() -> String {
    var text: [UInt8] = []
    position += 1
    while position < bytes.endIndex, bytes[position] != UInt8(ascii: "\"") {
      let byte = bytes[position]
      position += 1
      if byte == UInt8(ascii: "\\") { readEscape(into: &text) } else { text.append(byte) }
    }
    position = min(position + 1, bytes.endIndex)
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readEscape(into text: inout [UInt8]) {
    guard position < bytes.endIndex else { return }
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"), UInt8(ascii: "b"), UInt8(ascii: "f"):
      text.append(.space)
    case UInt8(ascii: "u"): text.append(contentsOf: String(readUnicodeEscape()).utf8)
    default: text.append(byte)
    }
  }

  /// The character of `\uXXXX`, of which two together may make one (RFC 8259, §7).
  private mutating func readUnicodeEscape() -> Unicode.Scalar {
    guard let first = readHexadecimal() else { return "\u{FFFD}" }
    guard (0xD800..<0xDC00).contains(first), bytes[position...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")])
    else { return Unicode.Scalar(first) ?? "\u{FFFD}" }
    position += 2
    guard let second = readHexadecimal(), (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readHexadecimal() -> UInt32? {
    guard position + 4 <= bytes.endIndex else { return nil }
    let digits = String(decoding: bytes[position..<(position + 4)], as: UTF8.self)
    guard let value = UInt32(digits, radix: 16) else { return nil }
    position += 4
    return value
  }
}
