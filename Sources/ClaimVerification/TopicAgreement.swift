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
  /// Groups of people that only the claim names.
  let extraPopulations: [String]

  init(claim: AnalyzedText, phrasing: AnalyzedText, entry: AnalyzedEntry, settings: VerificationSettings) {
    let strangers = claim.distinctConcepts.filter { !Self.covers(entry, $0) }
    value =
      Self.recall(of: phrasing, in: claim, settings: settings)
      * Self.precision(of: claim, towards: phrasing, strangers: strangers, entry: entry, settings: settings)
    claimCoverage = Self.coverage(of: claim, by: phrasing, settings: settings)
    extraPopulations = strangers.filter { $0.kind == .population }.map(\.name).sorted()
  }

  /// How much of what the phrasing names is in the claim; little where a concept is missing or the phrasing names too
  /// little to be told from others.
  private static func recall(
    of phrasing: AnalyzedText, in claim: AnalyzedText, settings: VerificationSettings
  ) -> Double {
    let mentioned = claim.conceptNames
    let stems = claim.vocabulary.stems
    var (total, found) = (0.0, 0.0)
    var missesConcept = false
    for concept in phrasing.distinctConcepts {
      let isPopulation = concept.kind == .population
      let weight = isPopulation ? settings.populationWeight : settings.conceptWeight
      total += weight
      if mentioned.contains(concept.name) {
        let isNamed = claim.distinctConcepts.contains { $0.name == concept.name }
        found += isNamed ? weight : weight * settings.narrowerFactor
      } else if !isPopulation {
        missesConcept = true
      }
    }
    for stem in phrasing.topicStems {
      total += settings.wordWeight
      if stems.contains(stem) { found += settings.wordWeight }
    }
    guard total > 0 else { return 0 }
    return found / total * (missesConcept || total < settings.leastWeight ? settings.missingConceptFactor : 1)
  }

  /// Less than 1 for each concept and word of the claim that the entry or the phrasing lacks.
  private static func precision(
    of claim: AnalyzedText, towards phrasing: AnalyzedText, strangers: [Concept], entry: AnalyzedEntry,
    settings: VerificationSettings
  ) -> Double {
    let concepts = strangers.reduce(1.0) { product, concept in
      product * (concept.kind == .population ? settings.extraPopulationFactor : settings.extraConceptFactor)
    }
    let words = claim.topicStems.filter { !phrasing.vocabulary.stems.contains($0) }.prefix(settings.extraWordLimit)
    return words.reduce(concepts) { product, stem in
      product * (entry.stems.contains(stem) ? settings.looseWordFactor : settings.extraWordFactor)
    }
  }

  private static func coverage(
    of claim: AnalyzedText, by phrasing: AnalyzedText, settings: VerificationSettings
  ) -> Double {
    let concepts = claim.distinctConcepts
    let known = concepts.filter { concept in
      phrasing.conceptNames.contains(concept.name) || concept.broader.contains(where: phrasing.conceptNames.contains)
    }
    let words = claim.topicStems.count { phrasing.vocabulary.stems.contains($0) }
    let total = Double(concepts.count) * settings.conceptWeight + Double(claim.topicStems.count) * settings.wordWeight
    guard total > 0 else { return 0 }
    return (Double(known.count) * settings.conceptWeight + Double(words) * settings.wordWeight) / total
  }

  private static func covers(_ entry: AnalyzedEntry, _ concept: Concept) -> Bool {
    entry.concepts.contains(concept.name) || concept.broader.contains(where: entry.concepts.contains)
  }
}
