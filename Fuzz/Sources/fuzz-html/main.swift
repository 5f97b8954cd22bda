import ContentExtraction
import FactCheckCore
import FuzzSupport

private let extractor = ContentExtractor.shipped()

/// Reads the bytes as a page, as Markdown and as plain text; every span must quote the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  for mediaType in ["text/html", "text/markdown", "text/plain"] {
    let content = RawContent(bytes: bytes, mediaType: mediaType, source: Document.Source(kind: .text))
    let document = extractor.document(from: content).value
    for block in document.blocks { precondition(!document.text[block.span].isEmpty, "a block is never empty") }
  }
  return 0
}
