import FactCheckCore
import Reporting
import Testing

@Suite struct KnowledgeReporterTests {
  private func entry() throws -> KnowledgeEntry {
    var old = try Samples.statement(Samples.herbs, "Nettle tea is worth a try.")
    old.status = .superseded
    old.since = try Samples.date("2022-04-26")
    old.why = "Replaced by the guideline of 2022."
    old.checked = nil
    return KnowledgeEntry(
      id: "gout/nettle-tea", proposition: "Nettle tea cures gout.", verdict: .refuted, population: .init(who: "adults"),
      harm: .moderate,
      assertedAs: [
        "nettle tea gets rid of gout for good", "a cup of stinging nettle a day is what it takes to be cured of gout",
      ],
      deniedAs: [], notThis: ["Nettle tea can be drunk by people with gout."],
      statements: [
        try Samples.statement(
          Samples.joints, "No herbal tea cures gout. Medicines that lower uric acid prevent attacks."), old,
      ],
      review: .init(on: try Samples.date("2026-11-22"), due: try Samples.date("2027-11-22")))
  }

  @Test func `an entry is shown with its statements`() throws {
    let shown = KnowledgeReporter(width: 72).render(try entry(), organizations: ["joints": Samples.joints])
    try Snapshot.expect(shown, "entry.txt")
  }

  @Test func `candidates are shown with their scores`() throws {
    let entry = try entry()
    let phrasing = Phrasing(role: .proposition, text: entry.proposition)
    let found = [12.34, 7].map { Candidate(entry: entry, score: $0, matched: phrasing) }
    #expect(
      KnowledgeReporter().render(found) == """
         12.3  gout/nettle-tea, refuted: Nettle tea cures gout.
          7.0  gout/nettle-tea, refuted: Nettle tea cures gout.

        """)
    #expect(KnowledgeReporter().render([]) == "nothing found\n")
  }

  @Test func `tables have names and texts to the left and numbers to the right`() {
    let tables: [(heading: String, rows: [(name: String, value: String)])] = [
      ("Totals", [("entries", "12"), ("checked", "3 (25 %)"), ("statements", "140")]),
      ("Vetted", [("version", "0.1.0"), ("data", "/usr/share")]), ("Nothing", []),
    ]
    #expect(
      KnowledgeReporter().render(tables: tables) == """
        Totals
          entries      12
          checked       3 (25 %)
          statements  140

        Vetted
          version  0.1.0
          data     /usr/share

        Nothing

        """)
  }
}
