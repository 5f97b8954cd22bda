/// How well bytes can be read as UTF-8 (Unicode Standard, table 3-7).
struct UTF8Profile {
  /// Well-formed sequences of more than one byte.
  private(set) var wellFormed = 0
  /// Bytes that belong to no well-formed sequence.
  private(set) var malformed = 0

  var isUTF8: Bool { malformed == 0 }

  init(_ bytes: ArraySlice<UInt8>) {
    bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        if bytes[position] < 0x80 {
          position = Self.endOfASCII(in: bytes, from: position)
          continue
        }
        if let length = Self.sequenceLength(in: bytes, at: position) {
          wellFormed += 1
          position += length
        } else {
          malformed += 1
          position += 1
        }
      }
    }
  }

  /// Where a run of ASCII ends. Pages are little else, so that it is read eight bytes at a time.
  private static func endOfASCII(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start + 1
    let words = UnsafeRawBufferPointer(bytes)
    while position + 8 <= words.count,
      words.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
    {
      position += 8
    }
    while position < bytes.count, bytes[position] < 0x80 { position += 1 }
    return position
  }

  private static func sequenceLength(in bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[start] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard start + length <= bytes.count, second.contains(bytes[start + 1]) else { return nil }
    for offset in 2..<max(2, length) where bytes[start + offset].beginsScalar { return nil }
    return length
  }
}
