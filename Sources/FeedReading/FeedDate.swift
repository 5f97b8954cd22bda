import FactCheckCore

/// An instant that a feed names, to the second.
public struct FeedDate: Hashable, Sendable {
  /// Seconds since 1970-01-01T00:00:00Z without leap seconds; negative before.
  public let secondsSince1970: Int

  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  /// An instant of the proleptic Gregorian calendar, by a clock that is `offset` seconds ahead of UTC; `nil` when there is
  /// no such day or time. A leap second is read as the second after it.
  init?(
    year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0, offset: Int = 0
  ) {
    guard let date = CalendarDate(year: year, month: month, day: day), (0...24).contains(hour),
      (0...59).contains(minute), (0...60).contains(second), abs(offset) <= 86_400
    else { return nil }
    let seconds = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    self.init(secondsSince1970: seconds - offset)
  }
}

extension FeedDate: Comparable {
  public static func < (lhs: FeedDate, rhs: FeedDate) -> Bool { lhs.secondsSince1970 < rhs.secondsSince1970 }
}

extension FeedDate: CustomStringConvertible {
  /// ISO 8601 in UTC, `2026-11-23T07:20:00Z`.
  public var description: String {
    let day = secondsSince1970.flooredQuotient(by: 86_400)
    let second = secondsSince1970 - day * 86_400
    let date = CalendarDate.components(ofDay: day)
    func padded(_ number: Int, to width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, to: 4))-\(padded(date.month))-\(padded(date.day))"
      + "T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }
}
