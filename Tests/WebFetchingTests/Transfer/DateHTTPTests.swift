import Foundation
import Testing

@testable import WebFetching

@Suite struct DateHTTPTests {
  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
    "sun, 6 nov 1994 08:49:37 GMT", "Mon, 06 NOV 1994 08:49:37 GMT",
  ]) func `each form of a date is read`(text: String) {
    #expect(Date(http: text)?.timeIntervalSince1970 == 784_111_777)
  }

  @Test(
    arguments: [
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thu, 29 Feb 2024 23:59:60 GMT", 1_709_251_200),
      ("Monday, 01-Jan-69 00:00:00 GMT", 3_124_224_000), ("Thursday, 01-Jan-70 00:00:00 GMT", 0),
    ] as [(String, TimeInterval)])
  func `a date is an instant`(text: String, seconds: TimeInterval) {
    #expect(Date(http: text)?.timeIntervalSince1970 == seconds)
  }

  @Test(arguments: [
    "", "0", "-1", "120", "now", "Sun, 06 Nov 1994", "08:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 PST",
    "Sun, 06 Nov 1994 08:49:37 +0100", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT",
    "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nox 1994 08:49:37 GMT", "Fri, 30 Feb 1994 08:49:37 GMT",
    "Sun, 00 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z", ",,,,", "a b c d e f",
  ]) func `anything else is no date`(text: String) {
    #expect(Date(http: text) == nil)
  }
}
