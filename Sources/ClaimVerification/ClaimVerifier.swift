public import FactCheckCore
import Synchronization
package import TextAnalysis

/// Decides what the knowledge base says about a claim.
///
/// For each candidate entry the claim's stance is judged by its words (topic, negation, direction, strength, quantity,
/// population) and, where there is one, by a language model; the verdict follows by the table of the design, behind the
/// accusation gate.
public struct ClaimVerifier: ClaimVerifying {
  private let analyzer: TextAnalyzer
  private let judge: StanceJudge
  private let learned: LearnedJudge?
  private let table: VerdictTable
  private let settings: VerificationSettings
  private let cache = EntryCache()

  package init(
    analyzer: TextAnalyzer, settings: VerificationSettings, gate: GateSettings,
    organizations: [String: Organization], learned: LearnedJudge? = nil
  ) {
    self.analyzer = analyzer
    self.settings = settings
    self.learned = learned
    judge = StanceJudge(settings: settings)
    table = VerdictTable(gate: Gate(settings: gate, organizations: organizations))
  }

  public func check(_ claim: Claim, against candidates: [Candidate]) throws -> CheckedClaim {
    let analyzed = analyzer.analyze(claim.text)
    let turned = try judgements(of: claim, analyzed, on: candidates)
    let decided = turned.compactMap { Decision($0, table: table) }.sorted { $0.rank > $1.rank }
    guard let best = decided.first, !isContested(best, by: decided.dropFirst()) else {
      return abstention(on: claim, analyzed: analyzed, judged: turned)
    }
    return CheckedClaim(
      claim: claim, verdict: withheld(best, for: claim, analyzed) ?? best.verdict,
      confidence: best.judged.stance.confidence,
      facets: best.judged.stance.facets, harm: best.judged.entry.harm)
  }

  public func judgements(of claim: Claim, on candidates: [Candidate]) throws -> [EntryJudgement] {
    try judgements(of: claim, analyzer.analyze(claim.text), on: candidates)
      .sorted { $0.stance.confidence > $1.stance.confidence }
  }

  public func stance(of claim: String, towards evidence: String) throws -> StanceEstimate {
    if let learned {
      let pair = ClaimEvidencePair(claim: claim, evidence: evidence)
      return try learned.model.estimates(of: [pair]).first ?? StanceEstimate(support: 0, refute: 0)
    }
    let entry = AnalyzedEntry(proposition: evidence, analyzer: analyzer)
    guard let judgement = judge.judge(analyzer.analyze(claim), against: entry) else {
      return StanceEstimate(support: 0, refute: 0)
    }
    return switch judgement.relation {
    case .asserts: StanceEstimate(support: judgement.confidence, refute: 0)
    case .denies: StanceEstimate(support: 0, refute: judgement.confidence)
    case .exceeds, .neither: StanceEstimate(support: 0, refute: 0)
    }
  }

  /// What the rules alone say of a text and an entry, for those who look into them.
  package func ruling(of text: String, on entry: KnowledgeEntry) -> StanceJudgement? {
    ruling(on: entry, of: analyzer.analyze(text))
  }

  public func features(of text: String, towards candidates: [Candidate]) throws -> [[Double]?] {
    let analyzed = analyzer.analyze(text)
    let rules = candidates.map { ruling(on: $0.entry, of: analyzed) }
    return try learned?.features(of: text, analyzed: analyzed, on: candidates, rules: rules).map { $0?.values } ?? []
  }

  private func judgements(
    of claim: Claim, _ analyzed: AnalyzedText, on candidates: [Candidate]
  ) throws -> [EntryJudgement] {
    var stances = candidates.map { ruling(on: $0.entry, of: analyzed) }
    if let learned {
      stances = try learned.judgements(of: claim.text, analyzed: analyzed, on: candidates, rules: stances)
    }
    let judged = zip(candidates, stances).compactMap { candidate, stance in
      stance.map { EntryJudgement(entry: candidate.entry, stance: $0) }
    }
    return claim.attribution == .denied && claim.denialIsOutside ? judged.map { $0.turned() } : judged
  }

