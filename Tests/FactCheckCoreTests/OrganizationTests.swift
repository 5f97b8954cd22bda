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
}
