import FactCheckCore
import TextAnalysis

/// How far a claim and a phrasing are about the same things.
///
/// What the phrasing names must be in the claim (recall); what the claim names beyond the entry's vocabulary makes it a
/// claim about something else (precision). Concepts weigh more than other words.
struct TopicAgreement {
  let value: Double
  /// The share of what the claim names that the phrasing names too, from 0 to 1.
  let claimCoverage: Double
  let sharedConcepts: Int
  /// Groups of people that only the claim names.
  let extraPopulations: [String]

  init(claim: AnalyzedText, phrasing: AnalyzedText, entry: AnalyzedEntry, settings: VerificationSettings) {
    let claimConcepts = claim.conceptNames
    let claimStems = Set(claim.stems)
    var total = 0.0
    var found = 0.0
    var shared = 0
    var missesConcept = false
    for concept in Set(phrasing.concepts.map(\.concept)) {
      let isPopulation = concept.kind == .population
      let weight = isPopulation ? settings.populationWeight : settings.conceptWeight
      total += weight
      if claimConcepts.contains(concept.name) {
        let isNamed = claim.concepts.contains { $0.concept.name == concept.name }
        found += isNamed ? weight : weight * settings.narrowerFactor
        shared += 1
      } else if !isPopulation {
        missesConcept = true
      }
    }
    for stem in phrasing.topicStems {
      total += settings.wordWeight
      if claimStems.contains(stem) { found += settings.wordWeight }
    }
    let recall = total == 0 ? 0 : found / total

    var precision = 1.0
    var populations: [String] = []
    for concept in Set(claim.concepts.map(\.concept)) where !Self.covers(entry, concept) {
      if concept.kind == .population { populations.append(concept.name) }
      precision *= concept.kind == .population ? settings.extraPopulationFactor : settings.extraConceptFactor
    }
    for stem in claim.topicStems.filter({ !phrasing.stems.contains($0) }).prefix(settings.extraWordLimit) {
      precision *= entry.stems.contains(stem) ? settings.looseWordFactor : settings.extraWordFactor
    }
    let isTelling = total >= settings.leastWeight
    value = recall * precision * (missesConcept || !isTelling ? settings.missingConceptFactor : 1)
    claimCoverage = Self.coverage(of: claim, by: phrasing, settings: settings)
    sharedConcepts = shared
    extraPopulations = populations.sorted()
  }

  private static func coverage(
    of claim: AnalyzedText, by phrasing: AnalyzedText, settings: VerificationSettings
  ) -> Double {
    let concepts = Set(claim.concepts.map(\.concept))
    let known = concepts.filter { concept in
      phrasing.conceptNames.contains(concept.name) || concept.broader.contains(where: phrasing.conceptNames.contains)
    }
    let words = claim.topicStems.count { phrasing.stems.contains($0) }
    let total = Double(concepts.count) * settings.conceptWeight + Double(claim.topicStems.count) * settings.wordWeight
    guard total > 0 else { return 0 }
    return (Double(known.count) * settings.conceptWeight + Double(words) * settings.wordWeight) / total
  }

  private static func covers(_ entry: AnalyzedEntry, _ concept: Concept) -> Bool {
    entry.concepts.contains(concept.name) || concept.broader.contains(where: entry.concepts.contains)
  }
}
