/// A unit of measurement, as a multiple of the base unit of its measure.
///
/// Sources: SI brochure, 9th edition; NIST Handbook 44, appendix C, for pounds, ounces, inches, feet and miles.
struct QuantityUnit: Hashable {
  let measure: Quantity.Measure
  var factor = 1.0
  /// Kept apart from the factor, because division by 1000 rounds better than multiplication by 0.001.
  var divisor = 1.0
  /// What is taken off before: only degrees Fahrenheit start elsewhere.
  var zero = 0.0

  /// The value in the base unit.
  func converted(_ value: Double) -> Double { (value - zero) * factor / divisor }

  /// The unit of a quotient, such as mg/dl, whose base unit has `scale` base units of the divisor below the stroke.
  func over(_ other: QuantityUnit, scale: Double, as measure: Quantity.Measure) -> QuantityUnit {
    QuantityUnit(measure: measure, factor: factor * scale * other.divisor, divisor: divisor * other.factor)
  }

  /// By name, singular and symbol, in the normal form of a token.
  static let named: [String: QuantityUnit] = {
    var units: [String: QuantityUnit] = [:]
    for (names, unit) in table {
      for name in names.split(separator: " ") { units[String(name)] = unit }
    }
    return units
  }()

  private static let table: [(names: String, unit: QuantityUnit)] = [
    ("ng nanogram nanograms", .init(measure: .mass, divisor: 1e6)),
    ("mcg ug μg microgram micrograms", .init(measure: .mass, divisor: 1000)),
    ("mg mgs milligram milligrams milligramme milligrammes", .init(measure: .mass)),
    ("g gm gms gram grams gramme grammes", .init(measure: .mass, factor: 1e3)),
    ("kg kgs kilo kilos kilogram kilograms", .init(measure: .mass, factor: 1e6)),
    ("oz ounce ounces", .init(measure: .mass, factor: 28_349.523125)),
    ("lb lbs pound pounds", .init(measure: .mass, factor: 453_592.37)),
    ("ml mls cc milliliter milliliters millilitre millilitres", .init(measure: .volume)),
    ("cl centiliter centiliters centilitre centilitres", .init(measure: .volume, factor: 10)),
    ("dl deciliter deciliters decilitre decilitres", .init(measure: .volume, factor: 100)),
    ("l liter liters litre litres", .init(measure: .volume, factor: 1000)),
    ("iu ius", .init(measure: .biologicalActivity)),
    ("kcal kcals calorie calories kilocalorie kilocalories", .init(measure: .energy)),
    ("mmhg", .init(measure: .pressure)),
    ("mm millimeter millimeters millimetre millimetres", .init(measure: .length)),
    ("cm centimeter centimeters centimetre centimetres", .init(measure: .length, factor: 10)),
    ("meter meters metre metres", .init(measure: .length, factor: 1000)),
    ("km kilometer kilometers kilometre kilometres", .init(measure: .length, factor: 1e6)),
    ("inch inches", .init(measure: .length, factor: 25.4)),
    ("ft foot feet", .init(measure: .length, factor: 304.8)),
    ("mile miles", .init(measure: .length, factor: 1_609_344)),
    ("sec secs second seconds", .init(measure: .duration)),
    ("min mins minute minutes", .init(measure: .duration, factor: 60)),
    ("h hr hrs hour hours", .init(measure: .duration, factor: 3600)),
    ("day days", .init(measure: .duration, factor: 86_400)),
    ("wk wks week weeks", .init(measure: .duration, factor: 604_800)),
    ("mo mos month months", .init(measure: .calendarDuration)),
    ("yr yrs year years", .init(measure: .calendarDuration, factor: 12)),
    ("% percent pct", .init(measure: .proportion, divisor: 100)),
    ("x times fold", .init(measure: .times)),
  ]

  static let celsius = QuantityUnit(measure: .temperature)
  static let fahrenheit = QuantityUnit(measure: .temperature, factor: 5, divisor: 9, zero: 32)

  /// How often something happens when it happens once in the period.
  static let frequencies: [String: QuantityUnit] = [
    "day": .init(measure: .timesPerWeek, factor: 7), "daily": .init(measure: .timesPerWeek, factor: 7),
    "night": .init(measure: .timesPerWeek, factor: 7), "nightly": .init(measure: .timesPerWeek, factor: 7),
    "week": .init(measure: .timesPerWeek), "weekly": .init(measure: .timesPerWeek),
    "month": .init(measure: .timesPerYear, factor: 12), "monthly": .init(measure: .timesPerYear, factor: 12),
    "year": .init(measure: .timesPerYear), "yearly": .init(measure: .timesPerYear),
    "annually": .init(measure: .timesPerYear),
  ]
}
