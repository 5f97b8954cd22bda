/// Decides whether a mark ends the sentence that it stands in: a list of named checks.
struct BoundaryRules {
  let bytes: [UInt8]
  let limit: Int
  let words: SegmentationWords

  /// What follows a mark.
  private enum Following { case lower, upper, digit, other }

  /// Where the sentence ends that began at `sentenceStart`; `nil` when it goes on behind the mark.
  func boundary(at mark: Terminator, sentenceStart: Int) -> Int? {
    let next = bytes.afterSpace(from: mark.closersEnd, limit: limit)
    if next == limit { return limit }
    if mark.kind == .wide { return mark.closersEnd }
    if next == mark.closersEnd { return isGlued(mark, to: next, sentenceStart) ? mark.closersEnd : nil }
    if isAloneInBrackets(mark) || !hasWords(1, in: sentenceStart..<mark.start) { return nil }
    if bytes[next].isOne(of: ",;:") || isRemark(mark, at: next) { return nil }
    switch mark.kind {
    case .spacedEllipsis: return spacedEllipsisEnd(mark, before: next)
    case .ellipsis: return following(at: next) == .upper ? mark.closersEnd : nil
    case .exclamation: return exclamationEnds(mark, before: next, sentenceStart) ? mark.closersEnd : nil
    case .stop, .wide: return stopEnds(mark, before: next, sentenceStart) ? mark.closersEnd : nil
    }
  }

  /// How the first word begins at or behind an offset: quotation marks and brackets before it are passed over.
  private func following(at offset: Int) -> Following {
    let offset = bytes.afterOpeners(from: offset, limit: limit)
    if bytes.beginsUpper(at: offset) { return .upper }
    if bytes.beginsLower(at: offset) { return .lower }
    return bytes.byte(at: offset).isDigit ? .digit : .other
  }

  /// Whether there are at least so many words.
  func hasWords(_ count: Int, in range: Range<Int>) -> Bool {
    var missing = count
    var isInWord = false
    for byte in bytes[range] {
      // Outside ASCII letters begin with these bytes, general punctuation with 0xC2 and 0xE2, emoji with 0xF0.
      let beginsWord = byte.isAlphanumeric || 0xC3..<0xF0 ~= byte && byte != 0xE2
      if beginsWord, !isInWord { missing -= 1 }
      if missing == 0 { return true }
      isInWord = beginsWord || byte >= 0x80 && isInWord
    }
    return false
  }

  // MARK: Marks

  /// `“Stop!” (And so he did.)`: what ends in brackets behind a quotation is about it.
  private func isRemark(_ mark: Terminator, at next: Int) -> Bool {
    guard bytes[next] == "(", bytes[limit - 1] == ")", mark.closersEnd > mark.end else { return false }
    let isQuoted = bytes[mark.closersEnd - 1].isOne(of: "\"'") || bytes.scalar(before: mark.closersEnd)?.scalar == "”"
    return isQuoted && !bytes[next..<limit - 1].contains(UInt8(ascii: ")"))
  }

  /// `(?)` and `[!]` comment on the word before.
  private func isAloneInBrackets(_ mark: Terminator) -> Bool {
    bytes.byte(at: mark.start - 1).isOne(of: "([") && mark.closersEnd > mark.end
  }

  /// `works.It`, `wait...What`, `why?because`: words that touch the mark on both sides, outside of addresses.
  private func isGlued(_ mark: Terminator, to next: Int, _ sentenceStart: Int) -> Bool {
    guard mark.closersEnd == mark.end else { return false }
    let (before, after) = (word(before: mark.start, from: sentenceStart), word(at: next))
    guard before.count > 1, bytes[mark.start - 1].isLower || bytes[mark.start - 1].isDigit else { return false }
    if bytes[next].isUpper {
      guard bytes.byte(at: next + 1).isLower || bytes.byte(at: next + 1) == " " else { return false }
    } else {
      guard mark.kind == .exclamation, before.count > 2, after.count > 2 else { return false }
    }
    return !before.contains(UInt8(ascii: ".")) && words.abbreviation(before) == nil && !isInAddress(mark.start)
  }

  private func isInAddress(_ offset: Int) -> Bool {
    var (start, end) = (offset, offset)
    while start > 0, offset - start < 80, !bytes[start - 1].isSpace { start -= 1 }
    while end < limit, end - offset < 80, !bytes[end].isSpace { end += 1 }
    return bytes[start..<end].contains { $0.isOne(of: "/@") } || bytes.matches("www.", at: start)
      || bytes.domainEnd(from: start) ?? 0 > offset
  }

  private func exclamationEnds(_ mark: Terminator, before next: Int, _ sentenceStart: Int) -> Bool {
    let name = word(before: mark.start, from: sentenceStart)
    switch following(at: next) {
    case .upper: return !words.isExclamation(name) || isStarter(at: next)
    case .lower:
      return mark.closersEnd == mark.end && !words.isExclamation(name) && !isSpeech(at: next)
        && !isInterjection(name, sentenceStart)
    case .digit, .other: return true
    }
  }

  /// `but, alas! they`: one word behind a comma or another such word.
  private func isInterjection(_ word: ArraySlice<UInt8>, _ sentenceStart: Int) -> Bool {
    word.startIndex - 2 > sentenceStart && bytes[word.startIndex - 1] == " "
      && bytes[word.startIndex - 2].isOne(of: ",!")
  }

  /// `he said`, `asked the boy`.
  private func isSpeech(at offset: Int) -> Bool {
    let first = word(at: offset)
    let second = bytes.afterSpace(from: first.endIndex, limit: limit)
    return words.isSpeechVerb(first) || words.isSpeechVerb(word(at: second))
  }

