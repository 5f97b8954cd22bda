import FactCheckCore
import Foundation
import Reporting
import Testing

@Suite struct KnowledgeExporterTests {
  private func entries() throws -> [KnowledgeEntry] {
    let review = KnowledgeEntry.Review(on: try Samples.date("2026-11-22"), due: try Samples.date("2027-11-22"))
    var free = try Samples.statement(Samples.herbs, "Nettle tea is a drink, \"not a cure\",\nfor gout.")
    free.licence = .publicDomain
    free.published = try Samples.date("2025-01-02")
    var old = free
    old.status = .superseded
    old.since = try Samples.date("2022-04-26")
    old.why = "Replaced by the guideline of 2022."
    return [
      KnowledgeEntry(
        id: "gout/nettle-tea", proposition: "Nettle tea cures gout.", verdict: .refuted,
        statements: [try Samples.statement(Samples.joints, "No tea cures gout."), free, old], review: review),
      KnowledgeEntry(
        id: "gout/cherries", proposition: "Cherries prevent attacks of gout.", verdict: .unsettled,
        statements: [try Samples.statement(Samples.joints, "Studies of cherries are too few.")], review: review),
    ]
  }

  private func rendered(
    _ format: KnowledgeExporter.Format, licences: Set<Statement.Licence> = Set(Statement.Licence.allCases)
  ) throws -> String {
    try KnowledgeExporter(licences: licences).render(
      try entries(), organizations: [Samples.herbs, Samples.joints], digest: "sha256:00", as: format)
  }

  private struct Export: Decodable {
    let schema: String
    let entries: [KnowledgeEntry]
    let organizations: [Organization]
  }

  @Test func `JSON reads back as what was written`() throws {
    let export = try JSONDecoder().decode(Export.self, from: Data(try rendered(.json).utf8))
    #expect(export.schema == "vetted.knowledge/1")
    #expect(export.entries == (try entries()))
    #expect(export.organizations == [Samples.herbs, Samples.joints])
  }

  @Test func `a licence leaves out other statements, empty entries and bodies that are no longer named`() throws {
    let export = try JSONDecoder().decode(
      Export.self, from: Data(try rendered(.json, licences: [.publicDomain]).utf8))
    #expect(export.entries.map(\.id) == ["gout/nettle-tea"])
    #expect(export.entries.first?.statements.map(\.licence) == [.publicDomain, .publicDomain])
    #expect(export.organizations == [Samples.herbs])
  }

  @Test func `statements are rows of comma-separated values`() throws {
    try Snapshot.expect(try rendered(.csv), "knowledge.csv")
  }

  @Test func `entries are claim reviews that cite active statements`() throws {
    try Snapshot.expect(try rendered(.claimReview), "knowledge-claimreview.json")
  }
}
