/// A half-open range of UTF-8 offsets into the text of a document.
///
/// Offsets are bytes because Swift strings are UTF-8 and a byte offset is found without walking the text. What leaves the
/// program counts Unicode scalars instead: see ``ScalarOffsets``.
public struct TextSpan: Hashable, Sendable {
  /// The offset of the first byte.
  public let start: Int
  /// The offset behind the last byte.
  public let end: Int

  /// - Precondition: `0 <= start <= end`.
  public init(start: Int, end: Int) {
    precondition(0 <= start && start <= end, "a span runs forwards from an offset in the text")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { end - start }

  public var isEmpty: Bool { start == end }

  /// Whether every byte of `other` is also in this span.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans have a byte in common.
  public func overlaps(_ other: TextSpan) -> Bool { start < other.end && other.start < end }

  /// The same span seen from a text in which this one's text starts at `offset`.
  public func shifted(by offset: Int) -> TextSpan { TextSpan(start: start + offset, end: end + offset) }
}

extension TextSpan: Comparable {
  /// By start, then by end.
  public static func < (lhs: TextSpan, rhs: TextSpan) -> Bool {
    (lhs.start, lhs.end) < (rhs.start, rhs.end)
  }
}

extension StringProtocol {
  /// The part of the text that the span covers.
  ///
  /// - Precondition: the span lies in the text and does not cut a character's bytes.
  public subscript(span: TextSpan) -> SubSequence {
    let lower = utf8.index(startIndex, offsetBy: span.start)
    let upper = utf8.index(lower, offsetBy: span.count)
    return self[lower..<upper]
  }

  /// The span of a range of indices of this text.
  public func span(of range: Range<Index>) -> TextSpan {
    TextSpan(
      start: utf8.distance(from: startIndex, to: range.lowerBound),
      end: utf8.distance(from: startIndex, to: range.upperBound))
  }
}
