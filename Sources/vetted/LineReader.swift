import Foundation

/// Reads lines from a file descriptor, one at a time, so that memory does not grow with their number.
struct LineReader: Sequence, IteratorProtocol {
  /// Longer lines are cut there; what follows to the line feed is dropped.
  static let longestLine = 64 << 20

  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  init(_ handle: FileHandle) { self.handle = handle }

  /// The next line, without its line feed; `nil` at the end.
  mutating func next() -> [UInt8]? {
    var line: [UInt8] = []
    while true {
      if position == buffer.count, !fill() { return line.isEmpty ? nil : line }
      let rest = buffer[position...]
      let end = rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex
      if line.count < Self.longestLine { line += rest[..<end] }
      position = end
      if end < buffer.count {
        position = end + 1
        return line
      }
    }
  }

  private mutating func fill() -> Bool {
    guard !isAtEnd else { return false }
    buffer = [UInt8]((try? handle.read(upToCount: 1 << 16)) ?? Data())
    position = 0
    isAtEnd = buffer.isEmpty
    return !isAtEnd
  }
}
