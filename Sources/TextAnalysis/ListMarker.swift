/// The number or letter before an item of a list that is written in running text: `1.`, `2)`, `3.)`, `b.`, `c)`.
struct ListMarker: Equatable {
  enum Form: Equatable { case stop, bracket, stopAndBracket }

  let form: Form
  /// A number, or the place of a letter in the alphabet.
  let ordinal: Int
  let isLetter: Bool
  /// The offset behind the marker.
  let end: Int

  /// The marker at an offset; `nil` when there is none with white space behind it.
  init?(in bytes: [UInt8], at start: Int) {
    let first = bytes.byte(at: start)
    var end = start + 1
    if first.isDigit {
      end = bytes.end(from: start, while: \.isDigit)
      guard end - start <= 2 else { return nil }
      isLetter = false
      ordinal = bytes[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    } else if first.isLower {
      isLetter = true
      ordinal = Int(first - 0x60)
    } else {
      return nil
    }
    switch (bytes.byte(at: end), bytes.byte(at: end + 1)) {
    case (".", ")"): form = .stopAndBracket
    case (".", _): form = .stop
    case (")", _): form = .bracket
    default: return nil
    }
    self.end = end + (form == .stopAndBracket ? 2 : 1)
    guard bytes.byte(at: self.end).isSpace else { return nil }
  }

  /// Whether the other marker is that of the next item.
  func precedes(_ other: ListMarker) -> Bool {
    form == other.form && isLetter == other.isLetter && ordinal + 1 == other.ordinal
  }

  /// How far behind an item the next is looked for, in bytes.
  private static let reach = 500

  /// The offset of the marker of the next item, before `limit`.
  ///
  /// A number with a bare full stop is also a number that ends a sentence: there a capital must follow.
  func nextItem(in bytes: [UInt8], before limit: Int) -> Int? {
    var offset = end
    let limit = Swift.min(limit, end + Self.reach)
    while offset < limit {
      offset = bytes.end(from: offset) { !$0.isSpace && $0 != 0xE2 }
      if let next = marker(in: bytes, behindSpaceAt: offset), next.start < limit { return next.start }
      offset += 1
    }
    return nil
  }

  private func marker(in bytes: [UInt8], behindSpaceAt offset: Int) -> (start: Int, marker: ListMarker)? {
    guard offset + 1 < bytes.count, bytes[offset].isSpace, let next = ListMarker(in: bytes, at: offset + 1),
      precedes(next)
    else { return nil }
    if form == .stop, !isLetter, !bytes.byte(at: next.end + 1).isUpper { return nil }
    return (offset + 1, next)
  }
}
