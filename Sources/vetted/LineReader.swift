/// Reads lines one at a time, so that memory does not grow with their number.
struct LineReader {
  enum Line {
    /// Without the line feed.
    case bytes([UInt8])
    /// The line has more than ``LineReader/longestLine`` bytes and was skipped.
    case tooLong
  }

  /// Much more than a text of the largest size that is checked takes up in JSON.
  static let longestLine = 16 << 20

  /// The number of the line read last, from 1.
  private(set) var number = 0
  private let source: ByteSource
  private var buffer: [UInt8] = []
  private var position = 0

  init(_ source: ByteSource) { self.source = source }

  /// The next line that is not blank; `nil` at the end.
  mutating func next() throws(InputError) -> Line? {
    while let line = try nextLine() {
      number += 1
      if case .bytes(let bytes) = line, bytes.allSatisfy({ [9, 13, 32].contains($0) }) { continue }
      return line
    }
    return nil
  }

  private mutating func nextLine() throws(InputError) -> Line? {
    var line: [UInt8] = []
    var isTooLong = false
    var isEmpty = true
    while true {
      if position == buffer.count {
        buffer = try source.read(atMost: 1 << 16)
        position = 0
        if buffer.isEmpty { return isEmpty ? nil : isTooLong ? .tooLong : .bytes(line) }
      }
      isEmpty = false
      let rest = buffer[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      isTooLong = isTooLong || line.count + end - position > Self.longestLine
      if isTooLong { line = [] } else { line += rest[..<end] }
      position = min(end + 1, buffer.count)
      if end < buffer.count { return isTooLong ? .tooLong : .bytes(line) }
    }
  }
}
