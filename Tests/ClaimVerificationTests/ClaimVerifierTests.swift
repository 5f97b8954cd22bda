import FactCheckCore
import Testing

@testable import ClaimVerification

@Suite struct ClaimVerifierTests {
  private let verifier: ClaimVerifier

  init() throws { verifier = try ClaimVerifier.shipped() }

  private static let asserting = "Garlic cures cancer"
  private static let denying = "Garlic does not cure cancer"

  private func label(
    _ text: String, as attribution: Attribution = .asserted, _ verdict: KnowledgeEntry.Verdict,
    _ statements: Statement...
  ) throws -> Verdict.Label {
    let entry = try KnowledgeEntry.fixture(verdict: verdict, statements: statements)
    return try verifier.check(text, as: attribution, against: [entry]).verdict.label
  }

  // MARK: The table of the design

  @Test(arguments: [
    (KnowledgeEntry.Verdict.refuted, asserting, Verdict.Label.contradicted), (.refuted, denying, .supported),
    (.supported, asserting, .supported), (.supported, denying, .contradicted),
    (.mixed, asserting, .disputed), (.mixed, denying, .disputed),
    (.unsettled, asserting, .unsupported), (.unsettled, denying, .unsupported),
  ])
  func `verdicts follow from the entry's and the stance`(
    entry: KnowledgeEntry.Verdict, text: String, label: Verdict.Label
  ) throws {
    #expect(try self.label(text, entry, .by("college", .affirms), .by("agency", .denies)) == label)
  }

  @Test(arguments: [
    (KnowledgeEntry.Verdict.refuted, Verdict.Label.contradicted), (.supported, .overstated), (.mixed, .overstated),
    (.unsettled, .unsupported),
  ])
  func `verdicts on a stronger form`(verdict: KnowledgeEntry.Verdict, label: Verdict.Label) throws {
    let entry = try KnowledgeEntry.fixture(
      "Garlic treats colds.", verdict: verdict, strength: .treats,
      statements: [.by("college", .limits), .by("agency", .denies)])
    #expect(try verifier.check("Garlic cures colds", against: [entry]).verdict.label == label)
  }

  @Test func `what is unsettled says so and shows the statements`() throws {
    let entry = try KnowledgeEntry.fixture(verdict: .unsettled, statements: [.by("college", .limits)])
    let verdict = try verifier.check(Self.asserting, against: [entry]).verdict
    #expect(verdict.reason == .evidenceUnsettled)
    #expect(verdict.nearest.map(\.organization.id) == ["college"])
  }

  @Test func `a dispute shows both sides`() throws {
    let entry = try KnowledgeEntry.fixture(
      verdict: .mixed, statements: [.by("college", .affirms), .by("agency", .disputes)])
    guard case .disputed(let affirming, let opposing) = try verifier.check(Self.asserting, against: [entry]).verdict
    else {
      Issue.record("no dispute")
      return
    }
    #expect(affirming.all.map(\.organization.id) == ["college"])
    #expect(opposing.all.map(\.organization.id) == ["agency"])
  }

  @Test func `a dispute needs both sides`() throws {
    #expect(try label(Self.asserting, .mixed, .by("college", .affirms)) == .unsupported)
  }

  @Test(arguments: [Statement.Status.superseded, .withdrawn])
  func `what a body said until some day is outdated`(status: Statement.Status) throws {
    let entry = try KnowledgeEntry.fixture(
      statements: [.by("college", .denies), .by("agency", .affirms, status: status)])
    guard case .outdated(let old, let current) = try verifier.check(Self.asserting, against: [entry]).verdict else {
      Issue.record("not outdated")
      return
    }
    #expect(old.all.map(\.statement.status) == [status])
    #expect(current.all.map(\.organization.id) == ["college"])
  }

  // MARK: The accusation gate

  @Test(arguments: [
    ([Statement.by("college", .denies, checked: false)], Verdict.Label.unsupported),
    ([.by("college", .denies)], .contradicted),
    ([.by("college", .denies, checked: false), .by("agency", .denies, checked: false)], .contradicted),
    ([.by("college", .denies, checked: false), .by("college", .denies, checked: false)], .unsupported),
    ([.by("doubtful", .denies)], .unsupported),
    ([.by("doubtful", .denies), .by("wary", .denies)], .unsupported),
    ([.by("doubtful", .denies), .by("college", .denies, checked: false)], .contradicted),
    ([.by("fallen", .denies)], .unsupported),
    ([.by("fallen", .denies), .by("college", .denies, checked: false)], .unsupported),
    ([.by("unknown", .denies)], .unsupported),
    ([.by("college", .denies, status: .stale)], .unsupported),
    ([.by("college", .affirms)], .unsupported),
    ([], .unsupported),
  ])
  func `an accusation needs a checked statement or two bodies`(statements: [Statement], label: Verdict.Label) throws {
    let entry = try KnowledgeEntry.fixture(statements: statements)
    #expect(try verifier.check(Self.asserting, against: [entry]).verdict.label == label)
  }

