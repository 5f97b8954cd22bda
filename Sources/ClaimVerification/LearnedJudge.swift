package import FactCheckCore
import TextAnalysis

/// Decides by a language model and the rules together whether a claim asserts or denies the propositions of entries.
///
/// The model reads the claim beside texts of each entry, the rules compare their words, and a calibrated classifier weighs
/// both (``StanceFeatures``, ``StanceClassifier``).
package struct LearnedJudge: Sendable {
  let model: any StanceEstimating
  let classifier: StanceClassifier

  /// How many candidates the model reads: the best entry is seldom behind these.
  private static let readCandidates = 3
  /// The cosine below which an entry is about something else.
  private static let leastCosine = 0.35
  /// How far an entry's cosine may be behind that of the nearest entry.
  private static let cosineMargin = 0.15

  package init(model: any StanceEstimating, classifier: StanceClassifier) {
    self.model = model
    self.classifier = classifier
  }

  /// The judgements of the rules, with relation and confidence as the classifier sees them; `nil` for candidates that are
  /// too far from the claim to be read.
  func judgements(
    of claim: String, analyzed: AnalyzedText, on candidates: [Candidate], rules: [StanceJudgement?]
  ) throws -> [StanceJudgement?] {
    let features = try features(of: claim, analyzed: analyzed, on: candidates, rules: rules)
    return zip(zip(candidates, features), rules).map { pair, rule in
      guard let features = pair.1, let rule else { return nil }
      let found = probabilities(of: features, on: pair.0.entry)
      var best = StanceClassifier.relations.max { found[$0, default: 0] < found[$1, default: 0] } ?? .neither
      if Self.areOpposed(best, rule.relation) { best = .neither }
      let isUnnamed = best == .exceeds && rule.relation != .exceeds
      return StanceJudgement(
        relation: best, confidence: found[best, default: 0], facets: rule.facets + (isUnnamed ? [.strength] : []),
        phrasing: rule.phrasing)
    }
  }

  /// Whether model and rules read the contrary of each other: then one misreads the claim, about as often one as the other.
  private static func areOpposed(_ first: StanceJudgement.Relation, _ second: StanceJudgement.Relation) -> Bool {
    (first == .asserts && second == .denies) || (first == .denies && second == .asserts)
  }

  /// To say more than what is refuted is to assert it.
  private func probabilities(
    of features: StanceFeatures, on entry: KnowledgeEntry
  ) -> [StanceJudgement.Relation: Double] {
    var found = classifier.probabilities(of: features)
    if entry.verdict == .refuted {
      found[.asserts, default: 0] += found[.exceeds, default: 0]
      found[.exceeds] = 0
    }
    return found
  }

  /// The features of the candidates that are near enough to be read; the model reads all pairs at once.
  func features(
    of claim: String, analyzed: AnalyzedText, on candidates: [Candidate], rules: [StanceJudgement?]
  ) throws -> [StanceFeatures?] {
    let cosines = candidates.map { $0.similarities.max() ?? 1 }
    let least = max(Self.leastCosine, (cosines.max() ?? 1) - Self.cosineMargin)
    let read = Set(cosines.indices.filter { cosines[$0] >= least }.prefix(Self.readCandidates))
    let chosen = candidates.indices.map { read.contains($0) ? ChosenText.texts(of: candidates[$0]) : [] }
    let pairs = chosen.flatMap { $0.map { ClaimEvidencePair(claim: claim, evidence: $0.phrasing.text) } }
    var estimates = try model.estimates(of: pairs)[...]
    return candidates.indices.map { index in
      let texts = chosen[index]
      let own = Array(estimates.prefix(texts.count))
      estimates = estimates.dropFirst(texts.count)
      guard !texts.isEmpty else { return nil }
      return StanceFeatures(
        estimates: own, of: texts, rules: rules[index], claim: analyzed, strength: candidates[index].entry.strength)
    }
  }
}
