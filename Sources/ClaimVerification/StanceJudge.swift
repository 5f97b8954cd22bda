import FactCheckCore
import TextAnalysis

/// Decides whether a claim asserts or denies the proposition of an entry, or is about something else.
///
/// The claim is compared with each phrasing; the one it agrees with best decides, unless a phrasing to the contrary or
/// a near-miss (`not_this`) is nearly as close.
struct StanceJudge: Sendable {
  let settings: VerificationSettings

  func judge(_ claim: AnalyzedText, against entry: AnalyzedEntry) -> StanceJudgement? {
    let comparisons = entry.phrasings.map { compare(claim, with: $0, entry: entry) }
    let views = zip(comparisons, entry.phrasings).map(View.init)
    let decisive = views.filter { $0.relation != .neither && $0.comparison.confidence > 0 }
    guard let best = decisive.max(by: { $0.comparison.confidence < $1.comparison.confidence }) else {
      return closest(comparisons).map { abstain(on: $0) }
    }
    let confidence = best.comparison.confidence * (claim.isHedged ? settings.hedgeFactor : 1)
    let isVerbatim = best.comparison.certainty >= settings.verbatimCertainty
    let rival = strongest(decisive.filter { $0.relation != best.relation })
    let nearMiss = strongest(views.filter { $0.isNearMiss && $0.comparison.polarity == .same })
    if !isVerbatim {
      if let rival, rival > best.comparison.confidence - settings.rivalMargin { return abstain(on: best.comparison) }
      if let nearMiss, nearMiss > best.comparison.confidence - settings.nearMissMargin {
        return abstain(on: best.comparison)
      }
    }
    let exceeding = best.relation == .asserts ? strengthFacets(claim, best: best, entry: entry) : []
    return StanceJudgement(
      relation: exceeding.isEmpty ? best.relation : .exceeds, confidence: confidence,
      facets: best.comparison.facets + exceeding, phrasing: best.comparison.phrasing)
  }

  /// How one comparison reads as a stance towards the proposition.
  private struct View {
    let comparison: Comparison
    /// The relations of the phrasing.
    let relations: [RelationMention]
    let relation: StanceJudgement.Relation

    var isNearMiss: Bool { comparison.phrasing.role == .notThis }

    init(comparison: Comparison, phrasing: AnalyzedPhrasing) {
      self.comparison = comparison
      relations = phrasing.analysis.relations
      relation =
        switch (comparison.phrasing.role, comparison.polarity) {
        case (.proposition, .same), (.assertedAs, .same), (.deniedAs, .opposite): .asserts
        case (.proposition, .opposite), (.assertedAs, .opposite), (.deniedAs, .same): .denies
        default: .neither
        }
    }
  }

  private func compare(_ claim: AnalyzedText, with phrasing: AnalyzedPhrasing, entry: AnalyzedEntry) -> Comparison {
    let topic = TopicAgreement(claim: claim, phrasing: phrasing.analysis, entry: entry, settings: settings)
    // What is about something else needs no look at what it says of it.
    let polarity =
      topic.value < settings.leastAgreement
      ? .unknown : PolarityJudgement(claim: claim, phrasing: phrasing.analysis, settings: settings)
    let share = coverageShare(of: polarity, claim: claim)
    return Comparison(
      agreement: topic.value * (1 - share + share * topic.claimCoverage), claimCoverage: topic.claimCoverage,
      polarity: polarity.polarity, certainty: polarity.certainty,
      facets: polarity.facets + (topic.extraPopulations.isEmpty ? [] : [.population]), phrasing: phrasing.phrasing)
  }

  /// How much hangs on the phrasing naming all that the claim names.
  private func coverageShare(of polarity: PolarityJudgement, claim: AnalyzedText) -> Double {
    if claim.relations.isEmpty { return settings.coverageShareNoRelation }
    return polarity.polarity == .opposite ? settings.coverageShareOpposite : settings.coverageShareSame
  }

  private func strongest(_ views: [View]) -> Double? { views.map(\.comparison.confidence).max() }

  private func closest(_ comparisons: [Comparison]) -> Comparison? { comparisons.max { $0.agreement < $1.agreement } }

  private func abstain(on comparison: Comparison) -> StanceJudgement {
    StanceJudgement(
      relation: .neither, confidence: comparison.agreement, facets: comparison.facets, phrasing: comparison.phrasing)
  }

  /// In what a claim says more than the entry grants: cures for relieves, causes for linked, always for less often.
  private func strengthFacets(_ claim: AnalyzedText, best: View, entry: AnalyzedEntry) -> [Facet] {
    guard entry.verdict != .refuted, best.comparison.claimCoverage >= settings.exceedingCoverage else { return [] }
    let said = Set(claim.relations.filter { !$0.isNegated }.map(\.relation.strength))
      .subtracting(best.relations.map(\.relation.strength))
    return switch entry.strength {
    case .relieves, .treats: said.contains(.cures) ? [.strength] : []
    case .linked: said.contains(.causes) && !claim.isHedged ? [.strength] : []
    case .reducesRisk: claim.isAbsolute && said.contains(.prevents) ? [.certainty] : []
    default: []
    }
  }
}
