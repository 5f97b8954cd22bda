import FactCheckCore
import KnowledgeRefresh
import TestSupport
import Testing

/// Entries that begin with a proposal.
@Suite struct NewEntryTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func fasting(_ entry: String = "gout/fasting") throws -> Proposal {
    let pages = FakePages([.feed(Workshop.rss(["Long fasts cause gout"]))])
    _ = try workshop.refresher(pages).refresh(workshop.feed(), isForced: true)
    return try #require(try workshop.store.proposals().first).about(entry, stance: .affirms)
  }

  private static let phrasings = """
    asserted_as:
      - fasting brings on gout
      - skipping meals gives you gout attacks
      - you get gout from fasting
      - going without food sets off a gout attack
      - fasts trigger attacks of gout
    denied_as:
      - fasting does not bring on gout
      - skipping meals has nothing to do with gout
      - no fast ever set off a gout attack
    not_this:
      - Losing weight slowly helps people with gout.

    """

  /// A verdict of `supported` takes two bodies.
  private static let secondBody = """
      - organization: herbs
        stance: affirms
        text: Fasting raises uric acid and causes attacks of gout.
        url: https://www.herbs.example/fasting
        licence: link-only
        status: active
    review:
    """

  private func beginsEntry(_ proposal: Proposal, by who: String) throws -> ReviewPlan? {
    var acceptance = Acceptance(.added, by: who)
    let outline = try workshop.desk().draft(proposal, acceptance)
    let text = outline.after.replacing("asserted_as: []\ndenied_as: []\nnot_this: []\n", with: Self.phrasings)
      .replacing("strength: none", with: "strength: causes").replacing("harm: high", with: "harm: low")
      .replacing("review:", with: Self.secondBody)
    acceptance.edit = Acceptance.Edit(entry: outline.entry, before: outline.before, after: text)
    return try workshop.desk().accept(proposal, acceptance)
  }

  @Test func `a proposal that no entry is about begins one, which two people accept`() throws {
    let proposal = try fasting()
    #expect(throws: KnowledgeRefreshError.self) {
      try workshop.desk().accept(proposal, Acceptance(.added, by: "A"))
    }
    #expect(try beginsEntry(proposal, by: "A") == nil)
    #expect(try workshop.entry(named: "gout/fasting") == nil)
    let seconding = try workshop.store.proposal(proposal.id)
    #expect(throws: KnowledgeRefreshError.self) {
      try workshop.desk().accept(seconding, Acceptance(.added, by: "A"))
    }
    let plan = try workshop.desk().accept(seconding, Acceptance(.added, by: "B"))
    #expect(plan?.diff.hasPrefix("--- /dev/null\n+++ b/KnowledgeBase/entries/gout/fasting.yaml\n") == true)
    let entry = try #require(try workshop.entry(named: "gout/fasting"))
    #expect(entry.verdict == .supported)
    #expect(entry.proposition == "Long fasts cause gout.")
    #expect(entry.statements.map(\.organization) == ["joints", "herbs"])
  }

  @Test func `who wants something else than the first person does not second it`() throws {
    let proposal = try fasting()
    _ = try beginsEntry(proposal, by: "A")
    let seconding = try workshop.store.proposal(proposal.id)
    var other = Acceptance(.added, by: "B")
    let draft = try workshop.desk().draft(seconding, other).after
    #expect(draft.contains("herbs"), "B begins where A has ended")
    let text = draft.replacing("harm: low", with: "harm: moderate")
    other.edit = Acceptance.Edit(entry: "gout/fasting", before: "", after: text)
    #expect(try workshop.desk().accept(seconding, other) == nil)
    let again = try workshop.store.proposal(proposal.id)
    #expect(again.decision?.by == "B")
    #expect(try workshop.desk().accept(again, Acceptance(.added, by: "A")) != nil)
    #expect(try workshop.entry(named: "gout/fasting")?.harm == .moderate)
  }

  @Test func `an unfinished outline is refused and leaves nothing behind`() throws {
    let proposal = try fasting()
    var acceptance = Acceptance(.added, by: "A")
    let outline = try workshop.desk().draft(proposal, acceptance)
    acceptance.edit = Acceptance.Edit(entry: outline.entry, before: "", after: outline.after)
    #expect(throws: KnowledgeRefreshError.self) { try workshop.desk().accept(proposal, acceptance) }
    #expect(try workshop.store.proposal(proposal.id).state == .open)
  }

  @Test(arguments: ["gout", "../gout/fasting", "gout/../../fasting", "Gout/Fasting", "gout/fasting.yaml", "gout/"])
  func `an entry begins only below the folder of entries`(id: String) throws {
    let proposal = try fasting(id)
    #expect(throws: KnowledgeRefreshError.self) {
      try workshop.desk().draft(proposal, Acceptance(.added, by: "A"))
    }
  }
}
