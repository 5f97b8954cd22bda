public import FactCheckCore

/// A number in a text with what it counts or measures, in a base unit, so that `1 g` and `1,000 mg` are equal.
public struct Quantity: Hashable, Sendable {
  public enum Measure: String, Hashable, Sendable, Codable, CaseIterable {
    /// A bare number: persons, studies, cups.
    case count
    /// How often, or how many times as much.
    case times
    case calendarYear
    /// A part of a whole, from `50%`, `half` or `one in five`; the whole is 1.
    case proportion
    /// In milligrams.
    case mass
    /// In millilitres.
    case volume
    /// In milligrams a litre.
    case concentration
    /// In milligrams a kilogram of the body.
    case dosePerBodyMass
    /// In international units.
    case biologicalActivity
    /// In kilocalories.
    case energy
    /// In millimetres of mercury.
    case pressure
    /// In degrees Celsius.
    case temperature
    /// In millimetres.
    case length
    /// In seconds: up to weeks, which have a fixed length.
    case duration
    /// In months: months and years, which have none in days.
    case calendarDuration
    case timesPerWeek
    case timesPerYear
  }

  /// From the first digit or number word to the end of the unit.
  public let span: TextSpan
  public let measure: Measure
  /// In the base unit of the measure; of a range the lower end.
  public let lowerBound: Double
  /// The same as ``lowerBound`` when the text gives no range.
  public let upperBound: Double

  public init(span: TextSpan, measure: Measure, lowerBound: Double, upperBound: Double) {
    self.span = span
    self.measure = measure
    self.lowerBound = lowerBound
    self.upperBound = upperBound
  }
}
