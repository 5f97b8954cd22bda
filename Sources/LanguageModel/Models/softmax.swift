import Foundation

/// Scores as a distribution: exp(x - max) / Σ.
func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let powers = scores.map { exp($0 - largest) }
  let total = powers.reduce(0, +)
  return powers.map { $0 / total }
}
