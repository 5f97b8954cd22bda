package import FactCheckCore

/// Checks a claim as a whole and, where that gives no verdict, in parts.
///
/// Posts say more than a claim in a breath: “Smoking causes lung cancer, everyone knows that, but vaping is only water”. As
/// a whole that is about no entry. A part is taken where the whole entails it, so that nobody is held to what stands in a
/// condition or in somebody else's mouth, and where no other reading of the same words gives another verdict.
package struct PartwiseChecker: Sendable {
  private let retriever: any EvidenceRetrieving
  private let verifier: any ClaimVerifying

  /// How many entries are looked at for a claim.
  private static let candidateLimit = 8
  /// How sure the verifier has to be that a claim says what a part of it says alone.
  private static let leastEntailment = 0.5

  package init(retriever: any EvidenceRetrieving, verifier: any ClaimVerifying) {
    self.retriever = retriever
    self.verifier = verifier
  }

  /// The claim with its verdict or, where it has none, those of its parts that have one, in the order of the text.
  ///
  /// - Throws: what the knowledge base and the language model throw.
  package func check(_ claim: Claim) throws -> [CheckedClaim] {
    let whole = try verdict(on: claim)
    // What is withheld has a verdict that may not be told: no more may one of its parts.
    guard whole.verdict.label == .unsupported, whole.verdict.reason != .needsContext else { return [whole] }
    let parts = try claim.parts.filter { try isSaid($0, in: claim) }.map(verdict)
    let found = Self.surest(of: parts.filter { $0.verdict.label != .unsupported })
    return found.isEmpty ? [whole] : found
  }

  private func verdict(on claim: Claim) throws -> CheckedClaim {
    try verifier.check(claim, against: retriever.candidates(for: claim.text, limit: Self.candidateLimit))
  }

  private func isSaid(_ part: Claim, in claim: Claim) throws -> Bool {
    try verifier.stance(of: part.text, towards: claim.text).support >= Self.leastEntailment
  }

  /// Of parts that overlap the surest, and none of them where their verdicts differ.
  private static func surest(of parts: [CheckedClaim]) -> [CheckedClaim] {
    func overlap(_ first: CheckedClaim, _ second: CheckedClaim) -> Bool { first.claim.span.overlaps(second.claim.span) }
    let agreed = parts.filter { part in
      !parts.contains { overlap($0, part) && $0.verdict.label != part.verdict.label }
    }
    return agreed.sorted { $0.confidence > $1.confidence }
      .reduce(into: []) { kept, part in if !kept.contains(where: { overlap($0, part) }) { kept.append(part) } }
      .sorted { $0.claim.span.start < $1.claim.span.start }
  }
}
