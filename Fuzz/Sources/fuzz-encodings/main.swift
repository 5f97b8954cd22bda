import ContentExtraction
import FactCheckCore
import FuzzSupport

private let extractor = ContentExtractor.shipped()

/// One label for each encoding, and two that name none.
private let labels = [
  "utf-8", "ibm866", "iso-8859-2", "iso-8859-3", "iso-8859-4", "iso-8859-5", "iso-8859-6", "iso-8859-7", "iso-8859-8",
  "iso-8859-8-i", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-15", "iso-8859-16", "koi8-r", "koi8-u",
  "macintosh",
  "windows-874", "windows-1250", "windows-1251", "windows-1252", "windows-1253", "windows-1254", "windows-1255",
  "windows-1256",
  "windows-1257", "windows-1258", "x-mac-cyrillic", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis",
  "euc-kr",
  "utf-16be", "utf-16le", "utf-7", "",
]

/// Reads the bytes behind the first as text in the encoding that the first stands for. Whatever they are, what comes out is
/// text without NUL.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: data + 1, count: count - 1))
  let content = RawContent(
    bytes: bytes, mediaType: "text/plain", charset: labels[Int(data[0]) % labels.count],
    source: Document.Source(kind: .text))
  let document = extractor.document(from: content).value
  precondition(!document.text.utf8.contains(0), "NUL has no place in a text")
  for block in document.blocks { precondition(!document.text[block.span].isEmpty, "a block is never empty") }
  return 0
}
