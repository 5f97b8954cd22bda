import Testing
import TextAnalysis

@Suite struct PhraseMatcherTests {
  private func matcher(_ phrases: String...) -> PhraseMatcher<String> {
    var matcher = PhraseMatcher<String>()
    for phrase in phrases { matcher.insert(phrase.split(separator: " ").map(String.init), label: phrase) }
    return matcher
  }

  private func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }

  @Test func `the longest phrase at a place wins`() {
    let found = matcher("flu", "flu shot", "shot").matches(in: words("a flu shot and the flu"))
    #expect(found.map(\.label) == ["flu shot", "flu"])
    #expect(found.map(\.range) == [1..<3, 5..<6])
  }

  @Test(arguments: [
    ("get it from", true), ("get from", true), ("get a b c d from", true), ("get a b c d e from", false),
    ("get it", false),
  ])
  func `a star stands for up to four words`(text: String, matches: Bool) {
    #expect(matcher("get * from").matches(in: words(text)).isEmpty != matches)
  }

  @Test func `a match tells its own words from those in its gap`() throws {
    let match = try #require(matcher("get * from").matches(in: words("kids get autism from jabs")).first)
    #expect(match.range == 1..<4)
    #expect(match.words == [1, 3])
    #expect(match.wordCount == 2)
  }

  @Test func `more words of the list beat a longer gap`() {
    let found = matcher("make * sick", "make you very").matches(in: words("make you very sick"))
    #expect(found.map(\.label) == ["make you very"])
  }

  @Test func `of two equal phrases the later one stays`() {
    var matcher = PhraseMatcher<Int>()
    matcher.insert(["flu"], label: 1)
    matcher.insert(["flu"], label: 2)
    #expect(matcher.matches(in: ["flu"]).map(\.label) == [2])
  }

  @Test func `nothing is found in nothing and an empty phrase is never found`() {
    var matcher = PhraseMatcher<Int>()
    matcher.insert([], label: 1)
    #expect(matcher.matches(in: []).isEmpty)
    #expect(matcher.matches(in: ["flu"]).isEmpty)
  }
}
