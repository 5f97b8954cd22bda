import FactCheckCore

/// Turns the bytes of a document into text, whatever they are encoded in.
struct TextDecoder: Sendable {
  /// The text as UTF-8: valid, without byte order mark, NUL or carriage returns.
  ///
  /// The encoding is, in this order: that of a byte order mark, the one named with the bytes, the one that a page names
  /// itself, UTF-8 if the bytes are valid UTF-8, UTF-16 if every other byte is NUL, windows-1252. Text that is valid
  /// UTF-8 beyond ASCII is taken as UTF-8 even where another encoding is named: text in another encoding hardly ever
  /// is.
  func decode(_ content: RawContent) -> Diagnosed<[UInt8]> {
    if let (encoding, length) = Self.byteOrderMark(of: content.bytes) {
      return Diagnosed(Self.tidied(Self.converted(content.bytes.dropFirst(length), from: encoding)))
    }
    let bytes = content.bytes[...]
    let named = [content.charset, CharsetPrescan.label(in: bytes)].lazy.compactMap { $0 }
      .compactMap(CharacterEncoding.init(label:)).first
    if let wide = Self.unmarkedUTF16(bytes), named.map({ $0 == .utf8 || $0.isUTF16 }) ?? true {
      return Diagnosed(Self.tidied(Self.converted(bytes, from: wide)), [Self.guessed(wide)])
    }
    let profile = UTF8Profile(bytes)
    let (encoding, diagnostic) = Self.settle(named: named, profile)
    let isReady = encoding == .utf8 && profile.isUTF8
    let text = isReady ? content.bytes : Self.converted(bytes, from: encoding)
    return Diagnosed(Self.tidied(text), diagnostic.map { [$0] } ?? [])
  }

  /// Weighs the encoding that was named against what the bytes look like.
  private static func settle(named: CharacterEncoding?, _ profile: UTF8Profile) -> (CharacterEncoding, Diagnostic?) {
    guard let named else {
      return profile.isUTF8 ? (.utf8, nil) : (.windows1252, guessed(.windows1252))
    }
    switch (named == .utf8, profile.isUTF8) {
    case (true, true): return (.utf8, nil)
    case (true, false):
      let fallback: CharacterEncoding = profile.wellFormed > profile.malformed ? .utf8 : .windows1252
      return (fallback, mismatch(named, taken: fallback))
    case (false, true) where named.isUTF16 || profile.wellFormed > 0 && !named.isStateful:
      return (.utf8, mismatch(named, taken: .utf8))
    case (false, _): return (named, nil)
    }
  }

  private static func byteOrderMark(of bytes: [UInt8]) -> (CharacterEncoding, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// UTF-16 without a mark, when text that is mostly ASCII shows as NUL in nearly every other byte.
  private static func unmarkedUTF16(_ bytes: ArraySlice<UInt8>) -> CharacterEncoding? {
    let sample = bytes.prefix(512)
    guard sample.count >= 4, bytes.count.isMultiple(of: 2) else { return nil }
    var nulsAt = [0, 0]
    for (offset, byte) in sample.enumerated() where byte == 0 { nulsAt[offset % 2] += 1 }
    let half = sample.count / 2
    if nulsAt[1] * 10 >= half * 7, nulsAt[0] * 10 <= half { return .utf16LittleEndian }
    if nulsAt[0] * 10 >= half * 7, nulsAt[1] * 10 <= half { return .utf16BigEndian }
    return nil
  }

  private static func converted(_ bytes: ArraySlice<UInt8>, from encoding: CharacterEncoding) -> [UInt8] {
    if encoding != .utf8, let converted = EncodingConverter.utf8(from: bytes, in: encoding) { return converted }
    if UTF8Profile(bytes).isUTF8 { return Array(bytes) }
    return Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  /// Carriage returns become line feeds, NULs go.
  private static func tidied(_ bytes: [UInt8]) -> [UInt8] {
    let text = withoutNULs(bytes)
    guard var found = text[...].firstByte(.carriageReturn) else { return text }
    var tidy: [UInt8] = []
    tidy.reserveCapacity(text.count)
    var rest = text[...]
    while true {
      tidy.append(contentsOf: rest[..<found])
      rest = rest[(found + 1)...]
      if rest.first != .lineFeed { tidy.append(.lineFeed) }
      guard let next = rest.firstByte(.carriageReturn) else { break }
      found = next
    }
    tidy.append(contentsOf: rest)
    return tidy
  }

  private static func withoutNULs(_ bytes: [UInt8]) -> [UInt8] {
    bytes[...].firstByte(0) == nil ? bytes : bytes.filter { $0 != 0 }
  }

  private static func guessed(_ encoding: CharacterEncoding) -> Diagnostic {
    Diagnostic(
      .warning, code: "encoding-guessed",
      message: """
        The document names no character encoding and is not UTF-8; it was read as \(encoding.name). \
        If letters look wrong, save it as UTF-8.
        """)
  }

  private static func mismatch(_ named: CharacterEncoding, taken: CharacterEncoding) -> Diagnostic {
    let reading =
      named == taken
      ? "bytes that do not fit were replaced by U+FFFD"
      : "it was read as \(taken.name)"
    return Diagnostic(
      .warning, code: "encoding-mismatch",
      message: "The document is said to be \(named.name), but its bytes are not; \(reading).")
  }
}

extension CharacterEncoding {
  /// Whether text beyond ASCII is written in ASCII bytes, so that its bytes are always valid UTF-8.
  fileprivate var isStateful: Bool { name == "iso-2022-jp" }

  fileprivate var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}
