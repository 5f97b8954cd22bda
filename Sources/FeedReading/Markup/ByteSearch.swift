import Glibc

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// The first place of a byte; like `firstIndex(of:)` at the speed of the C library.
  func firstByte(_ byte: UInt8) -> Int? {
    guard let start = base.baseAddress, !isEmpty, let found = memchr(start + startIndex, Int32(byte), count) else {
      return nil
    }
    return startIndex + (found - UnsafeMutableRawPointer(mutating: start + startIndex))
  }

  /// The first place where some bytes stand.
  func firstRange(ofBytes pattern: StaticString) -> Range<Int>? {
    let length = pattern.utf8CodeUnitCount
    var rest = self
    while rest.count >= length, let start = rest.firstByte(pattern.utf8Start.pointee) {
      guard start + length <= endIndex, let address = base.baseAddress else { return nil }
      if memcmp(address + start, pattern.utf8Start, length) == 0 { return start..<(start + length) }
      rest = base[(start + 1)..<endIndex]
    }
    return nil
  }

  func hasPrefix(_ pattern: StaticString) -> Bool {
    let length = pattern.utf8CodeUnitCount
    guard count >= length, let address = base.baseAddress else { return false }
    return memcmp(address + startIndex, pattern.utf8Start, length) == 0
  }
}
