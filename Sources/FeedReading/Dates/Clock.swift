/// A time of day with its zone, as `10:20:30.5+02:00` and its shorter forms.
struct Clock {
  var hour = 0
  var minute = 0
  var second = 0
  /// Seconds ahead of UTC; `nil` when no zone is written.
  var offset: Int?

  init() {}

  /// Reads text in upper case; `nil` when it begins with no time.
  init?(iso text: ArraySlice<UInt8>) {
    var rest = text
    guard let hour = Self.hour(from: &rest) else { return nil }
    self.hour = hour
    let colon = UInt8(ascii: ":")
    DateReader.skip(colon, in: &rest)
    guard let minute = DateReader.number(from: &rest, digits: 2) else { return nil }
    self.minute = minute
    DateReader.skip(colon, in: &rest)
    second = DateReader.number(from: &rest, digits: 2) ?? 0
    if DateReader.skip(UInt8(ascii: "."), in: &rest) || DateReader.skip(UInt8(ascii: ","), in: &rest) {
      rest = rest.drop(while: \.isASCIIDigit)
    }
    offset = TimeZoneNames.offset(of: rest.drop { $0.isASCIISpace })
    switch rest {
    case let rest where rest.elementsEqual("AM".utf8): self.hour = hour % 12
    case let rest where rest.elementsEqual("PM".utf8): self.hour = hour % 12 + 12
    default: break
    }
  }

  /// One digit or two.
  private static func hour(from rest: inout ArraySlice<UInt8>) -> Int? {
    DateReader.number(from: &rest, digits: 2) ?? DateReader.number(from: &rest, digits: 1)
  }
}

/// The time zones that feeds name.
enum TimeZoneNames {
  /// Seconds ahead of UTC of `Z`, `+0200`, `-05:00` or a name in upper case.
  static func offset(of text: ArraySlice<UInt8>) -> Int? {
    guard let sign = text.first else { return nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else {
      let name = String(decoding: text.prefix { $0.isASCIILetter }, as: UTF8.self)
      guard let hours = hoursByName[name] else { return nil }
      let rest = text.dropFirst(name.utf8.count)
      return rest.isEmpty ? Int(hours * 3600) : offset(of: rest)
    }
    var rest = text.dropFirst()
    guard let hours = DateReader.number(from: &rest, digits: 2) else { return nil }
    DateReader.skip(UInt8(ascii: ":"), in: &rest)
    let minutes = DateReader.number(from: &rest, digits: 2) ?? 0
    guard rest.isEmpty || rest.first?.isASCIISpace == true else { return nil }
    return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// RFC 822, §5.1, and the names of summer and standard time that publishers write besides.
  private static let hoursByName: [String: Double] = [
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "MET": 1, "CEST": 2, "MEST": 2,
    "EET": 2, "EEST": 3, "MSK": 3, "IST": 5.5, "SGT": 8, "HKT": 8, "JST": 9, "KST": 9, "AEST": 10, "AEDT": 11,
    "NZST": 12, "NZDT": 13, "NST": -3.5, "NDT": -2.5, "AST": -4, "ADT": -3, "EST": -5, "EDT": -4, "ET": -5, "CST": -6,
    "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "AKDT": -8, "HST": -10,
  ]
}
