public import FactCheckCore

/// Turns the bytes of a page, a Markdown file or plain text into a document.
///
/// ```swift
/// let rules = try ExtractionRules(vocabulary: vocabulary, thresholds: thresholds, phrases: phrases)
/// let page = RawContent(bytes: bytes, mediaType: "text/html", source: Document.Source(kind: .url, url: address))
/// let document = ContentExtractor(rules: rules).document(from: page).value
/// ```
public struct ContentExtractor: ContentExtracting {
  private let rules: ExtractionRules
  private let pdf: (any PDFTextExtracting)?

  /// - Parameters:
  ///   - rules: what to know of pages.
  ///   - pdf: what reads PDF documents; without it they have the diagnostic `pdf-reader-missing`.
  public init(rules: ExtractionRules, pdf: (any PDFTextExtracting)? = nil) {
    self.rules = rules
    self.pdf = pdf
  }

  /// The document in the bytes, with what there is to tell about it.
  ///
  /// Diagnostics have the codes `binary-content`, `empty-text`, `encoding-guessed`, `encoding-mismatch`, for PDF documents
  /// those of ``PDFReader`` and, for pages, `stated-text` and those of ``PageDiagnosis``.
  public func document(from content: RawContent) -> Diagnosed<Document> {
    if let kind = BinaryKind(of: content.bytes) {
      if kind == .pdf { return PDFReader(extractor: pdf).document(from: content) }
      return Diagnosed(Self.empty(content.source), [Self.binaryContent(kind)])
    }
    let text = TextDecoder().decode(content)
    guard text.value.contains(where: { !$0.isASCIISpace }) else {
      return Diagnosed(Self.empty(content.source), text.diagnostics + [Self.emptyText])
    }
    var result = read(text.value, from: content)
    result.diagnostics.insert(contentsOf: text.diagnostics, at: 0)
    return result
  }

  private func read(_ text: [UInt8], from content: RawContent) -> Diagnosed<Document> {
    let address = content.source.finalURL ?? content.source.url
    switch ContentKind(mediaType: content.mediaType, address: address, text: text) {
    case .html: return PageReader(rules: rules).document(in: text, from: content.source)
    case .markdown: return Diagnosed(MarkdownReader.document(in: text, from: content.source))
    case .plainText: return Diagnosed(PlainTextReader.document(in: text, from: content.source))
    }
  }

  static func empty(_ source: Document.Source) -> Document { Document(text: "", blocks: [], source: source) }

  private static func binaryContent(_ kind: BinaryKind) -> Diagnostic {
    Diagnostic(
      .error, code: "binary-content",
      message: "This is \(kind.rawValue), which cannot be read as text. \(kind.advice)")
  }

  private static let emptyText = Diagnostic(
    .error, code: "empty-text",
    message: "There is no text: the input is empty or only white space. Give the text to check.")
}
