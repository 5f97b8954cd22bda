/// Reads JSON as feeds write it: control characters within strings and commas before closing brackets are passed over, and
/// what was read before an error counts.
struct JSONReader {
  /// Values nested deeper than this are an error.
  private static let deepest = 64

  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private(set) var hasFailed = false

  /// - Returns: the value, `nil` if there is none, and whether the bytes are whole and well-formed.
  static func read(_ bytes: ArraySlice<UInt8>) -> (value: JSONValue?, isWellFormed: Bool) {
    var reader = JSONReader(bytes: bytes, position: bytes.startIndex)
    let value = reader.readValue(depth: 0)
    reader.skipSpace()
    return (value, !reader.hasFailed && reader.position == bytes.endIndex)
  }

  private init(bytes: ArraySlice<UInt8>, position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private var current: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func fail() -> JSONValue? {
    hasFailed = true
    return nil
  }

  private mutating func skipSpace() {
    while let byte = current, byte.isASCIISpace { position += 1 }
  }

  private mutating func readValue(depth: Int) -> JSONValue? {
    skipSpace()
    guard let byte = current, depth <= Self.deepest else { return fail() }
    switch byte {
    case UInt8(ascii: "{"): return readObject(depth: depth)
    case UInt8(ascii: "["): return readArray(depth: depth)
    case UInt8(ascii: "\""): return readString().map { .string($0) }
    default: return readLiteral()
    }
  }

  private mutating func readObject(depth: Int) -> JSONValue {
    var members: [String: JSONValue] = [:]
    position += 1
    while !hasFailed, !endsList(with: UInt8(ascii: "}")) {
      guard current == UInt8(ascii: "\""), let name = readString() else {
        hasFailed = true
        break
      }
      skipSpace()
      guard current == UInt8(ascii: ":") else {
        hasFailed = true
        break
      }
      position += 1
      if let value = readValue(depth: depth + 1) { members[name] = value }
    }
    return .object(members)
  }

  private mutating func readArray(depth: Int) -> JSONValue {
    var elements: [JSONValue] = []
    position += 1
    while !hasFailed, !endsList(with: UInt8(ascii: "]")) {
      if let value = readValue(depth: depth + 1) { elements.append(value) }
    }
    return .array(elements)
  }

  /// Passes over white space and commas, and over the closing bracket if it comes.
  private mutating func endsList(with end: UInt8) -> Bool {
    while let byte = current, byte.isASCIISpace || byte == UInt8(ascii: ",") { position += 1 }
    guard let byte = current else {
      hasFailed = true
      return true
    }
    guard byte == end else { return false }
    position += 1
    return true
  }

  private mutating func readLiteral() -> JSONValue? {
    let literal = bytes[position...].prefix { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
    position = literal.endIndex
    switch String(decoding: literal, as: UTF8.self) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    case let text: return Double(text).map { .number($0) } ?? fail()
    }
  }

  private mutating func readString() -> String? {
    position += 1
    var text: [UInt8] = []
    while let byte = current {
      let run = bytes[position...].prefix { $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }
      text.append(contentsOf: run)
      position = run.endIndex
      if byte == UInt8(ascii: "\"") {
        position += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { readEscape(into: &text) }
    }
    hasFailed = true
    return String(decoding: text, as: UTF8.self)
  }

  private mutating func readEscape(into text: inout [UInt8]) {
    position += 1
    guard let byte = current else { return }
    position += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(.lineFeed)
    case UInt8(ascii: "t"), UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "f"): text.append(.space)
    case UInt8(ascii: "u"): CharacterReference.append(readUnicodeEscape(), to: &text)
    default: text.append(byte)
    }
  }

  /// The character of `\uXXXX`, of which two together may make one (RFC 8259, §7).
  private mutating func readUnicodeEscape() -> Unicode.Scalar {
    guard let first = readHexadecimal() else { return "\u{FFFD}" }
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, bytes[position...].starts(with: "\\u".utf8) else { return "\u{FFFD}" }
    position += 2
    guard let second = readHexadecimal(), (0xDC00..<0xE000).contains(second) else { return "\u{FFFD}" }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func readHexadecimal() -> UInt32? {
    let digits = bytes[position...].prefix(4)
    guard digits.count == 4, let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16) else { return nil }
    position += 4
    return value
  }
}