  private func ruling(on entry: KnowledgeEntry, of claim: AnalyzedText) -> StanceJudgement? {
    judge.judge(claim, against: cache.analysis(of: entry, by: analyzer))
  }

  /// A verdict to the contrary by another entry that fits about as well: then neither is given.
  private func isContested(_ best: Decision, by others: ArraySlice<Decision>) -> Bool {
    others.contains { other in
      other.verdict.label != best.verdict.label
        && (other.verdict.label.isFlagged || best.verdict.label.isFlagged)
        && other.rank > best.rank - settings.rivalMargin / 2
    }
  }

  /// Text that the author does not assert is never accused, and a question is never answered with a verdict.
  private func withheld(_ decision: Decision, for claim: Claim, _ analyzed: AnalyzedText) -> Verdict? {
    let mayStand =
      switch claim.attribution {
      case .asserted: true
      // Who denies a denial may have been misread, and so may who denies in words that are no wrapper.
      case .denied: claim.denialIsOutside && analyzed.negationCount == 0 || !decision.verdict.label.isFlagged
      case .reported: decision.verdict.label == .supported
      case .questioned, .figurative, .personal: false
      }
    return mayStand ? nil : .unsupported(.needsContext, nearest: decision.verdict.evidence + decision.verdict.nearest)
  }

  private func abstention(on claim: Claim, analyzed: AnalyzedText, judged: [EntryJudgement]) -> CheckedClaim {
    let near = judged.sorted { $0.stance.confidence > $1.stance.confidence }
    let concepts = Set(analyzed.concepts.map(\.concept).filter { $0.kind != .population }.map(\.name))
    let covered = near.filter { entry in
      let known = cache.analysis(of: entry.entry, by: analyzer).concepts
      return !concepts.isEmpty && concepts.isSubset(of: known)
    }
    let nearest = covered.filter { $0.stance.confidence >= settings.leastAgreement }.prefix(settings.nearestLimit)
      .compactMap { $0.foremostEvidence(table.gate) }
    let reason: UnsupportedReason = covered.isEmpty ? .topicNotCovered : .noMatchingStatement
    return CheckedClaim(
      claim: claim, verdict: .unsupported(reason, nearest: nearest), confidence: near.first?.stance.confidence ?? 0,
      facets: covered.first?.stance.facets ?? [])
  }
}

extension EntryJudgement {
  /// The stance of an author who says that the claim is not so. Who denies the stronger form may grant the weaker one.
  fileprivate func turned() -> EntryJudgement {
    let relation: StanceJudgement.Relation =
      switch stance.relation {
      case .asserts: .denies
      case .denies: .asserts
      case .exceeds, .neither: .neither
      }
    return EntryJudgement(
      entry: entry,
      stance: StanceJudgement(
        relation: relation, confidence: stance.confidence, facets: stance.facets, phrasing: stance.phrasing))
  }

  fileprivate func foremostEvidence(_ gate: Gate) -> Evidence? {
    gate.evidence(
      from: entry, stances: Set(Statement.Stance.allCases), relation: .neither, score: stance.confidence
    ).first
  }
}

/// A verdict that an entry would give.
private struct Decision: Sendable {
  let judged: EntryJudgement
  let verdict: Verdict

  var rank: Double { judged.stance.confidence }

  init?(_ judged: EntryJudgement, table: VerdictTable) {
    guard let verdict = table.verdict(for: judged.stance, on: judged.entry) else { return nil }
    self.judged = judged
    self.verdict = verdict
  }
}

/// Analyses of entries, made once each.
private final class EntryCache: Sendable {
  private let analyses = Mutex<[String: (entry: KnowledgeEntry, analysis: AnalyzedEntry)]>([:])

  /// The analysis of the entry as it is given, which may differ from one of the same id.
  func analysis(of entry: KnowledgeEntry, by analyzer: TextAnalyzer) -> AnalyzedEntry {
    if let known = analyses.withLock({ $0[entry.id] }), known.entry == entry { return known.analysis }
    let analysis = AnalyzedEntry(entry, analyzer: analyzer)
    analyses.withLock { $0[entry.id] = (entry, analysis) }
    return analysis
  }
}
