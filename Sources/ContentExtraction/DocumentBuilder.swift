import FactCheckCore

/// Puts a document together from its blocks, which it separates by blank lines.
struct DocumentBuilder {
  private var text: [UInt8] = []
  private var blocks: [Document.Block] = []

  /// Adds a block of valid UTF-8 without white space at its ends; an empty one is left out.
  mutating func append(_ kind: Document.Block.Kind, _ characters: some Collection<UInt8>) {
    if characters.isEmpty { return }
    if !text.isEmpty { text.append(contentsOf: "\n\n".utf8) }
    let start = text.count
    text.append(contentsOf: characters)
    blocks.append(Document.Block(kind: kind, span: TextSpan(start: start, end: text.count)))
  }

  func document(from source: Document.Source) -> Document {
    Document(text: String(decoding: text, as: UTF8.self), blocks: blocks, source: source)
  }
}
