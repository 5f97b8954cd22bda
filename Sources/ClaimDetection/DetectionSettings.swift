import FactCheckCore

/// What makes a sentence worth a check: `Data/detection/settings.json`.
///
/// The points are added up and multiplied by the factor of the attribution.
package struct DetectionSettings: Hashable, Sendable, Codable {
  /// A disease, treatment, substance or part of the body is named.
  package var concept: Double
  package var secondConcept: Double
  /// Something is said of it: causes, prevents, is safe, should.
  package var relation: Double
  package var quantity: Double
  package var absolute: Double
  /// What should be law, what it costs.
  package var policy: Double
  /// A factor for each ``FactCheckCore/Attribution``, by its raw value.
  package var attributionFactors: [String: Double]

  func factor(of attribution: Attribution) -> Double { attributionFactors[attribution.rawValue] ?? 1 }
}
