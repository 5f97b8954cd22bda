import FactCheckCore
import LanguageModel

extension [Float] {
  /// Whether no number differs by more than `tolerance`.
  func isClose(to other: [Float], within tolerance: Float) -> Bool {
    count == other.count && zip(self, other).allSatisfy { abs($0 - $1) <= tolerance }
  }
}

extension TokenSequence {
  /// The first byte of each token and the one behind it, but for the `[CLS]` and `[SEP]` around them.
  var offsets: [Int] { spans.dropFirst().dropLast().flatMap { [$0.start, $0.end] } }
}

/// The linear congruential generator of Numerical Recipes ("An Even Quicker Generator").
struct LinearCongruentialGenerator: RandomNumberGenerator {
  private var state: UInt32

  init(seed: UInt32) { state = seed }

  /// The upper 16 bits of the next state.
  mutating func nextUpper() -> UInt32 {
    state = state &* 1_664_525 &+ 1_013_904_223
    return state >> 16
  }

  mutating func next() -> UInt64 { (0..<4).reduce(0) { value, _ in value << 16 | UInt64(nextUpper()) } }

  /// A number from -1 to 1, as `Training/reference/encoder.py` makes them.
  mutating func nextFloat() -> Float { Float(nextUpper()) / 32_768 - 1 }
}
