import FactCheckCore

/// Walks through a passage, stops at every mark that may end a sentence, and asks ``BoundaryRules`` whether it does.
struct BoundaryScanner {
  /// A longer pair of brackets or quotation marks does not keep its content together.
  private static let longestEnclosure = 350

  private let bytes: [UInt8]
  private let limit: Int
  private let rules: BoundaryRules
  private var position: Int
  private var sentenceStart: Int
  /// The closing mark of the brackets or quotation marks around the position; the position itself outside of any.
  private var enclosureEnd = 0
  /// Where the next item of the list begins that the sentence is an item of.
  private var nextItem: Int?
  /// For each kind of closing mark the offset of the first at or behind where it was last looked for.
  private var closers: [Unicode.Scalar: Int] = [:]

  init(_ bytes: [UInt8], passage: Range<Int>, words: SegmentationWords) {
    self.bytes = bytes
    limit = passage.upperBound
    rules = BoundaryRules(bytes: bytes, limit: passage.upperBound, words: words)
    position = passage.lowerBound
    sentenceStart = passage.lowerBound
  }

  /// The next sentence, or `nil` at the end of the passage.
  mutating func next() -> TextSpan? {
    sentenceStart = bytes.afterSpace(from: position, limit: limit)
    while let end = escapeEnd(from: sentenceStart) { sentenceStart = bytes.afterSpace(from: end, limit: limit) }
    guard sentenceStart < limit else { return nil }
    position = sentenceStart
    nextItem = ListMarker(in: bytes, at: sentenceStart).flatMap { $0.nextItem(in: bytes, before: limit) }
    let end = nextBoundary()
    position = end
    return TextSpan(start: sentenceStart, end: trimmedEnd(end))
  }

  /// Behind a line break that was pasted as a program wrote it, `\n`.
  private func escapeEnd(from offset: Int) -> Int? {
    guard offset + 1 < limit, bytes[offset] == "\\", bytes[offset + 1].isOne(of: "rnt") else { return nil }
    return bytes.byte(at: offset + 2).isLower ? nil : offset + 2
  }

  private func trimmedEnd(_ end: Int) -> Int {
    var end = end
    while end > sentenceStart + 1, bytes[end - 1].isSpace { end -= 1 }
    return end
  }

  /// Where the sentence ends.
  private mutating func nextBoundary() -> Int {
    let stop = nextItem ?? limit
    while true {
      position = bytes.nextMark(from: position, limit: stop)
      guard position < stop else { return stop }
      if let boundary = boundaryAtMark() { return min(boundary, stop) }
    }
  }

  /// Judges the mark at the position and goes on behind it.
  private mutating func boundaryAtMark() -> Int? {
    let (scalar, length) = bytes.scalar(at: position)
    switch scalar {
    case ".", "!", "?", "…", "‼", "⁇", "⁈", "⁉", "。", "．", "！", "？": return boundaryAtTerminator()
    case "(": open(until: ")", length)
    case "[": open(until: "]", length)
    case "“": open(until: "”", length)
    case "‘": open(until: "’", length)
    case "\"", "'": return boundaryAtQuote(scalar)
    case ":", ";": return boundaryAtSmiley()
    case "•", "‣", "⁃", "▪", "●": return boundaryAtBullet(length)
    default:
      if ScalarClass(scalar) == .emoji { return boundaryAtEmoji() }
      position += length
    }
    return nil
  }

  // MARK: Marks

  private mutating func boundaryAtTerminator() -> Int? {
    let mark = Terminator(in: bytes, at: position, limit: limit)
    position = mark.closersEnd
    if position <= enclosureEnd { return nil }
    return rules.boundary(at: mark, sentenceStart: sentenceStart)
  }

  /// A bullet begins an item unless it already opened this sentence.
  private mutating func boundaryAtBullet(_ length: Int) -> Int? {
    let bullet = position
    position += length
    return bullet > sentenceStart && bytes[bullet - 1].isSpace ? bullet : nil
  }

