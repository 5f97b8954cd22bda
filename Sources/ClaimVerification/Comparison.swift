import FactCheckCore
import TextAnalysis

/// How a claim compares with one phrasing of an entry.
struct Comparison: Sendable {
  enum Polarity: Sendable { case same, opposite, unknown }

  /// How far the two are about the same things, from 0 to 1.
  let agreement: Double
  /// The share of what the claim names that the phrasing names too, from 0 to 1.
  let claimCoverage: Double
  let polarity: Polarity
  /// How sure the polarity is, from 0 to 1.
  let certainty: Double
  let facets: [Facet]
  let phrasing: Phrasing

  /// The probability that the two say the same, or the opposite.
  var confidence: Double { polarity == .unknown ? 0 : agreement * certainty }
}

/// A phrasing with what the word lists tell about it.
struct AnalyzedPhrasing: Sendable {
  let phrasing: Phrasing
  let analysis: AnalyzedText
}

/// An entry made ready to be compared.
struct AnalyzedEntry: Sendable {
  let verdict: KnowledgeEntry.Verdict
  let strength: KnowledgeEntry.Strength
  /// Propositions and phrasings, without the statements.
  let phrasings: [AnalyzedPhrasing]
  /// Names of the concepts in any of its texts but the near-misses.
  let concepts: Set<String>
  /// Stems of the other words in them.
  let stems: Set<String>

  init(_ entry: KnowledgeEntry, analyzer: TextAnalyzer) {
    let analyzed = entry.phrasings.map { AnalyzedPhrasing(phrasing: $0, analysis: analyzer.analyze($0.text)) }
    verdict = entry.verdict
    strength = entry.strength
    phrasings = analyzed.filter { $0.phrasing.role != .statement }
    let vocabulary = analyzed.filter { $0.phrasing.role != .notThis }
    concepts = vocabulary.reduce(into: []) { $0.formUnion($1.analysis.conceptNames) }
    stems = vocabulary.reduce(into: []) { $0.formUnion($1.analysis.vocabulary.stems) }
  }

  /// A proposition alone, held to be true.
  init(proposition: String, analyzer: TextAnalyzer) {
    let phrasing = AnalyzedPhrasing(
      phrasing: Phrasing(role: .proposition, text: proposition), analysis: analyzer.analyze(proposition))
    verdict = .supported
    strength = .factual
    phrasings = [phrasing]
    concepts = phrasing.analysis.conceptNames
    stems = phrasing.analysis.vocabulary.stems
  }
}
