/// Reading text as its UTF-8 bytes. Offsets may lie outside the array: there the text has no byte.
extension [UInt8] {
  /// The byte at an offset, or 0 outside the array.
  func byte(at offset: Int) -> UInt8 {
    offset >= 0 && offset < count ? self[offset] : 0
  }

  /// The scalar that begins at an offset and its length in bytes; bytes that begin none read as U+FFFD of length 1.
  func scalar(at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = byte(at: offset)
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, offset + length <= count else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0xFF >> UInt32(length + 1))
    for index in offset + 1..<offset + length { value = value << 6 | UInt32(self[index] & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  /// The scalar that ends right before an offset and its length in bytes; `nil` at the start of the text.
  func scalar(before offset: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard offset > 0, offset <= count else { return nil }
    var start = offset - 1
    while start > 0, offset - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let (scalar, length) = scalar(at: start)
    return start + length == offset ? (scalar, length) : ("\u{FFFD}", 1)
  }

  /// Whether the bytes at an offset are those of `text` (in lower case), ASCII letters in either case.
  func matches(_ text: StaticString, at offset: Int) -> Bool {
    guard offset >= 0, offset + text.utf8CodeUnitCount <= count else { return false }
    return text.withUTF8Buffer { expected in
      for index in 0..<expected.count where self[offset + index].lowercased != expected[index] { return false }
      return true
    }
  }

  /// The length of the apostrophe at an offset, straight or curly; 0 where there is none.
  func apostropheLength(at offset: Int) -> Int {
    switch byte(at: offset) {
    case "'": 1
    case 0xCA where byte(at: offset + 1) == 0xBC: 2  // U+02BC
    case 0xE2 where byte(at: offset + 1) == 0x80 && byte(at: offset + 2) | 1 == 0x99: 3  // U+2018, U+2019
    default: 0
    }
  }

  /// The length of the hyphen at an offset, `-`, U+2010 or U+2011; 0 where there is none.
  func hyphenLength(at offset: Int) -> Int {
    switch byte(at: offset) {
    case "-": 1
    case 0xE2 where byte(at: offset + 1) == 0x80 && byte(at: offset + 2) | 1 == 0x91: 3
    default: 0
    }
  }

  /// The offset behind the last of the bytes from an offset on that satisfy the condition.
  func end(from offset: Int, while condition: (UInt8) -> Bool) -> Int {
    var end = offset
    while end < count, condition(self[end]) { end += 1 }
    return end
  }
}
