import FactCheckCore

/// Finds the paragraphs and list items of plain text, which stays as it is.
enum PlainTextReader {
  /// Reads UTF-8.
  static func document(in text: [UInt8], from source: Document.Source) -> Document {
    var blocks: [Document.Block] = []
    var current: (kind: Document.Block.Kind, span: Range<Int>)?
    func finish() {
      if let block = current {
        let span = TextSpan(start: block.span.lowerBound, end: block.span.upperBound)
        blocks.append(Document.Block(kind: block.kind, span: span))
      }
      current = nil
    }
    for line in TextLines(text) {
      let content = text.trimmed(line)
      if content.isEmpty {
        finish()
      } else if ListMarker(text[content]) != nil {
        finish()
        current = (.listItem, content)
      } else {
        current = (current?.kind ?? .paragraph, (current?.span.lowerBound ?? content.lowerBound)..<content.upperBound)
      }
    }
    finish()
    return Document(text: String(decoding: text, as: UTF8.self), blocks: blocks, source: source)
  }
}
