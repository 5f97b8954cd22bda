/// Reads the dates that feeds write: ISO 8601 (RFC 3339), RFC 822 and 2822 with zone names, `asctime`, and dates in words
/// or with slashes as Americans order them. A time without a zone is UTC.
enum DateReader {
  /// - Returns: `nil` when the text names no day.
  static func date(in text: String) -> FeedDate? {
    let text = text.utf8.prefix(longest).map(\.asciiUppercased)
    return isoDate(in: text) ?? WordedDate(text).date
  }

  /// No date is longer, in bytes.
  private static let longest = 64

  private static func isoDate(in text: [UInt8]) -> FeedDate? {
    var rest = text.drop { $0.isASCIISpace }[...]
    guard let year = number(from: &rest, digits: 4) else { return nil }
    let isExtended = skip(UInt8(ascii: "-"), in: &rest)
    guard let month = number(from: &rest, digits: 2) else {
      return rest.isEmpty && !isExtended ? FeedDate(year: year, month: 1, day: 1) : nil
    }
    if isExtended, !skip(UInt8(ascii: "-"), in: &rest) {
      return rest.isEmpty ? FeedDate(year: year, month: month, day: 1) : nil
    }
    guard let day = number(from: &rest, digits: 2) else { return nil }
    guard let separator = rest.first, separator == UInt8(ascii: "T") || separator.isASCIISpace else {
      return rest.isEmpty ? FeedDate(year: year, month: month, day: day) : nil
    }
    guard let time = Clock(iso: rest.dropFirst().drop(while: \.isASCIISpace)) else {
      return FeedDate(year: year, month: month, day: day)
    }
    return FeedDate(
      year: year, month: month, day: day, hour: time.hour, minute: time.minute, second: time.second,
      offset: time.offset ?? 0)
  }

  /// Takes a number of exactly so many digits.
  static func number(from rest: inout ArraySlice<UInt8>, digits: Int) -> Int? {
    let found = rest.prefix(digits)
    guard found.count == digits, found.allSatisfy(\.isASCIIDigit) else { return nil }
    rest = rest.dropFirst(digits)
    return found.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  @discardableResult
  static func skip(_ byte: UInt8, in rest: inout ArraySlice<UInt8>) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }
}
