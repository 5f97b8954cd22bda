public import FactCheckCore

extension CalendarDate {
  /// The day of a time in UTC, within the years 1 to 9999.
  ///
  /// The arithmetic is that of `civil_from_days` (https://howardhinnant.github.io/date_algorithms.html).
  public init(secondsSince1970 seconds: Int) {
    let days = min(max(seconds, -62_135_596_800), 253_402_300_799).flooredQuotient(by: 86_400)
    let shifted = days + 719_468
    let era = shifted.flooredQuotient(by: 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    guard let date = CalendarDate(year: year, month: month, day: day) else {
      preconditionFailure("the bounds above leave only days that there are")
    }
    self = date
  }

  /// The day so many days later.
  func adding(days: Int) -> CalendarDate { CalendarDate(secondsSince1970: (daysSince1970 + days) * 86_400) }

  /// `days_from_civil` of the same source.
  var daysSince1970: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.flooredQuotient(by: 400)
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }
}

extension Int {
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    self / divisor - (self % divisor < 0 ? 1 : 0)
  }
}
