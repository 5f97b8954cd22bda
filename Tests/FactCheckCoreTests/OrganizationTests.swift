import FactCheckCore
import Testing

@Suite struct OrganizationTests {
  private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

  @Test func `the narrowest window that covers the day decides`() throws {
    let body = Organization(
      id: "body", name: "Body", kind: .publicHealthAgency, country: "US", hosts: ["body.example"],
      trust: [
        .init(topic: "*", from: try day("1900-01-01"), level: .full, reason: "founded"),
        .init(topic: "vaccines", from: try day("2025-11-19"), level: .corroborate, reason: "page rewritten"),
      ])
    #expect(body.trust(on: "vaccines", at: try day("2025-11-18")) == .full)
    #expect(body.trust(on: "vaccines", at: try day("2025-11-19")) == .corroborate)
    #expect(body.trust(on: "flu", at: try day("2026-01-01")) == .full)
  }

  @Test func `the outermost body is found over several steps, and in a circle some end`() {
    func body(_ id: String, in parent: String?) -> Organization {
      Organization(
        id: id, name: id, kind: .researchAgency, country: "US", hosts: ["\(id).example"], parent: parent)
    }
    let bodies = [body("a", in: "b"), body("b", in: "c"), body("c", in: nil), body("x", in: "y"), body("y", in: "x")]
    let known = Dictionary(uniqueKeysWithValues: bodies.map { ($0.id, $0) })
    #expect(["a", "b", "c", "d"].map { Organization.outermost(of: $0, in: known) } == ["c", "c", "c", "d"])
    #expect(Organization.outermost(of: "x", in: known) == "y")
  }
}
