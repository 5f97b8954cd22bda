import ContentExtraction
import FactCheckCore
import Testing

@Suite struct PDFReaderTests {
  private struct Extractor: PDFTextExtracting {
    let answer: Result<String, PDFTextError>
    var tail: [UInt8] = []

    func text(of document: [UInt8]) throws(PDFTextError) -> [UInt8] { Array(try answer.get().utf8) + tail }
  }

  private func result(_ answer: Result<String, PDFTextError>?, isWhole: Bool = true) throws -> Diagnosed<Document> {
    let content = RawContent(
      bytes: Array("%PDF-1.7".utf8), mediaType: "text/html", isWhole: isWhole, source: Document.Source(kind: .file))
    return ContentExtractor(rules: try TestRules.rules(), pdf: answer.map { Extractor(answer: $0) }).document(
      from: content)
  }

  @Test func `the paragraphs of a PDF are a document, whatever its bearer calls it`() throws {
    let result = try result(.success("Tea is\nwarm.\n\u{0C}"))
    #expect(result.value.text == "Tea is warm.")
    #expect(result.diagnostics.isEmpty)
  }

  @Test func `text that is no UTF-8 is mended`() throws {
    let extractor = ContentExtractor(
      rules: try TestRules.rules(), pdf: Extractor(answer: .success("Tea is warm"), tail: [0xA6]))
    let content = RawContent(bytes: Array("%PDF-1.7".utf8), source: Document.Source(kind: .file))
    let document = extractor.document(from: content).value
    #expect(document.blocks.map { String(document.text[$0.span]) } == ["Tea is warm\u{FFFD}"])
  }

  @Test(
    arguments: [
      (.success("\n\u{0C}"), true, "pdf-without-text"), (.failure(.readerMissing), true, "pdf-reader-missing"),
      (nil, true, "pdf-reader-missing"), (.failure(.unreadable), true, "pdf-unreadable"),
      (.failure(.unreadable), false, "pdf-unreadable"), (.failure(.tooDemanding), true, "pdf-too-demanding"),
    ] as [(Result<String, PDFTextError>?, Bool, String)])
  func `a PDF without text is an empty document that says why and what to do`(
    answer: Result<String, PDFTextError>?, isWhole: Bool, code: String
  ) throws {
    let result = try result(answer, isWhole: isWhole)
    #expect(result.value.blocks.isEmpty)
    #expect(result.diagnostics.map(\.code) == [code])
    #expect(!result.isUsable)
  }
}
