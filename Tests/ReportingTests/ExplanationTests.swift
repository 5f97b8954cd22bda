import FactCheckCore
import Testing

@testable import Reporting

@Suite struct ExplanationTests {
  private func text(
    _ verdict: Verdict, attribution: Attribution = .asserted, facets: [Facet] = []
  ) -> String {
    Explanation(of: Samples.checked("«tea»", verdict, attribution: attribution, facets: facets)).text
  }

  private func grounds(_ organizations: Organization...) throws -> Grounds {
    let evidence = try organizations.map { try Samples.evidence($0, "No tea does.") }
    return try #require(Grounds(evidence))
  }

  @Test func `organizations are named, two at most`() throws {
    #expect(text(.contradicted(try grounds(Samples.joints))) == "Joint Society says otherwise.")
    #expect(text(.contradicted(try grounds(Samples.joints, Samples.joints))) == "Joint Society says otherwise.")
    #expect(
      text(.supported(try grounds(Samples.joints, Samples.kidneys)))
        == "Joint Society and College of Kidney Physicians say the same.")
    #expect(
      text(.overstated(try grounds(Samples.joints, Samples.kidneys, Samples.herbs)))
        == "Joint Society and 2 other bodies grant less than this.")
  }

  @Test func `who denies a myth is said to agree`() throws {
    #expect(
      text(.supported(try grounds(Samples.joints)), attribution: .denied)
        == "The author says that it is not so, and Joint Society says the same.")
  }

  @Test func `differences are listed`() throws {
    #expect(
      text(.overstated(try grounds(Samples.joints)), facets: [.certainty, .strength, .quantity])
        == "Joint Society grants less than this. The difference lies in the certainty, strength of the effect and amount."
    )
  }

  @Test(arguments: Facet.allCases) func `each difference has a name`(facet: Facet) {
    #expect(!Explanation.name(of: facet).isEmpty)
  }

  @Test(arguments: UnsupportedReason.allCases, Attribution.allCases)
  func `what is not judged is explained`(reason: UnsupportedReason, attribution: Attribution) throws {
    let alone = text(.unsupported(reason, nearest: []), attribution: attribution)
    #expect(alone.hasSuffix("."))
    #expect(!alone.contains("shown"))
    let nearest = [try Samples.evidence(Samples.joints, "No tea does.")]
    #expect(text(.unsupported(reason, nearest: nearest), attribution: attribution).hasSuffix("."))
  }

  @Test func `an old position has its end`() throws {
    let old = try Samples.evidence(Samples.joints, "Rest helps.") { $0.since = try Samples.date("2022-04-26") }
    #expect(
      text(.outdated(old: Grounds(old), current: try grounds(Samples.joints)))
        == "Joint Society said so until 2022-04-26; today Joint Society says otherwise.")
  }
}
