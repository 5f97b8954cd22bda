import FactCheckCore
import Testing

@testable import ClaimVerification

@Suite struct StanceJudgeTests {
  private let verifier: ClaimVerifier

  init() throws { verifier = try ClaimVerifier.shipped() }

  private func stance(_ text: String, _ entry: KnowledgeEntry) -> StanceJudgement.Relation? {
    verifier.ruling(of: text, on: entry)?.relation
  }

  @Test(arguments: [
    ("Garlic cures cancer", StanceJudgement.Relation.asserts),
    ("garlic heals cancer", .asserts),
    ("cancer can be cured with garlic", .asserts),
    ("Garlic does not cure cancer", .denies),
    ("There is no evidence that garlic cures cancer", .denies),
    ("Garlic is tasty", .neither),
    ("Onions cure cancer", .neither),
  ])
  func `a claim asserts, denies or says something else`(text: String, relation: StanceJudgement.Relation) throws {
    let stance = try #require(verifier.ruling(of: text, on: try .fixture()))
    // The confidence of a stance below the gate is that of something else.
    #expect(stance.confidence < 0.6 ? relation == .neither : stance.relation == relation)
  }

  @Test func `phrasings speak for or against the proposition`() throws {
    let entry = try KnowledgeEntry.fixture(
      assertedAs: ["tumours melt away when you eat garlic"], deniedAs: ["garlic leaves tumours as they are"])
    #expect(stance("tumours melt away when you eat garlic", entry) == .asserts)
    #expect(stance("garlic leaves tumours as they are", entry) == .denies)
  }

  @Test func `a near-miss that fits better wins`() throws {
    let entry = try KnowledgeEntry.fixture("Garlic cures colds.", notThis: ["Garlic eases colds in adults."])
    #expect(stance("Garlic cures colds", entry) == .asserts)
    #expect(stance("garlic eases colds in an adult", entry) == .neither)
  }

  @Test func `a phrasing to the contrary that fits as well makes it abstain`() throws {
    let entry = try KnowledgeEntry.fixture(
      "Raw garlic cures colds.", deniedAs: ["cooked garlic is a cure for colds"])
    #expect(stance("garlic cures colds", entry) == .neither)
  }

  @Test func `a group that only the claim names is told`() throws {
    let entry = try KnowledgeEntry.fixture("Aspirin prevents a heart attack.")
    let stance = try #require(verifier.ruling(of: "Aspirin prevents a heart attack in children", on: entry))
    #expect(stance.facets.contains(.population))
  }

  @Test(arguments: [
    ("Aspirin is safe for children", "Aspirin is safe for adults."),
    ("Aspirin is not safe for women", "Aspirin is safe for men."),
  ])
  func `another group of people is another claim`(text: String, proposition: String) throws {
    #expect(stance(text, try .fixture(proposition)) == .neither)
  }

  @Test(arguments: [
    (KnowledgeEntry.Strength.relieves, "Garlic eases colds.", "Garlic cures colds", Facet.strength),
    (.treats, "Garlic treats colds.", "Garlic cures colds", .strength),
    (.linked, "Obesity is linked to cancer.", "Obesity causes cancer", .strength),
    (.reducesRisk, "Garlic lowers the risk of colds.", "Garlic always prevents colds", .certainty),
  ])
  func `a stronger form exceeds what is granted`(
    strength: KnowledgeEntry.Strength, proposition: String, text: String, facet: Facet
  ) throws {
    let entry = try KnowledgeEntry.fixture(
      proposition, verdict: .supported, strength: strength, statements: [.by("college", .affirms)])
    let stance = try #require(verifier.ruling(of: text, on: entry))
    #expect(stance.relation == .exceeds)
    #expect(stance.facets.contains(facet))
  }

  @Test(arguments: [
    ("Garlic eases colds", KnowledgeEntry.Strength.relieves), ("Garlic may cure colds", .cures),
    ("Garlic does not cure colds", .relieves),
  ])
  func `the same or a weaker form does not exceed`(text: String, strength: KnowledgeEntry.Strength) throws {
    let entry = try KnowledgeEntry.fixture(
      "Garlic eases colds.", verdict: .supported, strength: strength, statements: [.by("college", .affirms)])
    #expect(stance(text, entry) != .exceeds)
  }

  @Test func `a hedge makes a claim less certain`() throws {
    let plain = try #require(verifier.ruling(of: "Garlic cures cancer now", on: try .fixture()))
    let hedged = try #require(verifier.ruling(of: "Garlic might cure cancer now", on: try .fixture()))
    #expect(hedged.confidence < plain.confidence)
  }

  @Test(arguments: [
    ("Garlic cures cancer", "Garlic heals cancer.", StanceEstimate.Label.support),
    ("Garlic does not cure cancer", "Garlic cures cancer.", .refute),
    ("Onions cure warts", "Garlic cures cancer.", .neutral),
  ])
  func `a stance is found without an entry`(claim: String, evidence: String, label: StanceEstimate.Label) throws {
    #expect(try verifier.stance(of: claim, towards: evidence).label == label)
  }
}
