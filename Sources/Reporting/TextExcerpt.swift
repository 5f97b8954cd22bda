import FactCheckCore

/// The words around a span, broken to a width, with what is to be underlined in each row.
struct TextExcerpt {
  struct Row: Equatable {
    /// The number of the line, from 1; `nil` where the row goes on with the line of the row before.
    let line: Int?
    let text: String
    /// The columns to underline.
    let underline: Range<Int>
  }

  let rows: [Row]

  /// A longer claim is shown by its beginning.
  private static let rowLimit = 6
  /// Stands for the part of a line that is not shown.
  private static let ellipsis = "…"

  /// The rows around a span, each of at most `width` columns.
  init(of span: TextSpan, in index: LineIndex, width: Int) {
    let last = index.line(at: max(span.start, span.end - 1))
    var rows: [Row] = []
    for line in index.line(at: span.start)...last where rows.count < Self.rowLimit {
      let whole = index.span(ofLine: line)
      let start = max(span.start, whole.start)
      let end = min(span.end, whole.end)
      guard start < end else { continue }
      let text = index.text[whole]
      let marked = TextSpan(start: start - whole.start, end: end - whole.start)
      rows += Self.rows(of: text, marked: marked, number: line + 1, width: width)
    }
    self.rows = Array(rows.prefix(Self.rowLimit))
  }

  /// The rows of a line that hold something of the marked span.
  private static func rows(of line: Substring, marked: TextSpan, number: Int, width: Int) -> [Row] {
    let start = line.utf8.index(line.startIndex, offsetBy: marked.start)
    let end = line.utf8.index(start, offsetBy: marked.count)
    let beginning = beginning(of: line, before: start, within: width / 2)
    let cells = cells(of: line[beginning...], marked: start..<end, width: width)
    let pieces = wrapped(cells.shown, width: width - 2 * (ellipsis.count + 1))
      .filter { $0.contains(where: \.isMarked) }.prefix(rowLimit)
    let isCut = cells.isCut || pieces.last?.endIndex != cells.shown.endIndex
    return pieces.enumerated().map { index, piece in
      let before = index == 0 && beginning > line.startIndex ? ellipsis + " " : ""
      let after = isCut && index == pieces.count - 1 ? " " + ellipsis : ""
      return row(piece, line: index == 0 ? number : nil, before: before, after: after)
    }
  }

  /// The start of the line if it is near, else a word that is.
  private static func beginning(of line: Substring, before mark: String.Index, within width: Int) -> String.Index {
    var columns = 0
    var index = mark
    while index > line.startIndex {
      let previous = line.index(before: index)
      columns += line[previous].columns
      guard columns <= width else { return line[index..<mark].firstIndex(of: " ").map(line.index(after:)) ?? index }
      index = previous
    }
    return index
  }

  /// A character as it is shown.
  private struct Cell {
    let text: String
    let columns: Int
    let isMarked: Bool
  }

  /// The characters up to a width behind the mark, but no more than fit the rows.
  private static func cells(
    of text: Substring, marked: Range<String.Index>, width: Int
  ) -> (shown: [Cell], isCut: Bool) {
    var cells: [Cell] = []
    var columns = 0
    var behind = 0
    for index in text.indices {
      let character = text[index]
      behind += index >= marked.upperBound ? character.columns : 0
      columns += character.columns
      guard behind <= width, columns <= (rowLimit + 1) * width else { return (cells, true) }
      let shown = String(character).printable
      cells.append(Cell(text: shown, columns: shown.columns, isMarked: marked.contains(index)))
    }
    return (cells, false)
  }

  /// Pieces that fit the width, cut at spaces where there are any.
  private static func wrapped(_ cells: [Cell], width: Int) -> [ArraySlice<Cell>] {
    var pieces: [ArraySlice<Cell>] = []
    var rest = cells[...]
    while !rest.isEmpty {
      var columns = 0
      let end = rest.firstIndex { cell in
        columns += cell.columns
        return columns > width
      }
      guard let end else { return pieces + [rest] }
      let space = rest[..<end].lastIndex { $0.text == " " }
      let cut = space.map { $0 + 1 } ?? max(end, rest.startIndex + 1)
      pieces.append(rest[..<cut])
      rest = rest[cut...]
    }
    return pieces
  }

  private static func row(_ piece: ArraySlice<Cell>, line: Int?, before: String, after: String) -> Row {
    let trailing = piece.reversed().prefix { $0.text == " " }.count
    let shown = piece.dropLast(trailing)
    let start = before.columns + shown.prefix { !$0.isMarked }.reduce(0) { $0 + $1.columns }
    let marked = shown.filter(\.isMarked).reduce(0) { $0 + $1.columns }
    return Row(line: line, text: before + shown.map(\.text).joined() + after, underline: start..<(start + marked))
  }
}
