import FactCheckCore

/// Cuts a text that is too long to be checked at the end of a block, and says so.
struct TextLimit {
  let bytes: Int

  func applied(to document: Diagnosed<Document>, isWhole: Bool) -> Diagnosed<Document> {
    let whole = document.value
    guard whole.text.utf8.count > bytes else { return isWhole ? document : noted(document) }
    var kept: [Document.Block] = []
    for block in whole.blocks {
      guard block.span.start < bytes else { break }
      let end = block.span.end <= bytes ? block.span.end : cut(in: whole.text, block.span)
      kept.append(.init(kind: block.kind, span: TextSpan(start: block.span.start, end: end)))
    }
    let end = kept.last?.span.end ?? 0
    var result = document
    result.value = Document(
      text: String(whole.text[TextSpan(start: 0, end: end)]), blocks: kept, source: whole.source)
    return noted(result)
  }

  /// The document with a note that there is more to it.
  private func noted(_ document: Diagnosed<Document>) -> Diagnosed<Document> {
    var result = document
    result.diagnostics.append(
      Diagnostic(
        .warning, code: "text-truncated",
        message: "only the first \(document.value.text.utf8.count) bytes of the text were checked; "
          + "split it into parts of at most \(bytes >> 20) MiB to have all of it checked"))
    return result
  }

  /// The last space before the limit, else the last character border, so that neither is cut through.
  private func cut(in text: String, _ span: TextSpan) -> Int {
    let utf8 = text.utf8
    let limit = utf8.index(utf8.startIndex, offsetBy: bytes)
    let head = utf8[utf8.index(utf8.startIndex, offsetBy: span.start)..<limit]
    let end =
      head.lastIndex { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }
      ?? head.lastIndex { $0 < 0x80 } ?? head.startIndex
    return utf8.distance(from: utf8.startIndex, to: end)
  }
}
