/// What a list item begins with: `-`, `*`, `+`, `•`, or a number with a dot or a bracket, and a space.
struct ListMarker: Hashable, Sendable {
  /// The length of the marker and the space behind it, in bytes.
  let length: Int

  /// CommonMark's limit on the digits of a number.
  private static let mostDigits = 9
  /// U+2022 in UTF-8.
  private static let bullet: [UInt8] = [0xE2, 0x80, 0xA2]

  /// `nil` if a line, given without the white space before its text, does not begin a list item.
  init?(_ line: ArraySlice<UInt8>) {
    guard let first = line.first else { return nil }
    let sign: Int
    if "-*+".utf8.contains(first) {
      sign = 1
    } else if line.starts(with: Self.bullet) {
      sign = Self.bullet.count
    } else {
      let digits = line.prefix(Self.mostDigits).prefix(while: \.isASCIIDigit).count
      guard digits > 0, let end = line.dropFirst(digits).first, ".)".utf8.contains(end) else { return nil }
      sign = digits + 1
    }
    let space = line.dropFirst(sign).prefix(while: \.isASCIISpace).count
    guard space > 0 else { return nil }
    length = sign + space
  }
}
