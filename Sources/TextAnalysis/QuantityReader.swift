import FactCheckCore

/// Finds the quantities in tokens: doses, durations, percentages, frequencies, ranges of them, and bare numbers.
public struct QuantityReader: Sendable {
  public init() {}

  /// The quantities, in order and without overlap. Sums of money are none, nor are numbers in hashtags.
  public func quantities(in tokens: [Token]) -> [Quantity] {
    let parser = QuantityParser(tokens: tokens)
    var quantities: [Quantity] = []
    var index = 0
    while index < tokens.count {
      guard let (found, end) = parser.quantities(at: index) else {
        index += 1
        continue
      }
      quantities += found
      index = end
    }
    return quantities
  }
}

/// Tries the forms of quantities at a position, the most telling first.
private struct QuantityParser {
  typealias Found = (quantities: [Quantity], end: Int)

  let tokens: [Token]
  let numbers: NumberReader

  init(tokens: [Token]) {
    self.tokens = tokens
    numbers = NumberReader(tokens: tokens)
  }

  func quantities(at index: Int) -> Found? {
    if let found = timesWord(at: index) ?? interval(at: index) { return found }
    guard let first = numbers.number(at: index) else { return nil }
    if index > 0, tokens[index - 1].kind == .symbol, ["$", "€", "£"].contains(normal(at: index - 1)) {
      return ([], first.end)
    }
    return ratio(at: index, first) ?? pressurePair(at: index, first) ?? range(at: index, first)
      ?? measured(at: index, first)
  }

  private func normal(at index: Int) -> String { numbers.normal(at: index) }

  private func quantity(
    _ range: Range<Int>, _ measure: Quantity.Measure, _ lower: Double, _ upper: Double? = nil
  ) -> Quantity {
    let span = TextSpan(start: tokens[range.lowerBound].span.start, end: tokens[range.upperBound - 1].span.end)
    let upper = upper ?? lower
    return Quantity(span: span, measure: measure, lowerBound: min(lower, upper), upperBound: max(lower, upper))
  }

  // MARK: Forms

  /// `twice`, `once a day`.
  private func timesWord(at index: Int) -> Found? {
    guard let count = Self.multiples[normal(at: index)] else { return nil }
    if let (unit, end) = frequency(at: index + 1) {
      return ([quantity(index..<end, unit.measure, unit.converted(count))], end)
    }
    // “Once” alone is mostly a conjunction: once you have had it.
    return count == 1 ? nil : ([quantity(index..<index + 1, .times, count)], index + 1)
  }

  private static let multiples: [String: Double] = ["once": 1, "twice": 2, "thrice": 3]

  /// `every day`, `every 8 hours`, `every two weeks`.
  private func interval(at index: Int) -> Found? {
    guard normal(at: index) == "every" else { return nil }
    if let unit = QuantityUnit.frequencies[normal(at: index + 1)] {
      return ([quantity(index..<index + 2, unit.measure, unit.factor)], index + 2)
    }
    guard let number = numbers.number(at: index + 1), number.value > 0, let (unit, end) = unit(at: number.end) else {
      return nil
    }
    let length = unit.converted(number.value)
    switch unit.measure {
    case .duration: return ([quantity(index..<end, .timesPerWeek, 604_800 / length)], end)
    case .calendarDuration: return ([quantity(index..<end, .timesPerYear, 12 / length)], end)
    default: return nil
    }
  }

  /// `one in five`, `9 out of 10`; but not `3 in 2021`.
  private func ratio(at index: Int, _ part: NumberReader.Number) -> Found? {
    let words =
      normal(at: part.end) == "out" && normal(at: part.end + 1) == "of" ? 2 : normal(at: part.end) == "in" ? 1 : 0
    guard words > 0, let whole = numbers.number(at: part.end + words), whole.value > part.value else { return nil }
    guard unit(at: whole.end) == nil, words == 2 || !isYear(whole.value) || whole.value == 2000 else { return nil }
    return ([quantity(index..<whole.end, .proportion, part.value / whole.value)], whole.end)
  }

  /// `120/80 mmHg` is two pressures.
  private func pressurePair(at index: Int, _ upper: NumberReader.Number) -> Found? {
    guard normal(at: upper.end) == "/", let lower = numbers.number(at: upper.end + 1),
      let (unit, end) = unit(at: lower.end), unit.measure == .pressure
    else { return nil }
    let systolic = quantity(index..<upper.end, .pressure, upper.value)
    return ([systolic, quantity(upper.end + 1..<end, .pressure, lower.value)], end)
  }

