import FactCheckCore
import Testing

@testable import Reporting

@Suite struct LineIndexTests {
  @Test(arguments: [
    ("«a»", 1, 1), ("a\n«b»", 2, 1), ("a\r\nb «c»", 2, 3), ("a\r\r«b»", 3, 1), ("a\n\r\n\n«b»", 4, 1),
    ("é😀 «b»", 1, 4), ("e\u{301} «b»", 1, 4), ("a\n«»", 2, 1),
  ]) func `a place is the line and the column in Unicode scalars`(marked: String, line: Int, column: Int) {
    let (text, span) = Samples.unmarked(marked)
    let place = LineIndex(text).place(of: span.start)
    #expect(place.line == line)
    #expect(place.column == column)
  }

  @Test func `a line has no line break`() {
    let index = LineIndex("a\r\nbc\n")
    #expect(
      (0..<3).map(index.span(ofLine:)) == [
        TextSpan(start: 0, end: 1), TextSpan(start: 3, end: 5), TextSpan(start: 6, end: 6),
      ])
  }
}
