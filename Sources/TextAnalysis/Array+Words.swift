/// Where words and numbers end.
extension [UInt8] {
  /// The end of the word that begins at an offset, and the last apostrophe inside it.
  func wordEnd(from start: Int) -> (end: Int, apostrophe: Int?) {
    var end = start
    var apostrophe: Int?
    while end < count {
      if self[end].isAlphanumeric {
        end += 1
        continue
      }
      let length = apostropheLength(at: end)
      if length > 0 {
        guard end > start, ScalarClass(scalar(at: end + length).scalar) == .letter else { break }
        apostrophe = end
        end += length
        continue
      }
      if self[end].isASCIIByte { break }
      let (scalar, width) = scalar(at: end)
      let kind = ScalarClass(scalar)
      guard kind == .letter || kind == .invisible else { break }
      end += width
    }
    return (end, apostrophe)
  }

  /// The end of an acronym with a full stop after each letter, `U.S.A.` or `a.m.`.
  func dottedAcronymEnd(from start: Int) -> Int? {
    var end = start
    while byte(at: end).isLetter, byte(at: end + 1) == "." { end += 2 }
    if end - start >= 2, byte(at: end).isLetter, !byte(at: end + 1).isAlphanumeric { end += 1 }
    return end - start >= 3 ? end : nil
  }

  /// The end of a code of capitals, a hyphen and digits, `IL-6` or `COVID-19`; that disease also in small letters.
  func codeEnd(from start: Int, lettersEnd: Int) -> Int? {
    let hyphen = hyphenLength(at: lettersEnd)
    guard hyphen > 0,
      self[start..<lettersEnd].allSatisfy(\.isUpper) || lettersEnd - start == 5 && matches("covid", at: start)
    else { return nil }
    let end = end(from: lettersEnd + hyphen, while: \.isDigit)
    return end > lettersEnd + hyphen && !byte(at: end).isLetter ? end : nil
  }

  /// The end of a number with thousands separators and decimals. Dates and versions (`11.18.2014`) are one number.
  func numberEnd(from start: Int) -> Int {
    var end = end(from: start, while: \.isDigit)
    while byte(at: end) == ",", self.end(from: end + 1, while: \.isDigit) == end + 4 { end += 4 }
    while byte(at: end) == ".", byte(at: end + 1).isDigit {
      end = self.end(from: end + 1, while: \.isDigit)
    }
    return end
  }

  /// The end of a word that begins with digits: `1st`, `1990s`, `5G`, `3D`. `nil` for a number with a unit.
  func numeralWordEnd(from start: Int, digitsEnd: Int) -> Int? {
    let end = end(from: digitsEnd, while: \.isLetter)
    switch end - digitsEnd {
    case 1 where self[digitsEnd] == "G" || self[digitsEnd] == "D": return end
    case 1 where self[digitsEnd] == "s" && digitsEnd - start == 4: return end
    case 2 where ["st", "nd", "rd", "th"].contains { matches($0, at: digitsEnd) }: return end
    default: return nil
    }
  }

  /// The end of the emoji that begins at an offset, with its modifiers and what is joined to it.
  func emojiEnd(from start: Int) -> Int {
    var (previous, end) = scalar(at: start)
    let isFlag = previous.isRegionalIndicator
    end += start
    while end < count {
      let (scalar, length) = scalar(at: end)
      let continues =
        switch scalar.value {
        case 0xFE0F, 0x200D, 0x20E3, 0x1F3FB...0x1F3FF, 0xE0020...0xE007F: true
        default: previous == "\u{200D}" && ScalarClass(scalar) == .emoji
        }
      guard continues || isFlag && scalar.isRegionalIndicator && previous.isRegionalIndicator && end == start + 4 else {
        break
      }
      previous = scalar
      end += length
    }
    return end
  }

  /// Cuts runs of three and more of a letter to two, unless the run is the whole word or a Roman numeral.
  mutating func shortenRuns() {
    guard count > 3, hasLongRun, !allSatisfy({ [0x69, 0x76, 0x78].contains($0) }) else { return }
    guard let first, contains(where: { $0 != first }) else { return }
    var kept = 0
    for index in indices {
      if kept >= 2, self[index].isLetter, self[index] == self[kept - 1], self[index] == self[kept - 2] { continue }
      self[kept] = self[index]
      kept += 1
    }
    removeSubrange(kept...)
  }

  private var hasLongRun: Bool {
    for index in 2..<count
    where self[index].isLetter && self[index] == self[index - 1] && self[index] == self[index - 2] {
      return true
    }
    return false
  }
}

extension Unicode.Scalar {
  fileprivate var isRegionalIndicator: Bool { (0x1F1E6...0x1F1FF).contains(value) }
}
