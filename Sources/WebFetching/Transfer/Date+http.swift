import FactCheckCore
import Foundation

extension Date {
  /// Reads the three forms of a date in HTTP (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`, and the obsolete
  /// `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`. The weekday is not looked at. A year of two digits
  /// is one of 1970 to 2069.
  ///
  /// - Returns: `nil` for every other form, every other zone, and days that do not exist.
  init?(http text: String) {
    var words = text.split { " ,-".contains($0) }.dropFirst()
    if words.last == "GMT" { words.removeLast() }
    guard words.count == 4, let clock = words.firstIndex(where: { $0.contains(":") }),
      let seconds = Self.seconds(ofClock: words.remove(at: clock)),
      let monthIndex = words.firstIndex(where: { Self.months.contains($0.lowercased()) }),
      let month = Self.months.firstIndex(of: words.remove(at: monthIndex).lowercased()),
      let day = words.first.flatMap({ Int($0) }), let year = words.last.flatMap(Self.year),
      let midnight = CalendarDate(year: year, month: month + 1, day: day)
        .flatMap({ try? Date("\($0)T00:00:00Z", strategy: .iso8601) })
    else { return nil }
    self = midnight.addingTimeInterval(seconds)
  }

  private static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  private static func year(_ digits: Substring) -> Int? {
    guard let year = Int(digits), digits.utf8.count == 2 else { return Int(digits) }
    return year < 70 ? year + 2000 : year + 1900
  }

  /// The time of day; the second 60 is a leap second.
  private static func seconds(ofClock clock: Substring) -> TimeInterval? {
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false).compactMap { Int($0) }
    guard parts.count == 3, (0..<24).contains(parts[0]), (0..<60).contains(parts[1]), (0...60).contains(parts[2]) else {
      return nil
    }
    return TimeInterval(parts[0] * 3600 + parts[1] * 60 + parts[2])
  }
}
