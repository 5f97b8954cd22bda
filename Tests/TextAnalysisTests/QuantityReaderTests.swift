import FactCheckCore
import Testing

@testable import TextAnalysis

@Suite struct QuantityReaderTests {
  private func quantities(_ text: String) -> [Quantity] {
    QuantityReader().quantities(in: Tokenizer().tokens(in: text))
  }

  @Test(arguments: [
    ("take 5mg of it", "5mg", Quantity.Measure.mass, 5), ("take 1 g", "1 g", .mass, 1000),
    ("1,000 mg", "1,000 mg", .mass, 1000),
    ("400 µg", "400 µg", .mass, 0.4), ("4000 IU daily", "4000 IU", .biologicalActivity, 4000),
    ("two litres", "two litres", .volume, 2000), ("95% of", "95%", .proportion, 0.95),
    ("ten per cent", "ten per cent", .proportion, 0.1),
    ("for twenty-five years", "twenty-five years", .calendarDuration, 300),
    ("in 48 hours", "48 hours", .duration, 172_800), ("2 weeks", "2 weeks", .duration, 1_209_600),
    ("half an hour", "half an hour", .duration, 1800), ("at 98.6°F", "98.6°F", .temperature, 37),
    ("38.5 degrees Celsius", "38.5 degrees Celsius", .temperature, 38.5),
    ("2,000 calories", "2,000 calories", .energy, 2000),
    ("3 times a day", "3 times a day", .timesPerWeek, 21), ("twice daily", "twice daily", .timesPerWeek, 14),
    ("once a month", "once a month", .timesPerYear, 12), ("every 8 hours", "every 8 hours", .timesPerWeek, 21),
    ("twice as likely", "twice", .times, 2), ("a 3-fold risk", "3-fold", .times, 3),
    ("one in five people", "one in five", .proportion, 0.2), ("9 out of 10", "9 out of 10", .proportion, 0.9),
    ("1 in a million", "1 in a million", .proportion, 1e-6), ("half of all", "half", .proportion, 0.5),
    ("a third of them", "a third", .proportion, 1.0 / 3), ("two thirds of", "two thirds", .proportion, 2.0 / 3),
    ("126 mg/dL", "126 mg/dL", .concentration, 1260),
    ("5 mg/kg", "5 mg/kg", .dosePerBodyMass, 5), ("half a million", "half a million", .count, 500_000),
    ("a hundred people", "a hundred", .count, 100), ("in 2020", "2020", .calendarYear, 2020),
    ("6 feet", "6 feet", .length, 1828.8),
  ])
  func `a number is read with its unit`(text: String, quote: String, measure: Quantity.Measure, value: Double) {
    let found = quantities(text)
    #expect(found.map { String(text[$0.span]) } == [quote])
    #expect(found.map(\.measure) == [measure])
    for quantity in found {
      #expect(abs(quantity.lowerBound - value) < 1e-9 && quantity.upperBound == quantity.lowerBound)
    }
  }

  @Test(arguments: [
    ("5-10 mg", Quantity.Measure.mass, 5, 10), ("500 mg to 1 g", .mass, 500, 1000), ("10–20%", .proportion, 0.1, 0.2),
    ("between two and three years", .calendarDuration, 24, 36), ("20 to 30 people", .count, 20, 30),
    ("10 to 5 days", .duration, 432_000, 864_000),
  ])
  func `a range has two ends`(text: String, measure: Quantity.Measure, lower: Double, upper: Double) {
    let found = quantities(text)
    #expect(found.map(\.measure) == [measure])
    #expect(found.map(\.lowerBound) == [lower] && found.map(\.upperBound) == [upper])
  }

  @Test func `a blood pressure is two pressures`() {
    let text = "below 120/80 mmHg"
    #expect(quantities(text).map { String(text[$0.span]) } == ["120", "80 mmHg"])
    #expect(quantities(text).map(\.measure) == [.pressure, .pressure])
  }

  @Test(arguments: [
    "no one knows", "one should rest", "a third dose", "it cost $500", "#covid19 kills", "once you know", "COVID-19",
    "half-truths",
  ])
  func `no quantity is read into words`(text: String) {
    #expect(quantities(text).filter { $0.measure != .proportion }.isEmpty)
  }

  @Test func `any text is read without harm`() {
    for text in MutatedText(seed: 2, count: 300) {
      for quantity in quantities(text) { #expect(quantity.span.end <= text.utf8.count) }
    }
  }
}
