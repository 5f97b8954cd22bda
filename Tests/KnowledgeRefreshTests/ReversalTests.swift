import FactCheckCore
import Foundation
import KnowledgeBase
import KnowledgeRefresh
import TestSupport
import Testing

/// On 2025-11-19 the CDC rewrote its page on autism and vaccines without new evidence, against AAP, IDSA, AMA and WHO. Had it
/// come by a feed, nothing would have flipped.
@Suite struct ReversalTests {
  private let workshop: Workshop
  private static let entry = "vaccines/mmr-autism"

  init() throws {
    workshop = try Workshop()
    let shipped = URL(filePath: #filePath).appending(path: "../../../KnowledgeBase").standardized
    for name in try FileManager.default.contentsOfDirectory(atPath: "\(shipped.path)/organizations") {
      let text = try String(contentsOfFile: "\(shipped.path)/organizations/\(name)", encoding: .utf8)
      try workshop.folder.write(text, to: "KnowledgeBase/organizations/\(name)")
    }
    let text = try String(contentsOfFile: "\(shipped.path)/entries/\(Self.entry).yaml", encoding: .utf8)
    try workshop.folder.write(text, to: "KnowledgeBase/entries/\(Self.entry).yaml")
  }

  private func mmr() throws -> KnowledgeEntry {
    try #require(try KnowledgeSource(root: workshop.knowledgeBase).entries.first { $0.id == Self.entry }).value
  }

  private func proposal() throws -> Proposal {
    let sentence = "The MMR vaccine as a cause of autism has never been ruled out by studies."
    let source = Proposal.Provenance(
      feed: "cdc-newsroom", organization: "cdc", item: "1", title: "Autism and vaccines",
      link: "https://www.cdc.gov/vaccine-safety/about/autism.html", read: "https://www.cdc.gov/feed.rss",
      published: CalendarDate(year: 2025, month: 11, day: 19), digest: "0", retrieved: try mmr().review.on)
    return Proposal(source: source, sentence: sentence, relation: .conflicts, entry: Self.entry, stance: .affirms)
  }

  @Test func `a trusted body that reverses flips nothing by itself`() throws {
    let before = try mmr()
    #expect(throws: KnowledgeRefreshError.self) {
      try workshop.desk().plan(try proposal(), Acceptance(.added, by: "A"))
    }
    let reason = "rewritten without new evidence, against AAP, IDSA, AMA and WHO"
    let plan = try workshop.desk().plan(try proposal(), Acceptance(.setAside, reason: reason, by: "A"))
    #expect(plan.needsTwo)
    try workshop.folder.write(plan.after, to: "KnowledgeBase/entries/\(Self.entry).yaml")
    let after = try mmr()
    #expect(after.verdict == .refuted)
    #expect(after.statements.count == before.statements.count + 1)
    #expect(after.statements.last?.status == .setAside)
    #expect(after.statements.dropLast().elementsEqual(before.statements))
  }
}
