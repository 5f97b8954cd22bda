/// A measured share from 0 to 1, the larger the better.
public struct Figure: Sendable {
  public let name: String
  public let value: Double
  /// Where the true value lies in 95 of 100 cases.
  public let interval: ClosedRange<Double>
  /// How many rows it was measured on.
  public let count: Int

  /// The share of successes, with the interval of Wilson; without trials nothing went wrong.
  init(_ name: String, _ proportion: Proportion) {
    self.name = name
    value = proportion.value ?? 1
    interval = proportion.interval ?? 0...1
    count = proportion.trials
  }

  /// A figure of rows that is no share of them, such as an F1. Its interval comes from drawing rows anew (Efron 1979): the
  /// middle 95 % of 1,000 draws.
  init<Row>(_ name: String, of rows: [Row], _ figure: ([Row]) -> Double) {
    self.name = name
    value = figure(rows)
    count = rows.count
    var random = SplitMix64(state: 1)
    let drawn = (0..<(rows.isEmpty ? 0 : Self.draws)).map { _ in
      figure((0..<rows.count).map { _ in rows[Int.random(in: 0..<rows.count, using: &random)] })
    }.sorted()
    interval = drawn.isEmpty ? 0...1 : drawn[Self.draws / 40]...drawn[Self.draws * 39 / 40]
  }

  private static let draws = 1000
}

/// Steele, Lea and Flood 2014: the same numbers on every machine.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What was said and what is right, for rows of several classes.
struct Outcome<Label: Hashable & Sendable>: Sendable {
  let said: Label
  let right: Label
  /// The probability with which it was said.
  let confidence: Double

  /// The harmonic mean of precision and recall of a class; 1 where neither side has it.
  static func f1(of label: Label, in outcomes: [Outcome]) -> Double {
    let both = outcomes.count { $0.said == label && $0.right == label }
    let either = outcomes.count { $0.said == label } + outcomes.count { $0.right == label }
    return either == 0 ? 1 : Double(2 * both) / Double(either)
  }

  /// The mean F1 of the classes that the rows have.
  static func macroF1(in outcomes: [Outcome]) -> Double {
    // In order, so that rounding is the same each time.
    let scores = Set(outcomes.map(\.right)).map { f1(of: $0, in: outcomes) }.sorted()
    return scores.isEmpty ? 1 : scores.reduce(0, +) / Double(scores.count)
  }

  /// 1 minus the expected calibration error (Naeini et al. 2015): by how much confidences miss the shares that are right, in
  /// ten bins.
  static func calibration(of outcomes: [Outcome]) -> Double {
    guard !outcomes.isEmpty else { return 1 }
    let bins = Dictionary(grouping: outcomes) { min(Int($0.confidence * 10), 9) }
    let error = bins.values.map { bin in
      abs(bin.reduce(0) { $0 + $1.confidence } - Double(bin.count { $0.said == $0.right }))
    }.sorted().reduce(0, +)
    return 1 - error / Double(outcomes.count)
  }
}
