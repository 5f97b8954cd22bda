extension CalendarDate {
  /// The day of a time in UTC, within the years 1 to 9999.
  public init(secondsSince1970 seconds: Int) {
    let bounded = min(max(seconds, -62_135_596_800), 253_402_300_799)
    let (year, month, day) = Self.components(ofDay: bounded.flooredQuotient(by: 86_400))
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("the bounds above leave only days that there are")
    }
    self = date
  }

  /// Days since 1970-01-01, counting years from March so that the leap day is the last of its year.
  public var daysSince1970: Int {
    let year = month <= 2 ? year - 1 : year
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    // The first day of the count is 719,468 days before 1970.
    return year * 365 + year / 4 - year / 100 + year / 400 + dayOfYear - 719_468
  }

  /// The day so many days later, within the years 1 to 9999.
  public func adding(days: Int) -> CalendarDate { CalendarDate(secondsSince1970: (daysSince1970 + days) * 86_400) }

  /// The inverse of ``daysSince1970``, for years of any length too.
  ///
  /// The arithmetic is that of `civil_from_days` (https://howardhinnant.github.io/date_algorithms.html).
  package static func components(ofDay number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}

extension Int {
  /// The quotient, rounded down where `/` rounds towards zero.
  package func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? quotient - 1 : quotient
  }
}
