/// The constants of the rules that compare a claim with an entry: `Data/verification/settings.json`.
///
/// Weights say how much a thing counts, factors are multiplied into an agreement, certainties and margins are
/// probabilities. They were set by hand on the posts under `Tests/Fixtures/checks`.
package struct VerificationSettings: Hashable, Sendable, Codable {
  package var conceptWeight: Double
  package var populationWeight: Double
  package var wordWeight: Double
  /// The phrasing names a concept that the claim lacks.
  package var missingConceptFactor: Double
  /// The claim names a concept that the entry lacks.
  package var extraConceptFactor: Double
  package var extraPopulationFactor: Double
  package var extraWordFactor: Double
  /// The claim names a narrower concept than the phrasing: this vaccine for vaccines.
  package var narrowerFactor: Double
  /// How much of the certainty hangs on the phrasing naming all that the claim names: when both say the same, when they
  /// say the opposite, and when no relation tells which.
  package var coverageShareSame: Double
  package var coverageShareOpposite: Double
  package var coverageShareNoRelation: Double
  /// The least share of the claim that the phrasing must name before the claim is said to exceed the entry.
  package var exceedingCoverage: Double
  /// A word that the entry has but the phrasing lacks.
  package var looseWordFactor: Double
  /// The agreement on the topic below which a phrasing is not compared further.
  package var leastAgreement: Double
  /// The weight of concepts and words below which a phrasing says too little to be told from others.
  package var leastWeight: Double
  package var extraWordLimit: Int
  /// The same words.
  package var verbatimCertainty: Double
  package var sameRelationCertainty: Double
  /// Causes for is linked to, cures for eases.
  package var sameFamilyCertainty: Double
  /// Treats for prevents.
  package var relatedRelationCertainty: Double
  package var oppositeCertainty: Double
  /// Causes against prevents.
  package var oppositeDirectionCertainty: Double
  /// One of the two says something more, on another axis.
  package var unmatchedAxisFactor: Double
  /// Neither text has a relation that the lists know.
  package var noRelationCertainty: Double
  /// The author says less than that it is so.
  package var hedgeFactor: Double
  /// How far the best judgement must be ahead of the best one to the contrary.
  package var rivalMargin: Double
  /// How far the best judgement must be ahead of the best near-miss.
  package var nearMissMargin: Double
  /// How many near statements an unsupported claim shows.
  package var nearestLimit: Int
}

/// When a judgement becomes a verdict: `Data/verification/gate.json`.
package struct GateSettings: Hashable, Sendable, Codable {
  /// The least confidence for `contradicted`, `overstated` and `outdated`.
  package var accusationThreshold: Double
  /// The least confidence for `supported` and `disputed`.
  package var supportThreshold: Double
  /// What the thresholds gave when they were last measured.
  package var measurement: Measurement?

  /// Lets every judgement become a verdict: only for measuring.
  package static let open = GateSettings(accusationThreshold: 0, supportThreshold: 0, measurement: nil)

  package struct Measurement: Hashable, Sendable, Codable {
    package var on: String
    package var set: String
    /// The share of accusations that were right.
    package var precision: Double
    /// The share of claims with a decisive answer that got one.
    package var coverage: Double
  }
}
