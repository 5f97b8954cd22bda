import FactCheckCore
import TextAnalysis

/// Whether two texts on one topic say the same or the opposite, by their relations and negations.
struct PolarityJudgement {
  let polarity: Comparison.Polarity
  let certainty: Double
  let facets: [Facet]

  private static let unknown = PolarityJudgement(polarity: .unknown, certainty: 0, facets: [])

  private init(polarity: Comparison.Polarity, certainty: Double, facets: [Facet]) {
    self.polarity = polarity
    self.certainty = certainty
    self.facets = facets
  }

  init(claim: AnalyzedText, phrasing: AnalyzedText, settings: VerificationSettings) {
    self = Self.judge(claim: claim, phrasing: phrasing, settings: settings)
  }

  private static func judge(
    claim: AnalyzedText, phrasing: AnalyzedText, settings: VerificationSettings
  ) -> PolarityJudgement {
    if saysTheSameWords(claim, phrasing) {
      return PolarityJudgement(polarity: .same, certainty: settings.verbatimCertainty, facets: [])
    }
    guard claim.polarityIsClear, phrasing.polarityIsClear, claim.qualifiers == phrasing.qualifiers else { return unknown }
    if quantitiesClash(claim, phrasing) { return PolarityJudgement(polarity: .unknown, certainty: 0, facets: [.quantity]) }

    if claim.relations.isEmpty && phrasing.relations.isEmpty {
      let same = claim.negationCount == phrasing.negationCount
      return PolarityJudgement(
        polarity: same ? .same : .opposite, certainty: settings.noRelationCertainty, facets: same ? [] : [.negation])
    }
    return byRelations(claim, phrasing, settings: settings)
  }

  /// The first relation on each axis that both texts have decides.
  private static func byRelations(
    _ claim: AnalyzedText, _ phrasing: AnalyzedText, settings: VerificationSettings
  ) -> PolarityJudgement {
    var judgements: [PolarityJudgement] = []
    var unmatchedAxes = 0
    for axis in Relation.Axis.allCases {
      let said = claim.relations.filter { $0.relation.axis == axis }
      let written = phrasing.relations.filter { $0.relation.axis == axis }
      guard Set(said.map(\.sign)).count < 2, Set(written.map(\.sign)).count < 2 else { return unknown }
      let (ours, theirs) = (said.first, written.first)
      guard let ours, let theirs else {
        if ours != nil || theirs != nil { unmatchedAxes += 1 }
        continue
      }
      judgements.append(compare(ours, theirs, settings: settings))
    }
    guard let first = judgements.first else { return byBenefit(claim, phrasing, settings: settings) }
    if judgements.contains(where: { $0.polarity == .unknown }) { return unknown }
    guard judgements.allSatisfy({ $0.polarity == first.polarity }) else { return unknown }
    let doubt = (0..<unmatchedAxes).reduce(1.0) { factor, _ in factor * settings.unmatchedAxisFactor }
    return PolarityJudgement(polarity: first.polarity, certainty: first.certainty * doubt, facets: first.facets)
  }

  /// “Works” on the one side and “treats” or “prevents” on the other say the same in different words.
  private static func byBenefit(
    _ claim: AnalyzedText, _ phrasing: AnalyzedText, settings: VerificationSettings
  ) -> PolarityJudgement {
    let (ours, theirs) = (benefits(in: claim), benefits(in: phrasing))
    guard ours.count == 1, theirs.count == 1, let our = ours.first, let their = theirs.first else { return unknown }
    return PolarityJudgement(
      polarity: our == their ? .same : .opposite, certainty: settings.relatedRelationCertainty,
      facets: our == their ? [] : [.negation])
  }

  /// Whether a text says that something does good, as its words for effect and efficacy tell.
  private static func benefits(in text: AnalyzedText) -> Set<Bool> {
    Set(
      text.relations.compactMap { mention in
        switch (mention.relation.axis, mention.relation.family) {
        case (.efficacy, _): mention.sign > 0
        case (.effect, .preventing), (.effect, .treating): !mention.isNegated
        default: nil
        }
      })
  }

  private static func compare(
    _ ours: RelationMention, _ theirs: RelationMention, settings: VerificationSettings
  ) -> PolarityJudgement {
    let same = ours.sign == theirs.sign
    let bothPlain = !ours.isNegated && !theirs.isNegated
    if ours.relation.family == theirs.relation.family {
      if same { return PolarityJudgement(polarity: .same, certainty: settings.sameRelationCertainty, facets: []) }
      let facet: Facet = bothPlain ? .direction : .negation
      return PolarityJudgement(polarity: .opposite, certainty: settings.oppositeCertainty, facets: [facet])
    }
    let isOneCausing = (ours.relation.family == .causing) != (theirs.relation.family == .causing)
    if isOneCausing && bothPlain {
      return PolarityJudgement(polarity: .opposite, certainty: settings.oppositeDirectionCertainty, facets: [.direction])
    }
    if !isOneCausing && same && bothPlain {
      return PolarityJudgement(polarity: .same, certainty: settings.relatedRelationCertainty, facets: [.strength])
    }
    return unknown
  }

  /// Nearly the same words in the same number, little words and negators included.
  private static func saysTheSameWords(_ left: AnalyzedText, _ right: AnalyzedText) -> Bool {
    let ours = words(of: left)
    let theirs = words(of: right)
    guard ours.count > 2 else { return false }
    return left.negationCount == right.negationCount && ours == theirs
  }

  private static func words(of text: AnalyzedText) -> [String] {
    zip(text.tokens, text.stems).filter { $0.0.kind == .word || $0.0.kind == .number }.map(\.1)
  }

  /// Both name amounts of one kind, and no amount is in both. Bare counts and years of the calendar are too often about
  /// something else to say so.
  private static func quantitiesClash(_ left: AnalyzedText, _ right: AnalyzedText) -> Bool {
    let telling: (Quantity) -> Bool = { $0.measure != .count && $0.measure != .calendarYear }
    let ours = left.quantities.filter(telling)
    let theirs = right.quantities.filter(telling)
    let measures = Set(ours.map(\.measure)).intersection(theirs.map(\.measure))
    return !measures.isEmpty
      && !ours.contains { one in theirs.contains { $0.measure == one.measure && overlap($0, one) } }
  }

  private static func overlap(_ left: Quantity, _ right: Quantity) -> Bool {
    left.lowerBound <= right.upperBound && right.lowerBound <= left.upperBound
  }
}
