import FactCheckCore
import Testing

@Suite struct TextSpanTests {
  @Test func `a span quotes the bytes between its offsets`() {
    let text = "Naïve 🧄 cures"
    let span = TextSpan(start: 7, end: 11)
    #expect(text[span] == "🧄")
    #expect(text.span(of: text[span].startIndex..<text[span].endIndex) == span)
  }

  @Test(arguments: [(0, 0), (6, 5), (7, 6), (11, 7), (17, 13)])
  func `scalars are counted, not bytes`(byte: Int, scalar: Int) {
    #expect(ScalarOffsets("Naïve 🧄 cures").scalarOffset(ofByte: byte) == scalar)
  }

  @Test func `offsets in long texts agree with a plain count`() {
    let text = String(repeating: "é🧄 a", count: 700)
    let offsets = ScalarOffsets(text)
    var byte = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.scalarOffset(ofByte: byte) == count)
      byte += UTF8.width(scalar)
    }
    #expect(offsets.scalarOffset(ofByte: byte) == text.unicodeScalars.count)
  }
}
