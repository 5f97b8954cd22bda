import ContentExtraction
import FactCheckCore
import Testing

@Suite struct PlainTextReaderTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  @Test(arguments: [
    ("One.", ["paragraph: One."]), ("  One\ntwo. \n\n \nThree", ["paragraph: One\ntwo.", "paragraph: Three"]),
    (
      "Why:\n- one\n- two\n  more\n\nEnd",
      ["paragraph: Why:", "listItem: - one", "listItem: - two\n  more", "paragraph: End"]
    ),
    ("1. one\n2) two\n• three", ["listItem: 1. one", "listItem: 2) two", "listItem: • three"]),
    ("2024 was dry.\n-5 °C", ["paragraph: 2024 was dry.\n-5 °C"]),
  ])
  func `plain text stays as it is, in paragraphs and list items`(_ text: String, _ blocks: [String]) {
    let document = extractor.document(from: text, mediaType: "text/plain").value
    #expect(document.text == text)
    #expect(document.described == blocks)
  }
}
