import ContentExtraction
import FactCheckCore
import Testing

@Suite struct StatedBodyTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  private static let stated = String(repeating: loremTea, count: 4)

  private func page(stating text: String, body: String) -> String {
    "<script type=application/ld+json>{\"@type\": \"Article\", \"articleBody\": \"\(text)\"}</script><body>\(body)</body>"
  }

  @Test func `the stated text is taken where the page shows something else`() {
    let result = extractor.document(from: page(stating: "<p>A &amp; B.</p>" + Self.stated, body: "<p>Loading…</p>"))
    #expect(result.value.text.hasPrefix("A & B.\n\nGreen tea"))
    #expect(result.diagnostics.map(\.code).contains("stated-text"))
  }

  @Test(arguments: [(stated, "<p>\(stated) SHOWN</p>"), ("Short.", "<p>SHOWN</p>")])
  func `the shown text is taken where it is the same or the stated is short`(_ text: String, _ body: String) {
    let result = extractor.document(from: page(stating: text, body: body))
    #expect(result.value.text.contains("SHOWN"))
    #expect(!result.diagnostics.map(\.code).contains("stated-text"))
  }

  @Test func `a post that scripts draw is read from its summary`() {
    let head = "<meta property=og:type content=article><meta property=og:description content='Tea cures colds.'>"
    let result = extractor.document(from: "<head>\(head)<script>draw()</script></head><body></body>")
    #expect(result.value.text == "Tea cures colds.")
    #expect(result.diagnostics.map(\.code) == ["script-rendered", "stated-text"])
  }
}
