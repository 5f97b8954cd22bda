/// Tells the line breaks that end a sentence from those that only wrap it, and leaves out what is there for the eye alone: rules
/// of `=====`, the dots and the page number behind a title in a table of contents, a page number by itself.
struct LineLayout {
  /// A line without the white space and the ornaments around it.
  private struct Line {
    let start: Int
    let end: Int
    var count: Int { end - start }
  }

  /// Shorter lines are not taken for prose that was wrapped at a margin.
  private static let narrowestMargin = 40
  /// So many of the same mark are an ornament.
  private static let shortestOrnament = 5
  /// A line this long that is followed by a bracket goes on in it.
  private static let longLine = 60

  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The runs of text in which only the scanner decides on sentences. White space around them is left out.
  func passages() -> [Range<Int>] {
    var passages: [Range<Int>] = []
    var paragraph: [Line] = []
    var position = 0
    while position < bytes.count {
      let end = bytes.end(from: position) { !$0.isLineBreak }
      let line = trimmed(position, end)
      if line.count > 0 {
        paragraph.append(line)
      } else {
        append(paragraph, to: &passages)
        paragraph.removeAll(keepingCapacity: true)
      }
      position =
        end + (bytes.byte(at: end) == "\r" && bytes.byte(at: end + 1) == "\n" ? 2 : 1)
    }
    append(paragraph, to: &passages)
    return passages
  }

  private func trimmed(_ start: Int, _ end: Int) -> Line {
    var (start, end) = (start, end)
    while start < end, bytes[start].isSpace { start += 1 }
    while end > start, bytes[end - 1].isSpace { end -= 1 }
    if end - start == 1, bytes[start].isOrnament {
      end = start
    } else if end - start >= Self.shortestOrnament {
      end = leaderStart(start, end) ?? end - ornament(bytes[start..<end].reversed())
      start += ornament(bytes[start..<end])
    }
    return Line(start: start, end: end)
  }

  /// How many marks of an ornament a line begins with.
  private func ornament(_ line: some Sequence<UInt8>) -> Int {
    var (first, count) = (UInt8(0), 0)
    for byte in line {
      if count == 0, byte.isOrnament { first = byte }
      guard byte == first else { break }
      count += 1
    }
    return count < Self.shortestOrnament ? 0 : count
  }

  /// Where the dots begin that lead to a page number at the end of a line; `nil` when it has none.
  private func leaderStart(_ start: Int, _ end: Int) -> Int? {
    var dots = end
    while dots > start, bytes[dots - 1].isDigit || bytes[dots - 1] == "-" { dots -= 1 }
    guard dots < end else { return nil }
    while dots > start, bytes[dots - 1].isSpace { dots -= 1 }
    var leader = dots
    while leader > start, bytes[leader - 1] == "." { leader -= 1 }
    guard dots - leader >= Self.shortestOrnament else { return nil }
    while leader > start, bytes[leader - 1].isSpace { leader -= 1 }
    return leader
  }

  /// Whether a paragraph is the number of a page.
  private func isPageNumber(_ paragraph: [Line]) -> Bool {
    guard paragraph.count == 1, let line = paragraph.first else { return false }
    return line.count <= 3 && bytes[line.start..<line.end].allSatisfy(\.isDigit)
  }

  private func append(_ paragraph: [Line], to passages: inout [Range<Int>]) {
    guard var start = paragraph.first?.start, !isPageNumber(paragraph) else { return }
    let isWrapped = isSpelledDown(paragraph) || isWrapped(paragraph)
    let isList = isList(paragraph)
    for (line, next) in zip(paragraph, paragraph.dropFirst())
    where !runsOn(line, into: next, isWrapped: isWrapped, isList: isList) {
      passages.append(start..<line.end)
      start = next.start
    }
    passages.append(start..<paragraph[paragraph.count - 1].end)
  }

  /// Whether a word in capitals stands upright, a letter or two on each line, as beside pictures and on forms.
  private func isSpelledDown(_ paragraph: [Line]) -> Bool {
    paragraph.count > 3 && paragraph.allSatisfy { $0.count < 3 && bytes[$0.start..<$0.end].allSatisfy(\.isUpper) }
  }

  /// Whether nearly every line was ended because the next word would have crossed the margin.
  private func isWrapped(_ paragraph: [Line]) -> Bool {
    let margin = paragraph.map(\.count).max() ?? 0
    guard paragraph.count > 2, margin >= Self.narrowestMargin else { return false }
    let full = zip(paragraph, paragraph.dropFirst()).count { line, next in
      line.count + 1 + bytes.end(from: next.start, while: { !$0.isSpace }) - next.start > margin
    }
    return full * 5 >= (paragraph.count - 1) * 4
  }

  /// Whether the lines are short and have no marks at their ends.
  private func isList(_ paragraph: [Line]) -> Bool {
    paragraph.count > 2
      && paragraph.dropLast().allSatisfy { $0.count < Self.narrowestMargin && !bytes[$0.end - 1].isSentenceMark }
  }

  private func runsOn(_ line: Line, into next: Line, isWrapped: Bool, isList: Bool) -> Bool {
    if ListMarker(in: bytes, at: next.start) != nil || bytes.bulletLength(at: next.start) > 0 { return false }
    let last = bytes[line.end - 1]
    if last.isSentenceMark { return isWrapped || last == "." && bytes.beginsLower(at: next.start) }
    if isWrapped || last == "," || bytes[next.start] == "." { return true }
    if bytes[next.start] == "(" { return line.count >= Self.longLine }
    return bytes.beginsLower(at: next.start) && !isList
  }
}

extension UInt8 {
  /// Line feed, vertical tab, form feed, carriage return.
  fileprivate var isLineBreak: Bool { self &- 0x0A < 4 }

  fileprivate var isOrnament: Bool { isOne(of: "/=*_-~#+") }

  fileprivate var isSentenceMark: Bool {
    self == "." || self == "!" || self == "?"
  }
}
