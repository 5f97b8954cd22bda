import FactCheckCore

/// The pieces of one text, without what begins and ends a sequence.
struct TextPieces {
  private(set) var ids: [Int32] = []
  /// The bytes of the text that each piece comes from.
  private(set) var spans: [TextSpan] = []

  var count: Int { ids.count }

  mutating func append(_ id: Int32, span: TextSpan) {
    ids.append(id)
    spans.append(span)
  }

  /// As few ranges of at most `length` pieces as cover all with an overlap of at least a quarter of that, at even
  /// distances. One, if the pieces are no more; it is empty if there are none.
  ///
  /// A window may begin or end inside a word. The window beside it has the word whole.
  func windows(of length: Int) -> [Range<Int>] {
    guard count > length else { return [0..<count] }
    let stride = length - length / 4
    let steps = (count - length + stride - 1) / stride
    return (0...steps).map { step in
      let start = step * (count - length) / steps
      return start..<(start + length)
    }
  }
}
