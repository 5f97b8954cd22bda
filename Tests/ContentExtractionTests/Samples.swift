import ContentExtraction
import FactCheckCore

/// Text that is long enough to count as prose.
let loremTea =
  "Green tea is often said to help people sleep, though the evidence for that is thin and the trials are small. "

extension ContentExtractor {
  /// The document in a text.
  func document(
    from text: String, mediaType: String? = "text/html", url: String? = nil
  ) -> Diagnosed<Document> {
    let source = Document.Source(kind: url == nil ? .text : .url, url: url)
    return document(from: RawContent(bytes: Array(text.utf8), mediaType: mediaType, source: source))
  }
}

extension Document {
  /// The blocks as `kind: text`.
  var described: [String] { blocks.map { "\($0.kind.rawValue): \(text[$0.span])" } }
}
