/// A date in words or with slashes, read word by word: `Thu, 01 Jan 2026 00:48:21 GMT`, `January 2nd, 2026 3:04 pm`,
/// `09/06/2024 02:30:33`.
struct WordedDate {
  private var numbers: [Int] = []
  private var year: Int?
  private var beginsWithYear = false
  private var month: Int?
  private var clock: Clock?
  private var offset: Int?
  private var isAfternoon: Bool?

  /// - Parameter text: in upper case.
  init(_ text: [UInt8]) {
    for word in text.split(whereSeparator: { $0.isASCIISpace || ",()".utf8.contains($0) }) { read(word) }
  }

  /// `nil` when the words name no day.
  var date: FeedDate? {
    guard let (year, month, day) = day else { return nil }
    let clock = clock ?? Clock()
    return FeedDate(
      year: year, month: month, day: day, hour: hour(of: clock), minute: clock.minute, second: clock.second,
      offset: offset ?? clock.offset ?? 0)
  }

  private mutating func read(_ word: ArraySlice<UInt8>) {
    if clock == nil, word.contains(UInt8(ascii: ":")), let clock = Clock(iso: word) {
      self.clock = clock
    } else if clock != nil, word.elementsEqual("AM".utf8) || word.elementsEqual("PM".utf8) {
      isAfternoon = word.first == UInt8(ascii: "P")
    } else if clock != nil, let found = TimeZoneNames.offset(of: word) {
      // In “GMT +0200” the number refines the name.
      if offset == nil || offset == 0 { offset = found }
    } else {
      for piece in word.split(whereSeparator: { "-/.".utf8.contains($0) }) { readDay(piece) }
    }
  }

  /// Reads `23`, `23RD`, `2026` or the name of a month.
  private mutating func readDay(_ piece: ArraySlice<UInt8>) {
    var rest = piece
    if let number = DateReader.number(from: &rest, digits: 4), rest.isEmpty {
      if year == nil { beginsWithYear = numbers.isEmpty && month == nil }
      year = year ?? number
    } else if let number = DateReader.number(from: &rest, digits: 2) ?? DateReader.number(from: &rest, digits: 1) {
      // An ordinal has two letters more.
      if rest.count == 2 ? rest.allSatisfy(\.isASCIILetter) : rest.isEmpty { numbers.append(number) }
    } else if month == nil, piece.count >= 3 {
      month = Self.months.firstIndex { $0.starts(with: piece) }.map { $0 + 1 }
    }
  }

  private var day: (year: Int, month: Int, day: Int)? {
    guard let first = numbers.first else { return nil }
    if let month {
      guard let year = year ?? numbers.dropFirst().first.map(Self.fullYear) else { return nil }
      return (year, month, first)
    }
    guard numbers.count > 1, let year = year ?? numbers.dropFirst(2).first.map(Self.fullYear) else { return nil }
    // 09/06/2024 is September the 6th, unless the first number can only be a day.
    return first > 12 && !beginsWithYear ? (year, numbers[1], first) : (year, first, numbers[1])
  }

  /// The year of two digits (RFC 2822, §4.3).
  private static func fullYear(_ number: Int) -> Int { number < 50 ? 2000 + number : 1900 + number }

  private func hour(of clock: Clock) -> Int {
    guard let isAfternoon, clock.hour <= 12 else { return clock.hour }
    return clock.hour % 12 + (isAfternoon ? 12 : 0)
  }

  private static let months: [[UInt8]] = [
    "JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER",
    "DECEMBER",
  ].map { Array($0.utf8) }
}
