import Glibc

/// Converts bytes of a legacy encoding to UTF-8 with the C library's iconv.
enum EncodingConverter {
  /// The text in UTF-8; bytes that are not of the encoding become U+FFFD, one each.
  ///
  /// - Returns: `nil` when the system has no converter for the encoding.
  static func utf8(from bytes: ArraySlice<UInt8>, in encoding: CharacterEncoding) -> [UInt8]? {
    guard let descriptor = iconv_open("UTF-8", encoding.iconvName), Int(bitPattern: descriptor) != -1 else {
      return nil
    }
    defer { iconv_close(descriptor) }
    var input = Array(bytes)
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count * 2)
    input.withUnsafeMutableBytes { input in
      var next = input.baseAddress?.assumingMemoryBound(to: CChar.self)
      var left = input.count
      while left > 0 {
        let status = convertChunk(descriptor, &next, &left, into: &output)
        guard status != 0 else { continue }
        output.append(contentsOf: replacementCharacter)
        // A character that is cut off at the end counts once, however many of its bytes are there.
        let skipped = status == EINVAL ? left : 1
        next = next?.advanced(by: skipped)
        left -= skipped
      }
    }
    return output
  }

  /// Converts as much as fits into a chunk.
  ///
  /// - Returns: 0, or the `errno` of malformed input (`EILSEQ`) or input that ends within a character (`EINVAL`).
  private static func convertChunk(
    _ descriptor: iconv_t, _ next: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into output: inout [UInt8]
  ) -> Int32 {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 16_384) { chunk in
      var free = chunk.count
      var target = chunk.baseAddress
      let result = iconv(descriptor, &next, &left, &target, &free)
      let status = result == -1 ? errno : 0
      output.append(contentsOf: chunk.prefix(chunk.count - free).lazy.map { UInt8(bitPattern: $0) })
      return status == E2BIG ? 0 : status
    }
  }

  /// U+FFFD in UTF-8.
  static let replacementCharacter: [UInt8] = [0xEF, 0xBF, 0xBD]
}
