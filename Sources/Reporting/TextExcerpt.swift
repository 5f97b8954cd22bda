import FactCheckCore

/// The lines of a text around a span, broken to a width, with what is to be underlined in each.
struct TextExcerpt {
  struct Row: Equatable {
    let text: String
    /// The columns to underline.
    let underline: Range<Int>
  }

  /// The number of the first row's line, from 1.
  let line: Int
  /// The column of the span's start in its line, in characters from 1.
  let column: Int
  let rows: [Row]

  init(of span: TextSpan, in text: String, width: Int) {
    let before = text[TextSpan(start: 0, end: span.start)]
    let lineStart = before.utf8.lastIndex(of: UInt8(ascii: "\n")).map { text.utf8.index(after: $0) } ?? text.startIndex
    line = 1 + before.utf8.count(where: { $0 == UInt8(ascii: "\n") })
    column = 1 + text[lineStart..<before.endIndex].count
    let start = text.utf8.index(text.startIndex, offsetBy: span.start)
    let end = text.utf8.index(start, offsetBy: span.count)
    let tail = text[end...]
    let lineEnd = tail.firstIndex(where: \.isNewline) ?? text.endIndex
    rows = text[lineStart..<lineEnd].split(whereSeparator: \.isNewline)
      .flatMap { Self.wrapped($0, width: width) }
      .compactMap { Self.row($0, marked: start..<end) }
  }

  /// Pieces of a line that fit the width, cut at spaces where there are any.
  private static func wrapped(_ line: Substring, width: Int) -> [Substring] {
    var pieces: [Substring] = []
    var rest = line
    while !rest.isEmpty {
      var columns = 0
      let end = rest.firstIndex { character in
        columns += self.width(of: character)
        return columns > width
      }
      guard let end else { return pieces + [rest] }
      let cut = rest[..<end].lastIndex(of: " ").map { rest.index(after: $0) } ?? max(end, rest.index(after: rest.startIndex))
      pieces.append(rest[..<cut])
      rest = rest[cut...]
    }
    return pieces
  }

  private static func row(_ piece: Substring, marked: Range<String.Index>) -> Row? {
    let overlap = piece.indices.isEmpty ? marked : marked.clamped(to: piece.startIndex..<piece.endIndex)
    guard !overlap.isEmpty else { return nil }
    let start = columns(of: piece[..<overlap.lowerBound])
    let shown = String(piece.map { isControl($0) ? " " : $0 })
    return Row(text: shown, underline: start..<(start + columns(of: piece[overlap])))
  }

  private static func columns(of text: Substring) -> Int { text.reduce(0) { $0 + width(of: $1) } }

  /// Terminal columns of a character: two for emoji and East Asian wide forms (after UAX #11).
  private static func width(of character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    let isWide =
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0x1F300...0x1FAFF, 0x20000...0x3FFFD:
        true
      default: scalar.properties.isEmojiPresentation
      }
    return isWide ? 2 : 1
  }

  /// Control characters and the marks that turn the direction of text could garble a terminal.
  private static func isControl(_ character: Character) -> Bool {
    character.unicodeScalars.contains { scalar in
      scalar.properties.generalCategory == .control || (0x202A...0x202E).contains(scalar.value)
        || (0x2066...0x2069).contains(scalar.value)
    }
  }
}
