import ContentExtraction
import FactCheckCore
import Foundation

/// With the data files of the checkout.
private let extractor: ContentExtractor = {
  let data = URL(fileURLWithPath: #filePath).appending(path: "../../../../Data/extraction").standardized
  func file(_ name: String) throws -> String {
    try String(contentsOf: data.appending(path: name), encoding: .utf8)
  }
  do {
    return ContentExtractor(
      rules: try ExtractionRules(
        vocabulary: file("vocabulary.txt"), thresholds: file("thresholds.txt"), phrases: file("phrases.txt")))
  } catch {
    preconditionFailure("\(error)")
  }
}()

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
