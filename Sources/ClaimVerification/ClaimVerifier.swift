public import FactCheckCore
import Synchronization
package import TextAnalysis

/// Decides what the knowledge base says about a claim, by rules that can be explained.
///
/// For each candidate entry the claim's stance is judged by its words (topic, negation, direction, strength, quantity,
/// population); the verdict follows by the table of the design, behind the accusation gate.
public struct ClaimVerifier: ClaimVerifying {
  private let analyzer: TextAnalyzer
  private let judge: StanceJudge
  private let table: VerdictTable
  private let settings: VerificationSettings
  private let cache = EntryCache()

  package init(
    analyzer: TextAnalyzer, settings: VerificationSettings, gate: GateSettings,
    organizations: [String: Organization]
  ) {
    self.analyzer = analyzer
    self.settings = settings
    judge = StanceJudge(settings: settings)
    table = VerdictTable(gate: Gate(settings: gate, organizations: organizations))
  }

  public func check(_ claim: Claim, against candidates: [Candidate]) -> CheckedClaim {
    let analyzed = analyzer.analyze(claim.text)
    let judged = candidates.compactMap { judgement(of: analyzed, on: $0.entry) }
    let turned = claim.attribution == .denied ? judged.map { $0.turned() } : judged
    let decided = turned.compactMap { Decision($0, table: table) }.sorted { $0.rank > $1.rank }
    guard let best = decided.first, !isContested(best, by: decided.dropFirst()) else {
      return abstention(on: claim, analyzed: analyzed, judged: turned)
    }
    return CheckedClaim(
      claim: claim, verdict: withheld(best, for: claim, analyzed) ?? best.verdict,
      confidence: best.judged.stance.confidence,
      facets: best.judged.stance.facets, harm: best.judged.entry.harm)
  }

  public func stance(of claim: String, towards evidence: String) -> StanceEstimate {
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

  /// The stance of a text towards one entry, for those who look into the rules.
  package func stance(of text: String, towards entry: KnowledgeEntry) -> StanceJudgement? {
    judgement(of: analyzer.analyze(text), on: entry)?.stance
  }

  private func judgement(of claim: AnalyzedText, on entry: KnowledgeEntry) -> Judged? {
    let analyzed = cache.analysis(of: entry, by: analyzer)
    return judge.judge(claim, against: analyzed).map { Judged(entry: entry, stance: $0) }
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
      // Who denies a denial may have been misread.
      case .denied: analyzed.negationCount == 0 || !decision.verdict.label.isFlagged
      case .reported: decision.verdict.label == .supported
      case .questioned, .figurative, .personal: false
      }
    return mayStand ? nil : .unsupported(.needsContext, nearest: decision.verdict.evidence + decision.verdict.nearest)
  }

  private func abstention(on claim: Claim, analyzed: AnalyzedText, judged: [Judged]) -> CheckedClaim {
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

/// An entry with the stance of a claim towards it.
private struct Judged: Sendable {
  let entry: KnowledgeEntry
  let stance: StanceJudgement

  /// The stance of an author who says that the claim is not so. Who denies the stronger form may grant the weaker one.
  func turned() -> Judged {
    let relation: StanceJudgement.Relation =
      switch stance.relation {
      case .asserts: .denies
      case .denies: .asserts
      case .exceeds, .neither: .neither
      }
    return Judged(
      entry: entry,
      stance: StanceJudgement(
        relation: relation, confidence: stance.confidence, facets: stance.facets, phrasing: stance.phrasing))
  }

  func foremostEvidence(_ gate: Gate) -> Evidence? {
    gate.evidence(
      from: entry, stances: Set(Statement.Stance.allCases), relation: .neither, score: stance.confidence
    ).first
  }
}

/// A verdict that an entry would give.
private struct Decision: Sendable {
  let judged: Judged
  let verdict: Verdict

  var rank: Double { judged.stance.confidence }

  init?(_ judged: Judged, table: VerdictTable) {
    guard let verdict = table.verdict(for: judged.stance, on: judged.entry) else { return nil }
    self.judged = judged
    self.verdict = verdict
  }
}

/// Analyses of entries, made once each.
private final class EntryCache: Sendable {
  private let analyses = Mutex<[String: AnalyzedEntry]>([:])

  func analysis(of entry: KnowledgeEntry, by analyzer: TextAnalyzer) -> AnalyzedEntry {
    if let known = analyses.withLock({ $0[entry.id] }) { return known }
    let analysis = AnalyzedEntry(entry, analyzer: analyzer)
    analyses.withLock { $0[entry.id] = analysis }
    return analysis
  }
}
