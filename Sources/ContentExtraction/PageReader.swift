import FactCheckCore

/// Turns a web page into a document: parsed, searched for its main text.
struct PageReader {
  let rules: ExtractionRules

  /// Reads HTML in UTF-8.
  func document(in page: [UInt8], from source: Document.Source) -> Diagnosed<Document> {
    let parsed = PageParser.parse(page, vocabulary: rules.vocabulary)
    let tree = parsed.tree
    let structuredData = StructuredData(parsed.structuredData)
    let metadata = PageMetadata(of: tree, structuredData: structuredData)
    var main = MainTextFinder(rules: rules)
      .mainText(of: tree, metadata: metadata, url: source.finalURL ?? source.url)
    let isFrame = main.blocks.isEmpty && parsed.hasScripts
    let stated = structuredData.body ?? (main.blocks.isEmpty ? metadata.summary : nil)
    let replacement = stated.flatMap { StatedBody(text: $0, rules: rules).replacement(for: main) }
    if let replacement { main = replacement }
    var builder = DocumentBuilder()
    for block in main.blocks { builder.append(block.kind, main.characters[block.characters]) }
    let document = builder.document(from: source.completed(by: metadata))
    let diagnosis = PageDiagnosis(phrases: rules.phrases, thresholds: rules.thresholds)
    let findings = diagnosis.diagnostics(of: document, tree: tree, isFrame: isFrame)
    return Diagnosed(document, findings + (replacement == nil ? [] : [Self.statedText]))
  }

  private static let statedText = Diagnostic(
    .note, code: "stated-text",
    message: "The text is what the page states about itself for machines; what it shows is about something else.")
}

extension Document.Source {
  /// The source with what a page says of itself, where nothing else is known.
  fileprivate func completed(by metadata: PageMetadata) -> Document.Source {
    var source = self
    source.title = title ?? metadata.title
    source.author = author ?? metadata.author
    source.siteName = siteName ?? metadata.siteName
    source.published = published ?? metadata.published
    source.language = language ?? metadata.language
    return source
  }
}
