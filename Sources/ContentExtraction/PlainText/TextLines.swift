/// The lines of a text as ranges without their line feeds.
struct TextLines: Sequence, IteratorProtocol {
  private let text: [UInt8]
  private var position = 0
  private var isAtEnd = false

  init(_ text: [UInt8]) { self.text = text }

  mutating func next() -> Range<Int>? {
    if isAtEnd { return nil }
    let start = position
    let end = text[start...].firstIndex(of: .lineFeed) ?? text.count
    isAtEnd = end == text.count
    position = end + 1
    return start..<end
  }
}

extension Array<UInt8> {
  /// A range without the white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    let start = self[range].firstIndex { !$0.isASCIISpace } ?? range.upperBound
    let end = self[start..<range.upperBound].lastIndex { !$0.isASCIISpace }.map { $0 + 1 } ?? start
    return start..<end
  }
}