  /// `word. . . . Next` ends at the first stop, `word . . . . Next` behind the last; three are only a gap.
  private func spacedEllipsisEnd(_ mark: Terminator, before next: Int) -> Int? {
    guard mark.stops > 3, following(at: next) == .upper else { return nil }
    return bytes[mark.start - 1].isSpace ? mark.closersEnd : mark.start + 1
  }

  // MARK: Full stops

  private func stopEnds(_ mark: Terminator, before next: Int, _ sentenceStart: Int) -> Bool {
    let following = following(at: next)
    if isListMarker(mark, sentenceStart) { return false }
    if mark.closersEnd > mark.end, following == .lower { return false }
    let word = word(before: mark.start, from: sentenceStart)
    guard let last = word.last else { return true }
    if word.count == 1, last.isLetter { return letterEnds(word, following, before: next) }
    if let kind = words.abbreviation(word) {
      if word.startIndex == sentenceStart || bytes[next] == "(" { return false }
      return abbreviationEnds(kind, following, before: next, isTime: isLoneTime(word, sentenceStart))
    }
    if isAcronym(word) { return word.startIndex > sentenceStart && following == .upper && isStarter(at: next) }
    guard following == .lower else { return true }
    if last.isDigit { return word.count > 2 }
    return word.contains { $0.isVowel || !$0.isLower }
  }

  private func abbreviationEnds(
    _ kind: SegmentationWords.Abbreviation, _ following: Following, before next: Int, isTime: Bool
  ) -> Bool {
    switch kind {
    case .titles, .inner: false
    case .numbered: following != .digit && !hasDigit(at: next)
    case .names: following == .upper && isStarter(at: next)
    case .closing: following == .upper && !isTime || following == .other
    }
  }

  /// An initial joins, unless a word that begins sentences follows: `Albert I. Jones`, but `you and I. Did`.
  ///
  /// A unit behind a number (`for 2 h.`) and the end of a range or name (`panels B-D`, `A/J`) are no initials.
  private func letterEnds(_ letter: ArraySlice<UInt8>, _ following: Following, before next: Int) -> Bool {
    let start = letter.startIndex
    let isUnit = bytes[start].isLower && bytes.byte(at: start - 1) == " " && bytes.byte(at: start - 2).isDigit
    let isPart = bytes.byte(at: start - 1).isOne(of: "-/") && bytes.byte(at: start - 2) != "."
    switch following {
    case .upper: return isUnit || isPart || isStarter(at: next)
    case .lower, .digit: return false
    case .other: return true
    }
  }

  /// `U.S`, `Ph.D`: parts of one or two letters. A number or an address has longer parts or digits.
  private func isAcronym(_ word: ArraySlice<UInt8>) -> Bool {
    word.contains(UInt8(ascii: "."))
      && word.split(separator: UInt8(ascii: ".")).allSatisfy { $0.count < 3 && $0.allSatisfy(\.isLetter) }
  }

  /// Only a number or a letter so far: `1. First`, `b. second`, `(iv). Fourth`, `A-D. Sections`.
  private func isListMarker(_ mark: Terminator, _ sentenceStart: Int) -> Bool {
    var start = bytes.afterOpeners(from: sentenceStart, limit: limit)
    start = bytes.afterSpace(from: start + bytes.bulletLength(at: start), limit: limit)
    let marker = bytes[Swift.min(start, mark.start)..<mark.start]
    switch marker.count {
    case 1: return bytes[start].isAlphanumeric
    case 3 where bytes[start + 1] == "-": return bytes[start].isUpper && bytes[start + 2].isUpper
    case 2...3: return marker.allSatisfy(\.isDigit) || marker.allSatisfy(\.isRomanDigit)
    case 4: return marker.allSatisfy(\.isRomanDigit)
    default: return false
    }
  }

  /// `At 5 a.m.`: too little to be a sentence.
  private func isLoneTime(_ word: ArraySlice<UInt8>, _ sentenceStart: Int) -> Bool {
    word.count == 3 && word.contains(UInt8(ascii: ".")) && !hasWords(5, in: sentenceStart..<word.endIndex)
  }

  /// Whether the first word behind opening marks begins sentences. `A. Smith` begins with an initial.
  private func isStarter(at offset: Int) -> Bool {
    let word = word(at: bytes.afterOpeners(from: offset, limit: limit))
    return words.isStarter(word) && !(word.count == 1 && bytes.byte(at: word.endIndex) == ".")
  }

  /// Whether what follows up to the next space is a number or a code, `NM_019761`.
  private func hasDigit(at offset: Int) -> Bool {
    bytes[offset..<Swift.min(limit, offset + 16)].prefix { !$0.isSpace }.contains(where: \.isDigit)
  }

  // MARK: Words

  /// The letters at an offset.
  private func word(at offset: Int) -> ArraySlice<UInt8> {
    bytes[offset..<Swift.max(offset, Swift.min(limit, bytes.end(from: offset, while: \.isLetter)))]
  }

  /// The letters, digits and inner full stops before an offset; of long words only the end.
  private func word(before offset: Int, from first: Int) -> ArraySlice<UInt8> {
    var start = offset
    while start > first, offset - start < 16 {
      let byte = bytes[start - 1]
      guard byte.isAlphanumeric || byte == "." || byte >= 0x80 else { break }
      start -= 1
    }
    return bytes[start..<offset]
  }
}

extension UInt8 {
  fileprivate var isRomanDigit: Bool { lowercased.isOne(of: "ivx") }

  fileprivate var isVowel: Bool { lowercased.isOne(of: "aeiouy") || self >= 0x80 }
}
