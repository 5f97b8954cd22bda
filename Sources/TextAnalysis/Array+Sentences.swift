/// What stands around the end of a sentence.
extension [UInt8] {
  /// The length of the bullet at an offset, of `•`, `‣`, `⁃`, `▪` and `●`; 0 where there is none. A dash or star counts
  /// with white space behind it.
  func bulletLength(at offset: Int) -> Int {
    switch byte(at: offset) {
    case "-", "*": return byte(at: offset + 1).isSpace ? 1 : 0
    case 0xE2: return ["•", "‣", "⁃", "▪", "●"].contains(scalar(at: offset).scalar) ? 3 : 0
    default: return 0
    }
  }

  func beginsLower(at offset: Int) -> Bool {
    let byte = byte(at: offset)
    return byte.isASCIIByte ? byte.isLower : scalar(at: offset).scalar.properties.isLowercase
  }

  func beginsUpper(at offset: Int) -> Bool {
    let byte = byte(at: offset)
    return byte.isASCIIByte ? byte.isUpper : scalar(at: offset).scalar.properties.isUppercase
  }

  /// The offset of the first byte that is not white space, at most `limit`.
  func afterSpace(from offset: Int, limit: Int) -> Int {
    var offset = offset
    while offset < limit {
      if self[offset].isSpace {
        offset += 1
      } else if self[offset] == 0xC2, byte(at: offset + 1) == 0xA0 {
        offset += 2
      } else {
        break
      }
    }
    return Swift.min(offset, limit)
  }

  /// The offset behind opening quotation marks, brackets and marks of emphasis.
  func afterOpeners(from offset: Int, limit: Int) -> Int {
    var offset = offset
    while offset < limit {
      switch self[offset] {
      case "\"", "'", "(", "[", "{", "*", "_", "`": offset += 1
      case 0xE2 where byte(at: offset + 1) == 0x80 && (0x98...0x9F).contains(byte(at: offset + 2)): offset += 3
      case 0xC2 where [0xAB, 0xBF, 0xA1].contains(byte(at: offset + 1)): offset += 2
      default: return offset
      }
    }
    return limit
  }

  /// The offset behind closing quotation marks and brackets, footnote numbers and a smiley.
  func afterClosers(from start: Int, limit: Int) -> Int {
    var offset = start
    while offset < limit {
      let length = closerLength(at: offset, limit: limit)
      if length == 0 { break }
      offset += length
    }
    let smiley = afterSpace(from: offset, limit: limit)
    return smiley > offset || smiley == start ? smileyEnd(from: smiley, limit: limit) ?? offset : offset
  }

  private func closerLength(at offset: Int, limit: Int) -> Int {
    switch self[offset] {
    case ")", "]", "}", "*", "_": return 1
    case "\"", "'": return byte(at: offset + 1).isAlphanumeric && offset + 1 < limit ? 0 : 1
    case "[": return footnoteLength(at: offset)
    case 0xE2 where byte(at: offset + 1) == 0x80 && [0x99, 0x9D].contains(byte(at: offset + 2)): return 3
    case 0xC2 where byte(at: offset + 1) == 0xBB: return 2
    default: return 0
    }
  }

  /// `[3]`, `[2–11]`, `[4, 5]`.
  private func footnoteLength(at offset: Int) -> Int {
    var end = offset + 1
    while end - offset <= 16, byte(at: end).isDigit || byte(at: end).isOne(of: ",- ") || byte(at: end) >= 0x80 {
      end += 1
    }
    return byte(at: offset + 1).isDigit && byte(at: end) == "]" ? end + 1 - offset : 0
  }

  /// `:)`, `;-)`, `:D`, `:-(`.
  func smileyEnd(from start: Int, limit: Int) -> Int? {
    guard byte(at: start).isOne(of: ":;=") else { return nil }
    var end = start + 1
    if byte(at: end) == "-" { end += 1 }
    guard end < limit, self[end].isOne(of: ")(DPp/") else { return nil }
    end = self.end(from: end) { $0 == self[end] }
    return end >= limit || self[end].isSpace ? Swift.min(end, limit) : nil
  }
}
