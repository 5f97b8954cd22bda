import Glibc

/// Converts bytes of a legacy encoding to UTF-8 with the C library's iconv.
struct EncodingConverter {
  /// The name under which iconv knows the encoding.
  private let name: String

  /// - Returns: `nil` when the system has no converter for the encoding.
  init?(label: String) {
    name = Self.iconvName(of: label)
    guard let descriptor = Self.open(name) else { return nil }
    iconv_close(descriptor)
  }

  /// The text in UTF-8, and how many bytes it was made of: a character that is cut off is left for the next chunk.
  /// Bytes that are not of the encoding become U+FFFD, one each.
  func utf8(from bytes: ArraySlice<UInt8>, isLast: Bool) -> (text: [UInt8], used: Int) {
    guard let descriptor = Self.open(name) else { return ([], bytes.count) }
    defer { iconv_close(descriptor) }
    // ISO-2022-JP is back in ASCII at the end of each line (RFC 1468), so that its chunks are cut there.
    let isStateful = name.hasPrefix("ISO-2022") && !isLast
    let end = isStateful ? (bytes.lastIndex(of: .lineFeed) ?? bytes.endIndex - 1) + 1 : bytes.endIndex
    var input = Array(bytes[..<end])
    var output: [UInt8] = []
    output.reserveCapacity(input.count * 2)
    let left = input.withUnsafeMutableBytes { input in
      Self.convert(descriptor, input, isLast: isLast, into: &output)
    }
    return (output, input.count - left)
  }

  /// - Returns: the number of bytes at the end that are not converted yet.
  private static func convert(
    _ descriptor: iconv_t, _ input: UnsafeMutableRawBufferPointer, isLast: Bool, into output: inout [UInt8]
  ) -> Int {
    var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
    var left = input.count
    while left > 0 {
      let status = convertPiece(descriptor, &next, &left, into: &output)
      guard status != 0 else { continue }
      if status == EINVAL, !isLast, left < longestCharacter { return left }
      output.append(contentsOf: [0xEF, 0xBF, 0xBD])
      let skipped = status == EINVAL ? left : 1
      next = next?.advanced(by: skipped)
      left -= skipped
    }
    return 0
  }

  /// Converts as much as fits into a piece of stack.
  ///
  /// - Returns: 0, or the `errno` of malformed input (`EILSEQ`) or input that ends within a character (`EINVAL`).
  private static func convertPiece(
    _ descriptor: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into output: inout [UInt8]
  ) -> Int32 {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { piece in
      var free = piece.count
      var target = piece.baseAddress
      let result = iconv(descriptor, &next, &left, &target, &free)
      let status = result == -1 ? errno : 0
      output.append(contentsOf: piece.prefix(piece.count - free).lazy.map { UInt8(bitPattern: $0) })
      return status == E2BIG ? 0 : status
    }
  }

  /// No encoding of iconv has characters of more bytes.
  private static let longestCharacter = 8

  private static func open(_ name: String) -> iconv_t? {
    let descriptor = iconv_open("UTF-8", name)
    return Int(bitPattern: descriptor) == -1 ? nil : descriptor
  }

  /// The encodings that browsers take labels for (§4.2 of the WHATWG Encoding Standard), where iconv would take another.
  private static func iconvName(of label: String) -> String {
    let label = label.lowercased()
    return switch label {
    case "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii": "CP1252"
    case "iso-8859-9", "latin5": "CP1254"
    case "gb2312", "gbk", "x-gbk": "GB18030"
    case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j": "CP932"
    case "euc-kr", "ks_c_5601-1987": "CP949"
    case "big5": "BIG5-HKSCS"
    case "utf-16": "UTF-16LE"
    case _ where label.hasPrefix("windows-"): "CP" + label.dropFirst("windows-".count)
    default: label.uppercased()
    }
  }
}
