/// The words of a hashtag: `#VaccinesCauseAutism2024` is `Vaccines`, `Cause`, `Autism`, `2024`.
///
/// A word begins at a capital after a small letter, at the last capital of several before a small letter (`DNATest`),
/// at digits after three or more letters (`B12` and `H1N1` stay whole), at letters after a number, and behind an
/// underscore.
struct HashtagParts: Sequence, IteratorProtocol {
  private let bytes: ArraySlice<UInt8>
  private var start: Int

  /// - Parameter bytes: the hashtag with its `#`.
  init(of bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    start = bytes.startIndex + 1
  }

  /// The range of the next word.
  mutating func next() -> Range<Int>? {
    while start < bytes.endIndex, bytes[start] == "_" { start += 1 }
    guard start < bytes.endIndex else { return nil }
    var end = start + 1
    while end < bytes.endIndex, !beginsWord(at: end) { end += 1 }
    defer { start = end }
    return start..<end
  }

  private func beginsWord(at offset: Int) -> Bool {
    let (previous, byte) = (bytes[offset - 1], bytes[offset])
    if byte == "_" { return true }
    // One small letter may open a name in capitals: mRNA, eGFR.
    if byte.isUpper, previous.isLower { return offset - start > 1 }
    if byte.isLower, previous.isUpper { return false }
    if byte.isUpper, previous.isUpper { return offset + 1 < bytes.endIndex && bytes[offset + 1].isLower }
    if byte.isDigit, !previous.isDigit { return offset - start > 2 }
    if !byte.isDigit, previous.isDigit {
      return bytes[start..<offset].allSatisfy(\.isDigit) && !isGeneration(at: offset)
    }
    return false
  }

  /// `5G`, `3D`.
  private func isGeneration(at offset: Int) -> Bool {
    guard bytes[offset] == "G" || bytes[offset] == "D" else { return false }
    return offset + 1 == bytes.endIndex || !bytes[offset + 1].isLower
  }
}
