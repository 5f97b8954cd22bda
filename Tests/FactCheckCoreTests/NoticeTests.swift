import FactCheckCore
import Testing

@Suite struct NoticeTests {
  private func claim(_ verdict: Verdict) -> CheckedClaim {
    let claim = Claim(span: TextSpan(start: 0, end: 3), quote: "Tea", text: "Tea", attribution: .asserted)
    return CheckedClaim(claim: claim, verdict: verdict, confidence: 0.5)
  }

  private func evidence(_ entry: String) throws -> Evidence {
    let organization = Organization(
      id: "joints", name: "Joint Society", kind: .professionalSociety, country: "INT", hosts: [])
    return Evidence(
      entry: entry, relation: .asserts, score: 1,
      statement: Statement(organization: "joints", stance: .denies, text: "No."), organization: organization)
  }

  private func notice(_ item: String, naming entries: [String]) throws -> Notice {
    let day = try #require(CalendarDate(year: 2026, month: 11, day: 10))
    return Notice(
      feed: "alerts", publisher: "Alerts", organization: "joints", item: item, title: item,
      link: "https://joints.example/", published: day, expires: day.adding(days: 90), entries: entries)
  }

  @Test func `a notice stands beside each claim on an entry that it names, and changes no verdict`() throws {
    let verdicts: [Verdict] = [
      .contradicted(Grounds(try evidence("gout/nettle-tea"))),
      .unsupported(.noMatchingStatement, nearest: [try evidence("gout/cherries")]),
      .unsupported(.topicNotCovered, nearest: []),
    ]
    let knowledge = FactCheckReport.KnowledgeBaseSummary(digest: "", entries: 2, statements: 2, newest: nil)
    let report = FactCheckReport(
      document: Document(plainText: "Tea"), digest: "",
      engine: .init(version: "1", model: nil, knowledgeBase: knowledge),
      claims: verdicts.map(claim), diagnostics: [])
    let noted = report.noting([
      try notice("tea", naming: ["gout/nettle-tea"]), try notice("both", naming: ["gout/cherries", "gout/nettle-tea"]),
      try notice("other", naming: ["gout/other"]), try notice("none", naming: []),
    ])
    #expect(noted.claims.map { $0.notices.map(\.item) } == [["tea", "both"], ["both"], []])
    #expect(noted.claims.map(\.verdict) == verdicts)
  }
}
