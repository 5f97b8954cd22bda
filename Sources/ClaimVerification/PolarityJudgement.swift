import FactCheckCore
import TextAnalysis

/// Whether two texts on one topic say the same or the opposite, by their relations and negations.
struct PolarityJudgement {
  let polarity: Comparison.Polarity
  let certainty: Double
  let facets: [Facet]

  static let unknown = unknown([])

  private static func unknown(_ facets: [Facet]) -> PolarityJudgement {
    PolarityJudgement(polarity: .unknown, certainty: 0, facets: facets)
  }

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
    guard claim.polarityIsClear, phrasing.polarityIsClear, claim.qualifiers == phrasing.qualifiers else {
      return unknown
    }
    if quantitiesClash(claim, phrasing) { return unknown([.quantity]) }
    if populationsClash(claim, phrasing) { return unknown([.population]) }

    if claim.relations.isEmpty && phrasing.relations.isEmpty {
      let same = claim.negationCount == phrasing.negationCount
      return PolarityJudgement(
        polarity: same ? .same : .opposite, certainty: settings.noRelationCertainty, facets: same ? [] : [.negation])
    }
    return byRelations(claim, phrasing, settings: settings)
  }

  /// On each axis that both texts have the relations decide that are nearest in kind.
  private static func byRelations(
    _ claim: AnalyzedText, _ phrasing: AnalyzedText, settings: VerificationSettings
  ) -> PolarityJudgement {
    var judgements: [PolarityJudgement] = []
    var forbids = false
    var unmatchedAxes: Set<Relation.Axis> = []
    for axis in Relation.Axis.allCases {
      let said = claim.relations.filter { $0.relation.axis == axis }
      let written = phrasing.relations.filter { $0.relation.axis == axis }
      guard Set(said.map(\.sign)).count < 2, Set(written.map(\.sign)).count < 2 else { return unknown }
      guard let (ours, theirs) = nearest(said, written) else {
        if !said.isEmpty || !written.isEmpty { unmatchedAxes.insert(axis) }
        continue
      }
      if areTurned(ours, in: claim, theirs, in: phrasing) { return unknown }
      if axis == .advice, ours.sign < 0 || theirs.sign < 0 { forbids = true }
      judgements.append(compare(ours, theirs, settings: settings))
    }
    guard let first = judgements.first else { return byTendency(claim, phrasing, settings: settings) }
    guard judgements.allSatisfy({ $0.polarity == first.polarity }) else { return unknown }
    // With a predicate that only one of them has, it is not plain what is forbidden or turned.
    if forbids && !unmatchedAxes.isDisjoint(with: [.effect, .change]) { return unknown }
    if first.polarity == .opposite, !unmatchedAxes.isEmpty { return unknown }
    let doubt = unmatchedAxes.reduce(1.0) { factor, _ in factor * settings.unmatchedAxisFactor }
    return PolarityJudgement(polarity: first.polarity, certainty: first.certainty * doubt, facets: first.facets)
  }

  /// A relation of each that are of one strength, else of one family, else the first ones.
  private static func nearest(
    _ said: [RelationMention], _ written: [RelationMention]
  ) -> (RelationMention, RelationMention)? {
    guard let first = said.first, let other = written.first else { return nil }
    let pairs = said.flatMap { ours in written.map { (ours, $0) } }
    return pairs.first { $0.relation.strength == $1.relation.strength }
      ?? pairs.first { $0.relation.family == $1.relation.family } ?? (first, other)
  }

  /// “Works” on the one side and “treats” or “prevents” on the other say the same in different words.
  private static func byTendency(
    _ claim: AnalyzedText, _ phrasing: AnalyzedText, settings: VerificationSettings
  ) -> PolarityJudgement {
    guard let ours = Tendency(of: claim), let theirs = Tendency(of: phrasing) else { return unknown }
    let isOpposite = ours.opposites.contains(theirs)
    guard isOpposite || ours.agrees(with: theirs) else { return unknown }
    return PolarityJudgement(
      polarity: isOpposite ? .opposite : .same, certainty: settings.relatedRelationCertainty,
      facets: isOpposite ? [.negation] : [])
  }

  /// Cause and effect have changed places. A mere link has none.
  private static func areTurned(
    _ ours: RelationMention, in claim: AnalyzedText, _ theirs: RelationMention, in phrasing: AnalyzedText
  ) -> Bool {
    guard [.effect, .change].contains(ours.relation.axis), ours.relation.strength != .linked,
      theirs.relation.strength != .linked
    else { return false }
    return Roles(of: ours, in: claim).areTurned(against: Roles(of: theirs, in: phrasing))
  }

  private static func compare(
    _ ours: RelationMention, _ theirs: RelationMention, settings: VerificationSettings
  ) -> PolarityJudgement {
    let same = ours.sign == theirs.sign
    let bothPlain = !ours.isNegated && !theirs.isNegated
    // What need not be done is not thereby forbidden.
    if same, ours.sign < 0, ours.isAboutNeed != theirs.isAboutNeed { return unknown }
    if ours.relation.family == theirs.relation.family {
      if same {
        let isEqual = ours.relation.strength == theirs.relation.strength
        let certainty = isEqual ? settings.sameRelationCertainty : settings.sameFamilyCertainty
        return PolarityJudgement(polarity: .same, certainty: certainty, facets: [])
      }
      let facet: Facet = bothPlain ? .direction : .negation
      return PolarityJudgement(polarity: .opposite, certainty: settings.oppositeCertainty, facets: [facet])
    }
    guard bothPlain else { return unknown }
    if !same {
      return PolarityJudgement(
        polarity: .opposite, certainty: settings.oppositeDirectionCertainty, facets: [.direction])
    }
    // Preventing and treating are both to the good; bringing about and making worse are two claims.
    if ours.sign < 0 {
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

  /// Both name groups of people, and no group of the one is or belongs to a group of the other.
  private static func populationsClash(_ left: AnalyzedText, _ right: AnalyzedText) -> Bool {
    let (ours, theirs) = (populations(in: left), populations(in: right))
    return !ours.isEmpty && !theirs.isEmpty
      && !ours.contains { one in theirs.contains { one.isOrBelongs(to: $0) || $0.isOrBelongs(to: one) } }
  }

  private static func populations(in text: AnalyzedText) -> Set<Concept> {
    Set(text.concepts.map(\.concept).filter { $0.kind == .population })
  }

  private static func overlap(_ left: Quantity, _ right: Quantity) -> Bool {
    left.lowerBound <= right.upperBound && right.lowerBound <= left.upperBound
  }
}

extension Concept {
  fileprivate func isOrBelongs(to other: Concept) -> Bool { name == other.name || broader.contains(other.name) }
}

extension RelationMention {
  fileprivate var isAboutNeed: Bool { relation.strength == .needed || relation.strength == .unneeded }
}
