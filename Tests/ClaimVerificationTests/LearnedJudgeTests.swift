import FactCheckCore
import TestSupport
import Testing

@testable import ClaimVerification

/// Says of each pair what its evidence is told to say: “+” at the end is support, “-” refutation.
private struct SignModel: StanceEstimating {
  func estimates(of pairs: [ClaimEvidencePair]) -> [StanceEstimate] {
    pairs.map { pair in
      switch pair.evidence.last {
      case "+": StanceEstimate(support: 0.9, refute: 0.05)
      case "-": StanceEstimate(support: 0.05, refute: 0.9)
      default: StanceEstimate(support: 0.02, refute: 0.02)
      }
    }
  }
}

@Suite struct LearnedJudgeTests {
  /// Weighs only what the model says for the claim asserting or denying.
  private static let classifier: StanceClassifier = {
    let names = StanceFeatures.names
    var weights = [[Double]](repeating: .init(repeating: 0, count: names.count + 1), count: 4)
    for (index, name) in ["asserts-most", "denies-most"].enumerated() {
      if let column = names.firstIndex(of: name) { weights[index][column] = 2 }
    }
    return StanceClassifier(
      features: names, means: names.map { _ in 0 }, scales: names.map { _ in 1 }, weights: weights)
  }()

  private func verifier(gate: GateSettings? = nil) throws -> ClaimVerifier {
    ClaimVerifier(
      analyzer: try ShippedData.analyzer(),
      settings: try ShippedData.value(of: VerificationSettings.self, at: "verification/settings.json"),
      gate: gate ?? GateSettings(accusationThreshold: 0.8, supportThreshold: 0.7, measurement: nil),
      organizations: organizations, learned: LearnedJudge(model: SignModel(), classifier: Self.classifier))
  }

  private func candidate(
    _ proposition: String, assertedAs: [String] = [], deniedAs: [String] = [], notThis: [String] = [],
    similarities: [Double] = []
  ) throws -> Candidate {
    let entry = try KnowledgeEntry.fixture(
      proposition, assertedAs: assertedAs, deniedAs: deniedAs, notThis: notThis, statements: [.by("college", .denies)])
    return Candidate(
      entry: entry, score: 1, matched: Phrasing(role: .proposition, text: proposition), similarities: similarities)
  }

  private func label(
    _ candidate: Candidate, gate: GateSettings? = nil, of text: String = "wording that no rule knows"
  ) throws -> Verdict.Label {
    let claim = Claim(span: TextSpan(start: 0, end: text.utf8.count), quote: text, text: text, attribution: .asserted)
    return try verifier(gate: gate).check(claim, against: [candidate]).verdict.label
  }

  @Test func `the model decides where the rules see nothing`() throws {
    #expect(try label(candidate("Garlic cures cancer +")) == .contradicted)
    #expect(try label(candidate("Garlic cures cancer -")) == .supported)
    #expect(try label(candidate("Garlic cures cancer")) == .unsupported)
  }

  @Test func `where model and rules read the contrary, neither counts`() throws {
    #expect(try label(candidate("Garlic cures cancer -"), of: "Garlic cures cancer") == .unsupported)
    #expect(try label(candidate("Garlic cures cancer +"), of: "Garlic cures cancer") == .contradicted)
  }

  @Test func `to support a denial is to deny, and to refute it is to assert`() throws {
    #expect(try label(candidate("Garlic cures cancer", deniedAs: ["no it does not +"])) == .supported)
    #expect(try label(candidate("Garlic cures cancer", deniedAs: ["no it does not -"])) == .contradicted)
  }

  @Test func `of each role the nearest text is read`() throws {
    let candidate = try candidate(
      "Garlic cures cancer", assertedAs: ["far +", "near"], similarities: [0.5, 0.4, 0.9, 0.4])
    #expect(ChosenText.texts(of: candidate).map(\.phrasing.text) == ["Garlic cures cancer", "near"])
    #expect(try label(candidate) == .unsupported)
  }

  @Test func `what is far from the claim is not read`() throws {
    #expect(try label(candidate("Garlic cures cancer +", similarities: [0.1, 0.1])) == .unsupported)
  }

  @Test func `below the threshold nothing is said`() throws {
    let strict = GateSettings(accusationThreshold: 1, supportThreshold: 1, measurement: nil)
    #expect(try label(candidate("Garlic cures cancer +"), gate: strict) == .unsupported)
  }

  @Test func `a classifier for other features is not usable`() {
    #expect(StanceClassifier.blank.isUsable)
    let names = StanceFeatures.names
    let zeros = [Double](repeating: 0, count: names.count + 1)
    func classifier(_ features: [String], scale: Double = 1, rows: Int = 4) -> StanceClassifier {
      StanceClassifier(
        features: features, means: features.map { _ in 0 }, scales: features.map { _ in scale },
        weights: .init(repeating: zeros, count: rows))
    }
    #expect(classifier(names).isUsable)
    #expect(!classifier(names.reversed()).isUsable)
    #expect(!classifier(Array(names.dropLast())).isUsable)
    #expect(!classifier(names, scale: 0).isUsable)
    #expect(!classifier(names, rows: 3).isUsable)
  }

  @Test func `the stance towards a piece of evidence is the model's`() throws {
    #expect(try verifier().stance(of: "anything", towards: "so -").label == .refute)
  }
}