  private mutating func boundaryAtEmoji() -> Int? {
    boundaryAtFace(end: bytes.emojiEnd(from: position))
  }

  private mutating func boundaryAtSmiley() -> Int? {
    guard bytes.byte(at: position - 1).isSpace, let end = bytes.smileyEnd(from: position, limit: limit) else {
      position += 1
      return nil
    }
    return boundaryAtFace(end: end)
  }

  /// A face ends a sentence of some words when a capital follows.
  private mutating func boundaryAtFace(end: Int) -> Int? {
    let start = position
    position = end
    let next = bytes.afterSpace(from: end, limit: limit)
    guard start > enclosureEnd, next > end, next < limit, bytes.beginsUpper(at: next) else { return nil }
    return rules.hasWords(2, in: sentenceStart..<start) ? end : nil
  }

  /// A straight quotation mark opens what is quoted, or closes speech that was broken off with a dash.
  private mutating func boundaryAtQuote(_ quote: Unicode.Scalar) -> Int? {
    let start = position
    if start == enclosureEnd, bytes.endsWithDash(before: start) {
      position += 1
      let next = bytes.afterSpace(from: position, limit: limit)
      return next > position && next < limit && bytes.beginsUpper(at: next) ? position : nil
    }
    let opens = start == sentenceStart || !bytes[start - 1].isAlphanumeric && !bytes[start - 1].isOne(of: ".,!?")
    if opens, !bytes.byte(at: start + 1).isSpace {
      open(until: quote, 1)
    } else {
      position += 1
    }
    return nil
  }

  // MARK: Enclosures

  private mutating func open(until closer: Unicode.Scalar, _ length: Int) {
    let start = position
    position += length
    guard start >= enclosureEnd else { return }
    let end = end(of: closer, from: position)
    if end < limit, end - start <= Self.longestEnclosure { enclosureEnd = end }
  }

  /// The offset of the first such closing mark behind an offset, or the limit.
  ///
  /// What was found is kept, so that each byte is looked at once for each kind of mark.
  private mutating func end(of closer: Unicode.Scalar, from start: Int) -> Int {
    if let known = closers[closer], known >= start { return known }
    var end = start
    while end < limit, !isCloser(closer, at: end) { end += 1 }
    closers[closer] = end
    return end
  }

  /// An apostrophe closes a quotation only behind a mark or before one: `don’t` and `doctors' orders` close none.
  private func isCloser(_ closer: Unicode.Scalar, at offset: Int) -> Bool {
    switch closer {
    case "'":
      bytes[offset] == "'" && !bytes.byte(at: offset + 1).isAlphanumeric
        && (bytes.byte(at: offset - 1).isOne(of: ".,!?") || bytes.byte(at: offset + 1).isOne(of: ".,!?;:"))
    case "’":
      bytes[offset] == 0xE2 && bytes.scalar(at: offset).scalar == "’" && !bytes.byte(at: offset + 3).isAlphanumeric
    case "”": bytes[offset] == 0xE2 && bytes.scalar(at: offset).scalar == "”"
    default: bytes[offset] == closer
    }
  }
}

extension UInt8 {
  /// Whether a mark that may begin or end a sentence may begin with the byte.
  fileprivate var mayMarkBoundary: Bool {
    switch self {
    case ".", "!", "?", "(", "[", "\"", "'", ":", ";", 0xE2, 0xE3, 0xEF, 0xF0: true
    default: false
    }
  }
}

extension [UInt8] {
  fileprivate func nextMark(from start: Int, limit: Int) -> Int {
    var offset = start
    while offset < limit, !self[offset].mayMarkBoundary { offset += 1 }
    return offset
  }

  fileprivate func endsWithDash(before offset: Int) -> Bool {
    byte(at: offset - 1) == "-" || scalar(before: offset)?.scalar == "—"
  }
}
