import Testing
import TextAnalysis

@Suite struct WordListTests {
  @Test func `blank lines and comments are skipped, and space at the ends`() {
    #expect(
      WordList.lines(of: "# about\n\n  flu \r\n#\nmyth # of the day\n\tcold\t") == ["flu", "myth # of the day", "cold"])
  }

  @Test func `a line is a head and items`() {
    let parts = WordList.parts(of: "flu shot > vaccine = flu jab , , influenza shot")
    #expect(parts.head == "flu shot > vaccine")
    #expect(parts.items == ["flu jab", "influenza shot"])
    #expect(WordList.parts(of: "acne").items.isEmpty)
  }
}
