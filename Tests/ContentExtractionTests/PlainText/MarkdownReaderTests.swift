import ContentExtraction
import FactCheckCore
import Testing

@Suite struct MarkdownReaderTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  private func document(_ text: String) -> Document { extractor.document(from: text, mediaType: "text/markdown").value }

  static let blocks: [(String, [String])] = [
    ("# Tea #\nHelps\nto sleep.", ["heading: Tea", "paragraph: Helps to sleep."]),
    ("Tea\n===\nSleep\n---\nEnd", ["heading: Tea", "heading: Sleep", "paragraph: End"]),
    ("- one\n- two\n  more\n1. three", ["listItem: one", "listItem: two more", "listItem: three"]),
    ("> said\n> she\n>\n> again\n\nnot", ["quote: said she", "quote: again", "paragraph: not"]),
    ("a  \nb\\\nc", ["paragraph: a\nb\nc"]),
    ("```swift\nlet *a*\n\n  b\n```\nc", ["code: let *a*\n\n  b", "paragraph: c"]),
    ("| a | b |\n|---|:-:|\n| 1 | *2* |", ["tableRow: a | b", "tableRow: 1 | 2"]),
    ("a\n\n***\n\nb", ["paragraph: a", "paragraph: b"]),
    ("[x]: https://a.example\nText", ["paragraph: Text"]), ("#hashtag", ["paragraph: #hashtag"]),
  ]

  @Test(arguments: blocks)
  func `Markdown becomes blocks`(_ text: String, _ expected: [String]) {
    #expect(document(text).described == expected)
  }

  @Test(arguments: [
    ("*a* **b** ***c*** _d_ ~~e~~", "a b c d e"), ("2 * 3 * 4 and snake_case_name", "2 * 3 * 4 and snake_case_name"),
    ("[tea](https://a.example \"t\") [x][1] ![img](b.png)!", "tea x !"), ("[a *b*](c)", "a b"),
    ("[not a link]", "[not a link]"),
    ("`*a*` and ``b ` c``", "*a* and b ` c"), ("\\*a\\*", "*a*"),
    ("<b>a</b> <https://a.example> a<b", "a https://a.example a<b"),
    ("a &amp; b &nope; c", "a & b &nope; c"), ("note[^1]", "note"), ("**open", "**open"), ("a*", "a*"),
  ])
  func `marks within a line go`(_ text: String, _ expected: String) {
    #expect(document(text).text == expected)
  }

  @Test func `front matter is metadata`() {
    let document = document("---\ntitle: \"Tea\"\nauthor: Ann Lee\ndate: 2024-05-03\nlang: en\n---\n# Other\n")
    #expect(document.text == "Other")
    #expect(document.source.title == "Tea")
    #expect(document.source.author == "Ann Lee")
    #expect(document.source.published == CalendarDate(year: 2024, month: 5, day: 3))
    #expect(document.source.language == "en")
    #expect(self.document("---\nnot closed").text == "not closed")
    #expect(self.document("# Tea").source.title == "Tea")
  }
}