  @Test func `a body that was set aside is never shown as grounds`() throws {
    let entry = try KnowledgeEntry.fixture(statements: [.by("fallen", .denies), .by("college", .denies)])
    let shown = try verifier.check(Self.asserting, against: [entry]).verdict.evidence.map(\.organization.id)
    #expect(shown == ["college"])
    #expect(try label(Self.denying, .refuted, .by("fallen", .denies)) == .unsupported)
  }

  @Test func `what a body said before it was set aside still counts`() throws {
    #expect(try label(Self.asserting, .refuted, .by("fallen", .denies, published: "2015-01-01")) == .contradicted)
  }

  @Test func `support rests on one statement, checked or not`() throws {
    #expect(try label(Self.denying, .refuted, .by("college", .denies, checked: false)) == .supported)
  }

  @Test func `checked statements come first`() throws {
    let entry = try KnowledgeEntry.fixture(
      statements: [.by("college", .denies, checked: false), .by("agency", .denies)])
    let evidence = try verifier.check(Self.asserting, against: [entry]).verdict.evidence
    #expect(evidence.map(\.organization.id) == ["agency", "college"])
  }

  // MARK: Who says it

  @Test(arguments: [Attribution.questioned, .reported, .figurative, .personal])
  func `what the author does not assert is never accused`(attribution: Attribution) throws {
    let verdict = try verifier.check(Self.asserting, as: attribution, against: [try .fixture()]).verdict
    #expect(verdict.label == .unsupported)
    #expect(verdict.reason == .needsContext)
    #expect(!verdict.nearest.isEmpty)
  }

  @Test(arguments: [Attribution.questioned, .figurative, .personal])
  func `a question is not supported either`(attribution: Attribution) throws {
    #expect(try verifier.check(Self.denying, as: attribution, against: [try .fixture()]).verdict.label == .unsupported)
  }

  @Test func `a myth that is denied is supported, a truth that is denied contradicted`() throws {
    #expect(try label(Self.asserting, as: .denied, .refuted, .by("college", .denies)) == .supported)
    #expect(try label(Self.asserting, as: .denied, .supported, .by("college", .affirms)) == .contradicted)
  }

  @Test(arguments: [denying, "There is no evidence that garlic cures cancer"])
  func `a denial of a denial is never accused`(text: String) throws {
    #expect(try label(text, as: .denied, .refuted, .by("college", .denies)) == .unsupported)
  }

  @Test(arguments: [
    (denying, KnowledgeEntry.Verdict.refuted, Verdict.Label.supported), (denying, .supported, .unsupported),
    (asserting, .refuted, .unsupported),
  ])
  func `a denial in the claim's own words is read as it stands, and never accused`(
    text: String, verdict: KnowledgeEntry.Verdict, label: Verdict.Label
  ) throws {
    let entry = try KnowledgeEntry.fixture(
      verdict: verdict, statements: [.by("college", .affirms), .by("agency", .denies)])
    let found = try verifier.check(text, as: .denied, denialIsOutside: false, against: [entry])
    #expect(found.verdict.label == label)
  }

  @Test func `who denies the stronger form of a truth is not accused`() throws {
    let entry = try KnowledgeEntry.fixture(
      "Garlic treats colds.", verdict: .supported, strength: .treats, statements: [.by("college", .affirms)])
    #expect(try verifier.check("Garlic cures colds", as: .denied, against: [entry]).verdict.label == .unsupported)
  }

  // MARK: Several entries

  @Test func `entries that disagree about as surely give no verdict`() throws {
    let other = try KnowledgeEntry.fixture(
      id: "area/other", verdict: .supported, statements: [.by("college", .affirms)])
    #expect(try verifier.check(Self.asserting, against: [try .fixture(), other]).verdict.label == .unsupported)
  }

  @Test func `the entry that fits best decides`() throws {
    let other = try KnowledgeEntry.fixture(
      id: "area/other", "Onions cure warts.", verdict: .supported, statements: [.by("college", .affirms)])
    for entries in [[try .fixture(), other], [other, try .fixture()]] {
      let checked = try verifier.check(Self.asserting, against: entries)
      #expect(checked.verdict.evidence.map(\.entry) == ["area/slug"])
      #expect(checked.harm == .high)
    }
  }

  // MARK: No verdict

  @Test(arguments: [
    ("Cancer loves garlic", UnsupportedReason.noMatchingStatement), ("Onions cure warts", .topicNotCovered),
    ("Everything is fine", .topicNotCovered),
  ])
  func `the reason tells a topic that is missing from a claim that is`(text: String, reason: UnsupportedReason) throws {
    let entry = try KnowledgeEntry.fixture("Garlic prevents cancer and it is tasty when cooked.")
    let verdict = try verifier.check(text, against: [entry]).verdict
    #expect(verdict.reason == reason)
    #expect(verdict.nearest.isEmpty == (reason == .topicNotCovered))
  }

  @Test func `without candidates the topic is not covered`() throws {
    let checked = try verifier.check(Self.asserting, against: [])
    #expect(checked.verdict == .unsupported(.topicNotCovered, nearest: []))
    #expect(checked.confidence == 0)
  }
}
