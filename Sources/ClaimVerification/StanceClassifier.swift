import Foundation

/// Multinomial logistic regression over ``StanceFeatures``: `Data/verification/classifier.json`, fitted by
/// `Training/verifier.py` on phrasings of entries that the models were not trained on.
package struct StanceClassifier: Hashable, Sendable, Codable {
  /// The names of the features, in the order of the weights.
  package let features: [String]
  /// Subtracted from each feature.
  package let means: [Double]
  /// What each feature is divided by then.
  package let scales: [Double]
  /// For “asserts”, “denies” and “neither”: one weight a feature, and the constant at the end.
  package let weights: [[Double]]

  /// The probabilities of the three; they add up to 1.
  struct Probabilities: Hashable {
    let asserts: Double
    let denies: Double
    var neither: Double { 1 - asserts - denies }
  }

  /// Whether the numbers fit one another and the features of this version.
  package var isUsable: Bool {
    features == StanceFeatures.names && means.count == features.count && scales.count == features.count
      && scales.allSatisfy { $0 > 0 } && weights.count == 3 && weights.allSatisfy { $0.count == features.count + 1 }
  }

  func probabilities(of features: StanceFeatures) -> Probabilities {
    let scaled = zip(zip(features.values, means), scales).map { ($0.0 - $0.1) / $1 } + [1]
    let scores = weights.map { zip($0, scaled).reduce(0) { $0 + $1.0 * $1.1 } }
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let total = powers.reduce(0, +)
    return Probabilities(asserts: powers[0] / total, denies: powers[1] / total)
  }
}
