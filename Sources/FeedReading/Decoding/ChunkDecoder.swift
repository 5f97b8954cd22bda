import FactCheckCore

/// Turns the bytes of a feed, chunk by chunk, into UTF-8.
///
/// The encoding is, in this order: that of a byte order mark, the one named with the bytes, the one in the XML
/// declaration, UTF-8. Text that is valid UTF-8 beyond ASCII is taken as UTF-8 even where another encoding is named: text
/// in another encoding hardly ever is. Bytes that are not UTF-8 are read as windows-1252, one by one, because feeds are
/// put together from texts of several encodings.
struct ChunkDecoder {
  private let converter: EncodingConverter?
  private var heldBack: [UInt8] = []
  private var isAtStart = true
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - head: the first bytes of the feed; they are decoded with ``decode(_:isLast:)`` like all others.
  ///   - charset: the name of the encoding that came with the bytes.
  init(head: [UInt8], charset: String?) {
    if let marked = Self.byteOrderMark(of: head) {
      converter = marked == "utf-8" ? nil : EncodingConverter(label: marked)
      return
    }
    guard let named = charset ?? Self.declaredEncoding(in: head), !Self.isUTF8(named) else {
      converter = nil
      return
    }
    if UTF8Repair.isMultibyteUTF8(head) {
      converter = nil
      diagnostics.append(Self.mismatch(named))
    } else {
      converter = EncodingConverter(label: named)
      if converter == nil { diagnostics.append(Self.mismatch(named)) }
    }
  }

  /// The next bytes as UTF-8. Characters that are cut off at the end come with the next chunk.
  mutating func decode(_ chunk: ArraySlice<UInt8>, isLast: Bool) -> ArraySlice<UInt8> {
    let text = decodeAll(chunk, isLast: isLast)
    guard isAtStart, !text.isEmpty else { return text }
    isAtStart = false
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return text.starts(with: mark) ? text.dropFirst(mark.count) : text
  }

  private mutating func decodeAll(_ chunk: ArraySlice<UInt8>, isLast: Bool) -> ArraySlice<UInt8> {
    let bytes = heldBack.isEmpty ? chunk : (heldBack + chunk)[...]
    heldBack = []
    if let converter {
      let (text, used) = converter.utf8(from: bytes, isLast: isLast)
      heldBack = Array(bytes.dropFirst(used))
      return text[...]
    }
    let cut = isLast ? bytes.endIndex : UTF8Repair.lastBoundary(in: bytes)
    heldBack = Array(bytes[cut...])
    guard let repaired = UTF8Repair.repaired(bytes[..<cut]) else { return bytes[..<cut] }
    if !diagnostics.contains(where: { $0.code == Self.repairedBytes.code }) { diagnostics.append(Self.repairedBytes) }
    return repaired[...]
  }

  private static func byteOrderMark(of head: [UInt8]) -> String? {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return "utf-8" }
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0x3C, 0, 0x3F, 0]) { return "utf-16le" }
    if head.starts(with: [0xFE, 0xFF]) || head.starts(with: [0, 0x3C, 0, 0x3F]) { return "utf-16be" }
    return nil
  }

  /// What stands in `<?xml … encoding="…"?>`.
  private static func declaredEncoding(in head: [UInt8]) -> String? {
    let head = head.drop(while: \.isASCIISpace)
    guard head.starts(with: "<?xml".utf8) else { return nil }
    let declaration = head.dropFirst("<?xml".utf8.count).prefix { $0 != .greaterThan }
    return TagAttributes(declaration)["encoding"]
  }

  private static func isUTF8(_ label: String) -> Bool {
    ["utf-8", "utf8", "us-ascii", "ascii"].contains(label.lowercased())
  }

  private static func mismatch(_ named: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "encoding-mismatch",
      message: "The feed is said to be \(named.prefix(40)), but its bytes are not; it was read as UTF-8.")
  }

  private static let repairedBytes = Diagnostic(
    .warning, code: "encoding-mismatch",
    message: "The feed has bytes that are not UTF-8; they were read as windows-1252.")
}
