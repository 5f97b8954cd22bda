import FactCheckCore

/// Finds a calendar date in the ways that pages write one.
enum DateReader {
  /// The first date in a text: `2024-05-03T10:00Z`, `2024/05/03`, `20240503`, `3 May 2024`, `May 3rd, 2024`,
  /// `Fri, 03 May 2024 10:00:00 GMT`. Figures such as `03/05/2024` are left out: nobody can tell day and month apart.
  static func date(in text: some StringProtocol) -> CalendarDate? {
    let words = text.split { !$0.isLetter && !$0.isNumber }.prefix(12).map { $0.lowercased() }
    for start in words.indices {
      if let date = date(beginning: words[start...]) { return date }
    }
    return nil
  }

  private static func date(beginning words: ArraySlice<String>) -> CalendarDate? {
    guard let first = words.first else { return nil }
    let second = words.dropFirst().first ?? ""
    let third = words.dropFirst(2).first ?? ""
    if first.utf8.count == 8, let digits = Int(first) {
      return CalendarDate(year: digits / 10000, month: digits / 100 % 100, day: digits % 100)
    }
    if let year = year(first), let month = Int(second), let day = day(third) {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let day = day(first), let month = month(second), let year = year(third) {
      return CalendarDate(year: year, month: month, day: day)
    }
    if let month = month(first), let day = day(second), let year = year(third) {
      return CalendarDate(year: year, month: month, day: day)
    }
    return nil
  }

  private static func year(_ word: String) -> Int? {
    guard word.utf8.count == 4, let year = Int(word), (1900...2100).contains(year) else { return nil }
    return year
  }

  /// `3`, `03`, `3rd`, and the `03t10` that ISO 8601 begins a time with.
  private static func day(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    let rest = word.dropFirst(digits.count)
    guard !digits.isEmpty, rest.isEmpty || rest.hasPrefix("t") || ["st", "nd", "rd"].contains(rest) else { return nil }
    return Int(digits)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
  private static let monthNames = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
    "december",
  ]

  private static func month(_ word: String) -> Int? {
    guard word.utf8.count >= 3, let index = months.firstIndex(where: word.hasPrefix) else { return nil }
    return monthNames[index].hasPrefix(word) || word == "sept" ? index + 1 : nil
  }
}
