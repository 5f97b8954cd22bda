import Foundation
import Testing

@testable import WebFetching

@Suite struct ResponseHeadFreshnessTests {
  /// What a head says at 10:00:00 on a day in November 2026.
  private func freshness(_ fields: [String]) throws -> Duration? {
    let head = fields.reduce(into: ResponseHead()) { $0.read($1 + "\r\n") }
    return head.freshness(at: try #require(Date(http: "Mon, 23 Nov 2026 10:00:00 GMT")))
  }

  @Test(
    arguments: [
      ("max-age=600", 600), ("public, MAX-AGE = 600 , must-revalidate", 600), ("max-age=\"600\"", 600),
      ("max-age=0", 0), ("max-age=600, max-age=1", 600), ("max-age=99999999999999999999999", 604_800),
      ("max-age=604801", 604_800), ("s-maxage=1, max-age=600", 600), ("max-age=,max-age=5", 5),
      ("max-age=-1", nil), ("max-age", nil), ("x-max-age=5", nil), ("no-cache", 0),
      ("max-age=5, No-Cache", 0), ("", nil),
    ] as [(String, Int?)])
  func `the largest age is a time in seconds of at most a week`(field: String, seconds: Int?) throws {
    #expect(try freshness(["Cache-Control: \(field)"]) == seconds.map { .seconds($0) })
  }

  @Test func `cache control may stand in several lines`() throws {
    #expect(try freshness(["Cache-Control: public", "Cache-Control: max-age=60"]) == .seconds(60))
  }

  @Test(
    arguments: [
      (["Expires: Mon, 23 Nov 2026 10:05:00 GMT"], 300),
      (["Date: Mon, 23 Nov 2026 10:04:00 GMT", "Expires: Mon, 23 Nov 2026 10:05:00 GMT"], 60),
      (["Date: today", "Expires: Mon, 23 Nov 2026 10:05:00 GMT"], 300),
      (["Expires: Mon, 23 Nov 2026 09:00:00 GMT"], 0), (["Expires: 0"], 0), (["Expires: -1"], 0),
      (["Expires: Sat, 23 Nov 2126 10:00:00 GMT"], 604_800),
      (["Expires: Mon, 23 Nov 2026 10:05:00 GMT", "Cache-Control: max-age=5"], 5),
      (["Expires: Mon, 23 Nov 2026 10:05:00 GMT", "Cache-Control: public"], 300),
      (["Date: Mon, 23 Nov 2026 10:04:00 GMT"], nil), ([], nil),
    ] as [([String], Int?)])
  func `without an age the expiry counts from the date of the answer`(fields: [String], seconds: Int?) throws {
    #expect(try freshness(fields) == seconds.map { .seconds($0) })
  }
}
