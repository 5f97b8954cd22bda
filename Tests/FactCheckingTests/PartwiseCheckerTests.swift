import FactCheckCore
import FactChecking
import Testing

/// Verdicts on parts of a claim, by stages that a test can see through.
@Suite struct PartwiseCheckerTests {
  private func verdicts(on text: String, parts: [String]) throws -> [String] {
    let stages = try WordStages()
    let found = try parts.map { part in
      let range = try #require(text.utf8.firstRange(of: part.utf8))
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return Claim(
        span: TextSpan(start: start, end: start + part.utf8.count), quote: part, text: part, attribution: .asserted)
    }
    let claim = Claim(
      span: TextSpan(start: 0, end: text.utf8.count), quote: text, text: text, attribution: .asserted, parts: found)
    return try PartwiseChecker(retriever: stages, verifier: stages).check(claim).map {
      "\($0.claim.quote): \($0.verdict.label.rawValue)"
    }
  }

  @Test func `a claim that has a verdict is taken whole`() throws {
    #expect(try verdicts(on: "right, you know", parts: ["right", "you know"]) == ["right, you know: supported"])
  }

  @Test func `a claim that has none is taken in parts, in the order of the text`() throws {
    let found = try verdicts(on: "wrong, but that is right", parts: ["that is right", "wrong"])
    #expect(found == ["wrong: contradicted", "that is right: supported"])
  }

  @Test func `without a part that has one it stays whole`() throws {
    #expect(try verdicts(on: "well, you know", parts: ["well", "you know"]) == ["well, you know: unsupported"])
  }

  @Test func `what the claim does not say is no part of it`() throws {
    #expect(
      try verdicts(on: "unsaid, wrong and right", parts: ["unsaid, wrong"]) == ["unsaid, wrong and right: unsupported"])
  }

  @Test func `of parts that overlap the shorter and surer is taken`() throws {
    let found = try verdicts(on: "wrong, I say, and right", parts: ["wrong, I say", "wrong"])
    #expect(found == ["wrong: contradicted"])
  }

  @Test func `parts that overlap and differ give no verdict`() throws {
    let text = "so right it is wrong, right"
    #expect(try verdicts(on: text, parts: ["so right it is", "it is wrong"]) == [text + ": unsupported"])
    #expect(try verdicts(on: text, parts: ["so right it", "is wrong"]).count == 2)
  }
}

/// What has the word “right” is supported, what has “wrong” contradicted, and what has both or neither is neither; the shorter
/// the surer. A claim does not say what has “unsaid” in it.
private struct WordStages: EvidenceRetrieving, ClaimVerifying {
  private let grounds: Grounds

  init() throws {
    let organization = Organization(
      id: "words", name: "Word Society", kind: .professionalSociety, country: "INT", hosts: [])
    grounds = Grounds(
      Evidence(
        entry: "words/right", relation: .asserts, score: 1,
        statement: Statement(organization: "words", stance: .affirms, text: "Right."), organization: organization))
  }

  func candidates(for text: String, limit: Int) -> [Candidate] { [] }

  func check(_ claim: Claim, against candidates: [Candidate]) -> CheckedClaim {
    let verdict: Verdict =
      switch (claim.text.contains("right"), claim.text.contains("wrong")) {
      case (true, false): .supported(grounds)
      case (false, true): .contradicted(grounds)
      default: .unsupported(.topicNotCovered, nearest: [])
      }
    return CheckedClaim(claim: claim, verdict: verdict, confidence: 1 / Double(claim.text.utf8.count))
  }

  func judgements(of claim: Claim, on candidates: [Candidate]) -> [EntryJudgement] { [] }

  func features(of text: String, towards candidates: [Candidate]) -> [[Double]?] { [] }

  func stance(of claim: String, towards evidence: String) -> StanceEstimate {
    StanceEstimate(support: claim.contains("unsaid") ? 0 : 1, refute: 0)
  }
}
