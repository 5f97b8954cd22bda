import ContentExtraction
import FactChecking
import Testing

@Suite struct PopplerTextExtractorTests {
  /// A document of one page with lines of Helvetica. There is no table of its objects: readers find them anyway.
  private func document(_ lines: [String]) -> [UInt8] {
    let text = lines.map { "(\($0)) Tj T*" }.joined(separator: " ")
    let stream = "BT /F1 12 Tf 14 TL 72 700 Td \(text) ET"
    let objects = [
      "<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    let numbered = objects.enumerated().map { "\($0 + 1) 0 obj\n\($1)\nendobj\n" }.joined()
    return Array("%PDF-1.4\n\(numbered)trailer << /Root 1 0 R >>\n%%EOF\n".utf8)
  }

  @Test func `the text of a document comes line by line`() throws {
    let text = try PopplerTextExtractor().text(of: document(["Tea is warm", "and wet."]))
    #expect(String(decoding: text, as: UTF8.self).hasPrefix("Tea is warm\nand wet.\n"))
  }

  @Test(arguments: ["", "%PDF-1.4\nnothing", "no document"]) func `what is no document is unreadable`(text: String) {
    #expect(throws: PDFTextError.unreadable) { try PopplerTextExtractor().text(of: Array(text.utf8)) }
  }

  @Test func `a document that breaks off is read as far as it goes, or unreadable`() {
    let whole = document(["Tea is warm"])
    for end in stride(from: 0, to: whole.count, by: 97) {
      let result = Result { try PopplerTextExtractor().text(of: Array(whole[..<end])) }
      if case .failure(let error) = result { #expect(error as? PDFTextError == .unreadable) }
    }
  }
}
