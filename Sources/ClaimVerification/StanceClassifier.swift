import FactCheckCore
import Foundation

/// Multinomial logistic regression over ``StanceFeatures``: `Data/verification/classifier.json`, fitted by
/// `Training/verifier.py` on phrasings of entries that the models were not trained on, and on claims written for them.
package struct StanceClassifier: Hashable, Sendable, Codable {
  /// The names of the features, in the order of the weights.
  package let features: [String]
  /// Subtracted from each feature.
  package let means: [Double]
  /// What each feature is divided by then.
  package let scales: [Double]
  /// For each of ``relations``: one weight a feature, and the constant at the end.
  package let weights: [[Double]]

  /// Finds everything equally likely.
  package static let blank = StanceClassifier(
    features: StanceFeatures.names, means: StanceFeatures.names.map { _ in 0 },
    scales: StanceFeatures.names.map { _ in 1 },
    weights: relations.map { _ in .init(repeating: 0, count: StanceFeatures.names.count + 1) })

  /// What is told apart, in the order of the weights.
  static let relations: [StanceJudgement.Relation] = [.asserts, .denies, .exceeds, .neither]

  /// Whether the numbers fit one another and the features of this version.
  package var isUsable: Bool {
    features == StanceFeatures.names && means.count == features.count && scales.count == features.count
      && scales.allSatisfy { $0 > 0 } && weights.count == Self.relations.count
      && weights.allSatisfy { $0.count == features.count + 1 }
  }

  /// The probability of each relation; they add up to 1.
  func probabilities(of features: StanceFeatures) -> [StanceJudgement.Relation: Double] {
    let scaled = zip(zip(features.values, means), scales).map { ($0.0 - $0.1) / $1 } + [1]
    let scores = weights.map { zip($0, scaled).reduce(0) { $0 + $1.0 * $1.1 } }
    let largest = scores.max() ?? 0
    let powers = scores.map { exp($0 - largest) }
    let total = powers.reduce(0, +)
    return Dictionary(zip(Self.relations, powers.map { $0 / total })) { first, _ in first }
  }
}
