/// Reads the attributes of one start tag (HTML Standard, §13.2.5.32 and following).
struct TagReader {
  /// Where a name and a value stand among the bytes; the value is without quotes and empty if there is none.
  struct Attribute {
    let name: Range<Int>
    let value: Range<Int>
  }

  private let bytes: [UInt8]
  /// Where the reader stands; behind the tag's `>` once ``nextAttribute()`` has returned `nil`.
  private(set) var position: Int
  /// Whether the tag ended in `/>`; known when all attributes were read.
  private(set) var isSelfClosed = false

  /// The position is the offset behind the tag's name.
  init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  /// The next attribute, or `nil` at the end of the tag.
  mutating func nextAttribute() -> Attribute? {
    while position < bytes.count, bytes[position].isASCIISpace || bytes[position] == UInt8(ascii: "/") {
      isSelfClosed = bytes[position] == UInt8(ascii: "/")
      position += 1
    }
    guard position < bytes.count else { return nil }
    if bytes[position] == .greaterThan {
      position += 1
      return nil
    }
    isSelfClosed = false
    let name = readName()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
      return Attribute(name: name, value: position..<position)
    }
    position += 1
    skipSpace()
    return Attribute(name: name, value: readValue())
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isASCIISpace { position += 1 }
  }

  private mutating func readName() -> Range<Int> {
    let start = position
    // A name may begin with `=`, so that every call moves on.
    position += 1
    while position < bytes.count, !bytes[position].isASCIISpace, bytes[position] != .greaterThan,
      bytes[position] != UInt8(ascii: "="), bytes[position] != UInt8(ascii: "/")
    {
      position += 1
    }
    return start..<position
  }

  private mutating func readValue() -> Range<Int> {
    guard position < bytes.count else { return position..<position }
    let quote = bytes[position]
    guard quote.isQuote else {
      let start = position
      while position < bytes.count, !bytes[position].isASCIISpace, bytes[position] != .greaterThan { position += 1 }
      return start..<position
    }
    let start = position + 1
    let end = bytes[start...].firstIndex(of: quote) ?? bytes.count
    position = min(end + 1, bytes.count)
    return start..<end
  }
}
