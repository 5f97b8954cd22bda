import ContentExtraction
import FactCheckCore
import FuzzSupport

private let signature = Array("%PDF-1.7\n".utf8)

/// Says that the bytes behind the signature are the text.
private struct Echo: PDFTextExtracting {
  func text(of document: [UInt8]) -> [UInt8] { Array(document.dropFirst(signature.count)) }
}

private let extractor = ContentExtractor.shipped(pdf: Echo())

/// Reads the bytes as the text that is in a PDF document; every span must quote the text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = signature + UnsafeBufferPointer(start: data, count: count)
  let content = RawContent(bytes: bytes, mediaType: "application/pdf", source: Document.Source(kind: .file))
  let document = extractor.document(from: content).value
  for block in document.blocks { precondition(!document.text[block.span].isEmpty, "a block is never empty") }
  return 0
}