  /// `5-10 mg`, `5 mg to 10 mg`, `between five and ten years`.
  private func range(at index: Int, _ first: NumberReader.Number) -> Found? {
    let firstUnit = unit(at: first.end)
    let joint = firstUnit?.end ?? first.end
    guard isRangeWord(at: joint, from: index), let second = numbers.number(at: joint + 1) else { return nil }
    guard let (unit, end) = unit(at: second.end) else {
      guard firstUnit == nil, !first.isWeak else { return nil }
      return ([quantity(index..<second.end, bareMeasure(first, at: index), first.value, second.value)], second.end)
    }
    guard firstUnit == nil || firstUnit?.unit.measure == unit.measure else { return nil }
    let lower = (firstUnit?.unit ?? unit).converted(first.value)
    return ([quantity(index..<end, unit.measure, lower, unit.converted(second.value))], end)
  }

  private func isRangeWord(at joint: Int, from index: Int) -> Bool {
    switch normal(at: joint) {
    case "-", "to": true
    case "and": normal(at: index - 1) == "between"
    default: false
    }
  }

  /// `5 mg`, `half an hour`, `3 times a week`, `12`.
  private func measured(at index: Int, _ number: NumberReader.Number) -> Found? {
    if let (unit, end) = unit(at: number.end) {
      return ([quantity(index..<end, unit.measure, unit.converted(number.value))], end)
    }
    if number.isWeak { return nil }
    return ([quantity(index..<number.end, bareMeasure(number, at: index), number.value)], number.end)
  }

  private func bareMeasure(_ number: NumberReader.Number, at index: Int) -> Quantity.Measure {
    if isYear(number.value), tokens[index].span.count == 4 { return .calendarYear }
    return number.value > 0 && number.value < 1 && tokens[index].kind == .word ? .proportion : .count
  }

  private func isYear(_ value: Double) -> Bool { (1900...2099).contains(value) && Double(Int(value)) == value }

  // MARK: Units

  /// The unit at an index and the index behind it.
  private func unit(at index: Int) -> (unit: QuantityUnit, end: Int)? {
    let word = normal(at: index)
    switch word {
    case "°", "degree", "degrees":
      return ["c", "celsius"].contains(normal(at: index + 1))
        ? (.celsius, index + 2)
        : ["f", "fahrenheit"].contains(normal(at: index + 1)) ? (.fahrenheit, index + 2) : nil
    case "per" where normal(at: index + 1) == "cent": return unit(named: "%", end: index + 2)
    case "mm" where normal(at: index + 1) == "hg": return unit(named: "mmhg", end: index + 2)
    case "international" where normal(at: index + 1).hasPrefix("unit"): return unit(named: "iu", end: index + 2)
    case "a", "an": return QuantityUnit.named[normal(at: index + 1)] == nil ? nil : halfUnit(at: index)
    default: break
    }
    guard let unit = QuantityUnit.named[word] else { return nil }
    return unit.measure == .times ? frequency(at: index + 1) ?? (unit, index + 1) : divided(unit, at: index + 1)
  }

  private func unit(named name: String, end: Int) -> (unit: QuantityUnit, end: Int)? {
    QuantityUnit.named[name].map { ($0, end) }
  }

  /// `half an hour`: only a fraction is followed by an article and its unit.
  private func halfUnit(at index: Int) -> (unit: QuantityUnit, end: Int)? {
    normal(at: index - 1) == "half" ? unit(at: index + 1) : nil
  }

  /// `mg/dl` and `mg/kg`; `mg/day` stays a mass.
  private func divided(_ unit: QuantityUnit, at index: Int) -> (unit: QuantityUnit, end: Int) {
    guard unit.measure == .mass, ["/", "per"].contains(normal(at: index)),
      let divisor = QuantityUnit.named[normal(at: index + 1)]
    else { return (unit, index) }
    switch divisor.measure {
    case .volume: return (unit.over(divisor, scale: 1000, as: .concentration), index + 2)
    case .mass: return (unit.over(divisor, scale: 1e6, as: .dosePerBodyMass), index + 2)
    default: return (unit, index)
    }
  }

  /// `a day`, `per week`, `daily`, behind the count of times.
  private func frequency(at index: Int) -> (unit: QuantityUnit, end: Int)? {
    let isArticle = ["a", "per", "each", "every", "/"].contains(normal(at: index))
    let end = index + (isArticle ? 2 : 1)
    let word = normal(at: end - 1)
    guard let unit = QuantityUnit.frequencies[word], isArticle || word.hasSuffix("ly") || word == "daily" else {
      return nil
    }
    return (unit, end)
  }
}
