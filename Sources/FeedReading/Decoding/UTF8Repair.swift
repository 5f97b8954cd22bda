/// Finds the bytes that are not UTF-8 (Unicode Standard, table 3-7) and reads them as windows-1252.
enum UTF8Repair {
  /// The bytes as UTF-8; `nil` when they are so already.
  static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8]? {
    let firstBad = bytes.withUnsafeBufferPointer { firstMalformed(in: $0, from: 0) }
    guard let firstBad else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var repaired: [UInt8] = []
      repaired.reserveCapacity(bytes.count + bytes.count / 8)
      var start = 0
      var next: Int? = firstBad
      while let bad = next {
        repaired.append(contentsOf: bytes[start..<bad])
        repaired.append(contentsOf: String(Windows1252.scalar(of: bytes[bad])).utf8)
        start = bad + 1
        next = firstMalformed(in: bytes, from: start)
      }
      repaired.append(contentsOf: bytes[start...])
      return repaired
    }
  }

  /// Whether the bytes have characters beyond ASCII and all of them are UTF-8, but for one that the end cuts off.
  static func isMultibyteUTF8(_ bytes: [UInt8]) -> Bool {
    let whole = bytes[..<lastBoundary(in: bytes[...])]
    guard whole.contains(where: { $0 >= 0x80 }) else { return false }
    return whole.withUnsafeBufferPointer { firstMalformed(in: $0, from: 0) } == nil
  }

  /// Where a character that the end may cut off begins.
  static func lastBoundary(in bytes: ArraySlice<UInt8>) -> Int {
    for index in bytes.indices.suffix(3).reversed() where bytes[index] >= 0xC0 {
      let length = bytes[index] >= 0xF0 ? 4 : bytes[index] >= 0xE0 ? 3 : 2
      return index + length > bytes.endIndex ? index : bytes.endIndex
    }
    return bytes.endIndex
  }

  private static func firstMalformed(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    let raw = UnsafeRawBufferPointer(bytes)
    while position < bytes.count {
      // Eight bytes of ASCII at once: no top bit is set.
      while position + 8 <= bytes.count,
        raw.loadUnaligned(fromByteOffset: position, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        position += 8
      }
      guard position < bytes.count else { return nil }
      if bytes[position] < 0x80 {
        position += 1
      } else if let length = sequenceLength(in: bytes, at: position) {
        position += length
      } else {
        return position
      }
    }
    return nil
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
    for offset in 2..<max(2, length) where bytes[start + offset] & 0xC0 != 0x80 { return nil }
    return length
  }
}

/// What windows-1252 has in the place of the control characters (index of the WHATWG Encoding Standard).
enum Windows1252 {
  static func scalar(of byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(high[Int(byte - 0x80)]) ?? "\u{FFFD}"
  }

  private static let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D,
    0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,
    0x017E, 0x0178,
  ]
}
