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
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(inMonth: month, of: year),
      (0...24).contains(hour), (0...59).contains(minute), (0...60).contains(second), abs(offset) <= 86_400
    else { return nil }
    let seconds = Self.dayNumber(year: year, month: month, day: day) * 86_400 + hour * 3600 + minute * 60 + second
    self.init(secondsSince1970: seconds - offset)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, counting years from March so that the leap day is the last of its year.
  private static func dayNumber(year: Int, month: Int, day: Int) -> Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    // The first day of the count is 719,468 days before 1970.
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  /// The inverse of ``dayNumber(year:month:day:)``.
  private static func date(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension FeedDate: Comparable {
  public static func < (lhs: FeedDate, rhs: FeedDate) -> Bool { lhs.secondsSince1970 < rhs.secondsSince1970 }
}

extension FeedDate: CustomStringConvertible {
  /// ISO 8601 in UTC, `2026-11-23T07:20:00Z`.
  public var description: String {
    let day = secondsSince1970.quotientFlooring(by: 86_400)
    let second = secondsSince1970 - day * 86_400
    let date = Self.date(ofDay: day)
    func padded(_ number: Int, to width: Int = 2) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(date.year, to: 4))-\(padded(date.month))-\(padded(date.day))"
      + "T\(padded(second / 3600)):\(padded(second / 60 % 60)):\(padded(second % 60))Z"
  }
}

extension Int {
  fileprivate func quotientFlooring(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
