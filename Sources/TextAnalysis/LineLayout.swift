/// Tells the line breaks that end a sentence from those that only wrap it.
struct LineLayout {
  /// A line without the white space around it.
  private struct Line {
    let start: Int
    let end: Int
    var count: Int { end - start }
  }

  /// Shorter lines are not taken for prose that was wrapped at a margin.
  private static let narrowestMargin = 40
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
    return Line(start: start, end: end)
  }

  private func append(_ paragraph: [Line], to passages: inout [Range<Int>]) {
    guard var start = paragraph.first?.start else { return }
    let isWrapped = isWrapped(paragraph)
    let isList = isList(paragraph)
    for (line, next) in zip(paragraph, paragraph.dropFirst())
    where !runsOn(line, into: next, isWrapped: isWrapped, isList: isList) {
      passages.append(start..<line.end)
      start = next.start
    }
    passages.append(start..<paragraph[paragraph.count - 1].end)
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

  fileprivate var isSentenceMark: Bool {
    self == "." || self == "!" || self == "?"
  }
}
