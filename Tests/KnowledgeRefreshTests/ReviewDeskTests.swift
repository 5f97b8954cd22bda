import FactCheckCore
import Foundation
import KnowledgeBase
import KnowledgeRefresh
import TestSupport
import Testing

@Suite struct ReviewDeskTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func proposal(_ sentence: String, organization: String = "joints") throws -> Proposal {
    let pages = FakePages([.feed(Workshop.rss([sentence]))])
    _ = try workshop.refresher(pages).refresh(workshop.feed(organization: organization), isForced: true)
    return try #require(try workshop.store.proposals().first)
  }

  private func conflict() throws -> Proposal { try proposal("Nettle tea brings lasting relief from gouty attacks") }

  @Test func `a conflict cannot simply be added`() throws {
    let before = try workshop.entryText
    #expect(throws: KnowledgeRefreshError.self) {
      try workshop.desk().accept(try conflict(), Acceptance(.added, by: "A"))
    }
    #expect(try workshop.entryText == before)
    #expect(try workshop.store.proposals().count == 1)
  }

  @Test func `what is set aside is kept with its reason and changes no verdict`() throws {
    let plan = try workshop.desk().accept(
      try conflict(), Acceptance(.setAside, reason: "rewritten without new evidence", by: "A"))
    let entry = try workshop.entry()
    #expect(entry.verdict == .refuted)
    #expect(entry.statements.count == 3)
    #expect(entry.statements[2].status == .setAside)
    #expect(entry.statements[2].why == "rewritten without new evidence")
    #expect(entry.statements[2].published == CalendarDate(year: 2025, month: 11, day: 17))
    #expect(plan?.diff.contains("+    status: set-aside\n") == true)
    #expect(try workshop.store.proposals().isEmpty)
  }

  @Test func `a position that was changed supersedes the old one`() throws {
    let entry = try workshop.entryText.replacing("organization: herbs", with: "organization: joints")
    try workshop.folder.write(entry, to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    // Superseding all that refutes the proposition would leave its verdict without grounds: lint says so, and nothing changes.
    #expect(throws: KnowledgeRefreshError.self) {
      try workshop.desk().accept(try conflict(), Acceptance(.superseded, reason: "new trials", by: "A"))
    }
    #expect(try workshop.entryText == entry)
  }

  @Test func `what a body says already is not added once more`() throws {
    let text = try workshop.entryText.replacing("organization: joints", with: "organization: others")
    try workshop.folder.write(text, to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    let proposal = try proposal("Nettle tea does not cure any painful gout attack")
    try workshop.folder.write(
      text.replacing("organization: others", with: "organization: joints"),
      to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    #expect(throws: KnowledgeRefreshError.self) { try workshop.desk().accept(proposal, Acceptance(.added, by: "A")) }
  }

  @Test func `a verdict is changed by two people, with a reason`() throws {
    let unsettled = try workshop.entryText.replacing("verdict: refuted", with: "verdict: unsettled")
      .replacing("stance: denies", with: "stance: limits")
    try workshop.folder.write(unsettled, to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    let herbs = try String(contentsOfFile: "\(workshop.knowledgeBase)/organizations/herbs.yaml", encoding: .utf8)
    try workshop.folder.write(
      herbs.replacing("herbs.example", with: "joints.example"), to: "KnowledgeBase/organizations/herbs.yaml")
    func accept(_ verdict: KnowledgeEntry.Verdict?, reason: String, by who: String) throws -> ReviewPlan? {
      let proposal = try #require(try workshop.store.proposals().first)
      return try workshop.desk().accept(
        proposal,
        Acceptance(.superseded, verdict: verdict, strength: verdict == nil ? nil : .cures, reason: reason, by: who))
    }
    _ = try proposal("Nettle tea brings lasting relief from gouty attacks")
    #expect(try accept(nil, reason: "a trial", by: "A") != nil)
    #expect(try workshop.entry().statements.map(\.status) == [.superseded, .active, .active])
    _ = try proposal("Nettle tea brings an end to gout, as a new guideline has it", organization: "herbs")
    #expect(throws: KnowledgeRefreshError.self) { try accept(.supported, reason: "", by: "A") }
    #expect(try accept(.supported, reason: "both bodies say so now", by: "A") == nil)
    #expect(throws: KnowledgeRefreshError.self) { try accept(.supported, reason: "both bodies say so now", by: "A") }
    let seconding = try #require(try workshop.store.proposals().first)
    #expect(try workshop.desk().accept(seconding, Acceptance(.added, by: "B")) != nil, "B says yes to what A wants")
    #expect(try workshop.entry().verdict == .supported)
    #expect(try workshop.store.audit().last?.why == "superseded: both bodies say so now")
  }

  @Test func `bodies that disagree make an entry mixed, with the reason`() throws {
    let acceptance = { Acceptance(.disputed, strength: .cures, reason: "The society has a new trial.", by: $0) }
    #expect(try workshop.desk().accept(try conflict(), acceptance("A")) == nil, "a verdict changes only by two people")
    try workshop.desk().accept(try #require(try workshop.store.proposals().first), acceptance("B"))
    let entry = try workshop.entry()
    #expect(entry.verdict == .mixed)
    #expect(entry.conflict == "The society has a new trial.")
    #expect(entry.statements.map(\.status) == [.active, .active, .active])
  }

  @Test func `every ending but added needs a reason`() throws {
    let proposal = try conflict()
    for resolution in Resolution.allCases where resolution != .added {
      #expect(throws: KnowledgeRefreshError.self) {
        try workshop.desk().accept(proposal, Acceptance(resolution, by: "A"))
      }
    }
  }

  @Test func `the words of a publisher are copied only where its licence allows it`() throws {
    let body = try String(contentsOfFile: "\(workshop.knowledgeBase)/organizations/joints.yaml", encoding: .utf8)
    try workshop.folder.write(
      body.replacing("licence: public-domain", with: "licence: link-only"),
      to: "KnowledgeBase/organizations/joints.yaml")
    let proposal = try conflict()
    let reason = "one old trial"
    #expect(throws: KnowledgeRefreshError.self) {
      try workshop.desk().accept(proposal, Acceptance(.setAside, reason: reason, by: "A"))
    }
    try workshop.desk().accept(
      proposal, Acceptance(.setAside, text: "The society says that the tea relieves attacks.", reason: reason, by: "A"))
    #expect(try workshop.entry().statements[2].text == "The society says that the tea relieves attacks.")
  }

  @Test func `high harm needs two people`() throws {
    try workshop.folder.write(
      try workshop.entryText.replacing("harm: moderate", with: "harm: high"),
      to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    let acceptance = { Acceptance(.setAside, reason: "one old trial", by: $0) }
    #expect(try workshop.desk().accept(try conflict(), acceptance("A")) == nil)
    let seconding = try #require(try workshop.store.proposals().first)
    #expect(seconding.state == .seconding)
    #expect(throws: KnowledgeRefreshError.self) { try workshop.desk().accept(seconding, acceptance("A")) }
    #expect(try workshop.desk().accept(seconding, acceptance("B")) != nil)
    #expect(try workshop.store.audit().map(\.who) == ["A", "B"])
  }

  @Test func `what was decided is not decided again`() throws {
    let proposal = try conflict()
    let acceptance = Acceptance(.setAside, reason: "one old trial", by: "A")
    try workshop.desk().accept(proposal, acceptance)
    let text = try workshop.entryText
    #expect(throws: KnowledgeRefreshError.self) { try workshop.desk().accept(proposal, acceptance) }
    #expect(try workshop.entryText == text)
    let decided = try workshop.store.proposal(proposal.id)
    #expect(throws: KnowledgeRefreshError.self) { try workshop.desk().reject(decided, reason: "late", by: "B") }
  }

  @Test func `a change in the editor is checked like any other`() throws {
    let proposal = try conflict()
    let before = try workshop.entryText
    func accept(edited: (String) -> String) throws -> String {
      var acceptance = Acceptance(.setAside, reason: "one old trial", by: "A")
      let text = edited(try workshop.desk().draft(proposal, acceptance).after)
      acceptance.edit = Acceptance.Edit(entry: "gout/nettle-tea", before: before, after: text)
      _ = try workshop.desk().accept(proposal, acceptance)
      return text
    }
    #expect(throws: KnowledgeRefreshError.self) {
      try accept { $0.replacing("verdict: refuted", with: "verdict: maybe") }
    }
    let edited = try accept { $0.replacing("Nettle tea brings lasting relief", with: "The tea brings lasting relief") }
    #expect(try workshop.entryText == edited)
  }

  @Test func `an edit of a file that has changed in the meantime is refused`() throws {
    let proposal = try conflict()
    var acceptance = Acceptance(.setAside, reason: "one old trial", by: "A")
    let plan = try workshop.desk().draft(proposal, acceptance)
    acceptance.edit = Acceptance.Edit(entry: plan.entry, before: plan.before, after: plan.after)
    let changed = plan.before + "# seen by B\n"
    try workshop.folder.write(changed, to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    #expect(throws: KnowledgeRefreshError.self) { try workshop.desk().accept(proposal, acceptance) }
    #expect(try workshop.entryText == changed)
  }
}
