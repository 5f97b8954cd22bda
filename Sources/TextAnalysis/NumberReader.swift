/// Reads a number, in digits or words, from the tokens at a position.
struct NumberReader {
  let tokens: [Token]

  struct Number {
    let value: Double
    /// The index of the first token behind the number.
    let end: Int
    /// Whether it is a lone word that is also a pronoun or article.
    var isWeak = false
  }

  func normal(at index: Int) -> String { tokens.indices.contains(index) ? tokens[index].normal : "" }

  /// The number at an index: `5`, `1/2`, `twenty-five`, `a hundred`, `1.5 million`, `half`, `two thirds`.
  func number(at index: Int) -> Number? {
    guard tokens.indices.contains(index), !tokens[index].isInHashtag else { return nil }
    guard let base = fraction(at: index) ?? digits(at: index) ?? words(at: index) else { return nil }
    return scaled(base)
  }

  private func digits(at index: Int) -> Number? {
    guard tokens[index].kind == .number, let value = Double(tokens[index].normal) else { return nil }
    return Number(value: value, end: index + 1)
  }

  private func words(at index: Int) -> Number? {
    let word = normal(at: index)
    if word == "a", Self.scales[normal(at: index + 1)] != nil { return Number(value: 1, end: index + 1) }
    if let ten = Self.tens[word] {
      guard let unit = Self.units[normal(at: index + 1)], (1...9).contains(unit) else {
        return Number(value: ten, end: index + 1)
      }
      return Number(value: ten + unit, end: index + 2)
    }
    return Self.units[word].map { Number(value: $0, end: index + 1, isWeak: $0 == 1) }
  }

  /// `1/2`, `half`, `a third of`, `three quarters`.
  ///
  /// Of two numbers and a stroke only the common fractions count: `9/11` and `24/7` are none.
  private func fraction(at index: Int) -> Number? {
    if normal(at: index) == "half" {
      return Number(value: 0.5, end: index + 1)
    }
    if normal(at: index + 1) == "/", let over = digits(at: index),
      tokens.indices.contains(index + 2), let under = digits(at: index + 2),
      over.value < under.value, [2, 3, 4, 5, 8, 10].contains(under.value)
    {
      return Number(value: over.value / under.value, end: index + 3)
    }
    guard let part = Self.parts[normal(at: index + 1)] else { return nil }
    // “A third dose” is an ordinal.
    if normal(at: index) == "a", normal(at: index + 2) != "of" { return nil }
    return Self.partCounts[normal(at: index)].map { Number(value: $0 / part, end: index + 2) }
  }

  /// Multiplies by the scale words that follow: `half a million`, `two hundred thousand`.
  private func scaled(_ number: Number) -> Number {
    var number = number
    while true {
      let skipsArticle = normal(at: number.end) == "a" && number.value < 1
      let word = number.end + (skipsArticle ? 1 : 0)
      guard let scale = Self.scales[normal(at: word)] else { return number }
      number = Number(value: number.value * scale, end: word + 1)
    }
  }

  private static let units: [String: Double] = {
    let words = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
      "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    ]
    return Dictionary(uniqueKeysWithValues: zip(words, (0...19).map(Double.init)))
  }()

  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
  ]

  private static let scales: [String: Double] = ["hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9]

  private static let partCounts: [String: Double] = ["a": 1, "one": 1, "two": 2, "three": 3]
  private static let parts: [String: Double] = ["third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifths": 5]
}
