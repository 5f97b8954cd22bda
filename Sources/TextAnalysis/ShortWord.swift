/// A word of up to 16 bytes in lower case, as a key that is made and hashed without allocating.
struct ShortWord: Hashable {
  private var high: UInt64 = 0
  private var low: UInt64 = 0

  /// - Returns: `nil` for a longer word.
  init?(_ bytes: some Collection<UInt8>) {
    guard bytes.count <= 16 else { return nil }
    for byte in bytes {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte.lowercased)
    }
  }
}
