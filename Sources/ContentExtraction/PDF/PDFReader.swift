import FactCheckCore

/// Turns a PDF document into a document of paragraphs.
///
/// Diagnostics have the codes `pdf-reader-missing`, `pdf-unreadable`, `pdf-too-demanding` and, for one that holds pictures
/// of pages only, `pdf-without-text`.
struct PDFReader {
  let extractor: (any PDFTextExtracting)?

  func document(from content: RawContent) -> Diagnosed<Document> {
    do throws(PDFTextError) {
      guard let extractor else { throw .readerMissing }
      // Fonts may lie about their characters, and then the text is no UTF-8.
      let text = String(decoding: try extractor.text(of: content.bytes), as: UTF8.self)
      let document = PDFPages(Array(text.utf8)).document(from: content.source)
      return Diagnosed(document, document.blocks.isEmpty ? [Self.withoutText] : [])
    } catch {
      return Diagnosed(
        ContentExtractor.empty(content.source), [Self.diagnostic(of: error, isWhole: content.isWhole)])
    }
  }

  private static let withoutText = Diagnostic(
    .error, code: "pdf-without-text",
    message: "This PDF has no text in it, only pictures of pages. Run it through text recognition first.")

  private static func diagnostic(of error: PDFTextError, isWhole: Bool) -> Diagnostic {
    switch error {
    case .readerMissing:
      Diagnostic(
        .error, code: "pdf-reader-missing",
        message: "Reading PDF needs the program pdftotext. Install poppler-utils, or paste the passage to check.")
    case .unreadable where !isWhole:
      Diagnostic(
        .error, code: "pdf-unreadable",
        message: "This PDF is too large to be read whole. Paste the passage to check.")
    case .unreadable:
      Diagnostic(
        .error, code: "pdf-unreadable",
        message: "This PDF is damaged or locked by a password. Paste the passage to check.")
    case .tooDemanding:
      Diagnostic(
        .error, code: "pdf-too-demanding",
        message: "Reading this PDF takes too much time or memory. Paste the passage to check.")
    }
  }
}
