import FactCheckCore

/// The lines of a text, so that places in it are found without walking it.
struct LineIndex {
  let text: String
  /// The bytes of each line, without its line break (LF, CR LF or CR).
  private let lines: [TextSpan]
  private let offsets: ScalarOffsets

  init(_ text: String) {
    self.text = text
    lines = Self.lines(of: text)
    offsets = ScalarOffsets(text)
  }

  /// The number of the line that holds a byte, from 0.
  func line(at offset: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  func span(ofLine line: Int) -> TextSpan { lines[line] }

  /// The place of a byte as editors show it: line and column from 1, the column in Unicode scalars.
  func place(of offset: Int) -> (line: Int, column: Int) {
    let line = line(at: offset)
    let column = offsets.scalarOffset(ofByte: offset) - offsets.scalarOffset(ofByte: lines[line].start)
    return (line + 1, column + 1)
  }

  private static func lines(of text: String) -> [TextSpan] {
    var lines: [TextSpan] = []
    var start = 0
    var previous: UInt8 = 0
    for (offset, byte) in text.utf8.enumerated() {
      if byte == UInt8(ascii: "\n"), previous == UInt8(ascii: "\r") {
        start = offset + 1
      } else if byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        lines.append(TextSpan(start: start, end: offset))
        start = offset + 1
      }
      previous = byte
    }
    return lines + [TextSpan(start: start, end: text.utf8.count)]
  }
}
