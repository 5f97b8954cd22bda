import FactCheckCore

/// What makes a sentence worth a check: `Data/detection/settings.json`.
///
/// The points are added up, multiplied by the factor of the attribution, and weighed with the language model's impression.
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
  /// How much the language model's impression counts, from 0 to 1; the points count for the rest.
  package var modelShare: Double
  /// How many times likelier the attribution that the cues tell is than the model alone thinks.
  package var cueOdds: Double
  /// The same for ``FactCheckCore/Attribution/asserted``, which is told by the want of cues.
  package var noCueOdds: Double

  func score(by impression: SentenceImpression?, points: Double) -> Double {
    impression.map { modelShare * $0.checkworthiness + (1 - modelShare) * points } ?? points
  }

  /// The likeliest attribution, by the model and the cues; the cues alone without a model or where they are certain. A cue
  /// that the author does not assert a thing weighs more than the want of one: what is not asserted is not held against
  /// anybody.
  func attribution(by impression: SentenceImpression?, cues: Attribution, isCertain: Bool) -> Attribution {
    guard let impression, !isCertain else { return cues }
    let weight = cues == .asserted ? noCueOdds : cueOdds
    func odds(_ attribution: Attribution) -> Double {
      (impression.attributions[attribution] ?? 0) * (attribution == cues ? weight : 1)
    }
    return Attribution.allCases.reduce(cues) { odds($1) > odds($0) ? $1 : $0 }
  }

  func factor(of attribution: Attribution) -> Double { attributionFactors[attribution.rawValue] ?? 1 }
}
