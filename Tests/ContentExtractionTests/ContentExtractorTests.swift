import ContentExtraction
import FactCheckCore
import Testing

@Suite struct ContentExtractorTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  @Test(arguments: ["", " \n\t\r\n "])
  func `white space alone is an empty document with an error`(_ text: String) {
    let result = extractor.document(from: text, mediaType: "text/plain")
    #expect(result.value.text.isEmpty)
    #expect(result.diagnostics.map(\.code) == ["empty-text"])
  }

  @Test func `a binary file is an empty document that says what it is and what to do`() {
    let content = RawContent(
      bytes: Array("GIF89a".utf8), mediaType: "text/html", source: Document.Source(kind: .file, url: "a.html"))
    let result = extractor.document(from: content)
    #expect(result.value.blocks.isEmpty)
    #expect(result.diagnostics.map(\.code) == ["binary-content"])
    #expect(result.diagnostics.first?.message.contains("GIF") == true)
    #expect(result.diagnostics.first?.message.contains("text recognition") == true)
  }

  @Test func `a guessed encoding is told together with what the page says`() {
    let bytes = Array("<p>caf".utf8) + [0xE9] + Array("</p>".utf8)
    let result = extractor.document(
      from: RawContent(bytes: bytes, mediaType: "text/html", source: Document.Source(kind: .text)))
    #expect(result.value.text == "café")
    #expect(result.diagnostics.map(\.code) == ["encoding-guessed", "little-text"])
  }

  @Test func `what the caller knows of the source is kept`() {
    let source = Document.Source(kind: .url, url: "https://a.example/", title: "Known", fetched: "2026-01-02T03:04:05Z")
    let page = "<html lang=de><title>Other</title><p>\(loremTea)"
    let document = extractor.document(from: RawContent(bytes: Array(page.utf8), source: source)).value
    #expect(document.source.title == "Known")
    #expect(document.source.fetched == "2026-01-02T03:04:05Z")
    #expect(document.source.language == "de")
  }

  @Test func `the same bytes give the same document`() {
    let page = "<article><h1>Tea</h1>" + String(repeating: "<p>\(loremTea)</p>", count: 5) + "</article>"
    #expect(extractor.document(from: page) == extractor.document(from: page))
  }
}
