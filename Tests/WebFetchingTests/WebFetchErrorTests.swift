import Foundation
import Testing

@testable import WebFetching

@Suite struct WebFetchErrorTests {
  private static let problems: [WebFetchError.Problem] = [
    .refused(AddressPolicy.Refusal(code: .notAnAddress, reason: "this is not a web address")),
    .refused(AddressPolicy.Refusal(code: .privateAddress, reason: "10.0.0.1 is a private address")),
    .hostNotFound("vetted.example"), .lookupFailed("vetted.example", "no server"), .connectionFailed("refused"),
    .timedOut(.lookup, limit: .seconds(1)), .timedOut(.connect, limit: .seconds(1)), .tls("certificate has expired"),
    .timedOut(.firstByte, limit: .seconds(1)), .timedOut(.total, limit: .seconds(1)),
    .status(401, retryAfter: nil), .status(402, retryAfter: nil), .status(403, retryAfter: nil),
    .status(404, retryAfter: nil), .status(410, retryAfter: nil), .status(418, retryAfter: nil),
    .status(429, retryAfter: "9"), .status(451, retryAfter: nil), .status(503, retryAfter: nil),
    .tooLarge(limit: 20_000_000), .headerTooLarge(limit: 65_536), .unsupportedMediaType("image/png"),
    .tooManyRedirects(limit: 10), .redirectToPlainHTTP, .badAnswer("it breaks off"), .cancelled,
  ]

  @Test(arguments: problems)
  func `every problem says where it is and how to go on without the page`(problem: WebFetchError.Problem) {
    let error = WebFetchError(problem, requested: "http://vetted.example", address: "http://vetted.example/")
    #expect(error.description.hasPrefix("Cannot fetch http://vetted.example: "))
    #expect(error.description.hasSuffix("paste the text, or save the page and pass the file."))
    #expect(error.code.wholeMatch(of: /[a-z]+(-[a-z]+)*/) != nil)
  }

  @Test(
    arguments: [
      (
        .status(404, retryAfter: nil),
        "the server answered 404 (there is no such page). Check the address for typing errors, or paste"
      ),
      (
        .status(429, retryAfter: "9"), "the server answered 429 (it gets too many requests). Try again in 9 s, or paste"
      ),
      (
        .status(503, retryAfter: "Mon, 23 Nov 2026 10:00:00 GMT"),
        "(it has trouble of its own). Try again after Mon, 23 Nov 2026 10:00:00 GMT, or paste"
      ),
      (.timedOut(.connect, limit: .milliseconds(1500)), "connecting took longer than 1.5 s. Try again later, or paste"),
      (.tooLarge(limit: 20_000_000), "the page is larger than 20 MB. Instead, paste"),
    ] as [(WebFetchError.Problem, String)])
  func `a problem says what and what to do`(problem: WebFetchError.Problem, expected: String) {
    let error = WebFetchError(problem, requested: "http://vetted.example", address: "http://vetted.example/")
    #expect(error.description.contains(expected), "\(error)")
  }

  @Test(
    arguments: [
      (
        .blockedByRobots, "blocked-by-robots",
        "it is blocked by robots.txt, in which the site asks programs not to fetch this page. "
          + "Paste the text, or check a saved copy of the page instead."
      ),
      (
        .robotsUnreadable("the server answered 500"), "robots-unreadable",
        "robots.txt, in which the site says what programs may fetch, could not be read (the server answered 500). "
          + "Try again later, paste the text, or check a saved copy of the page instead."
      ),
    ] as [(WebFetchError.Problem, String, String)])
  func `what robots.txt forbids is said in plain words`(
    problem: WebFetchError.Problem, code: String, expected: String
  ) {
    let error = WebFetchError(problem, requested: "http://vetted.example", address: "http://vetted.example/")
    #expect(error.description == "Cannot fetch http://vetted.example: " + expected)
    #expect(error.code == code)
  }

  @Test(
    arguments: [
      (.status(429, retryAfter: "9"), 9), (.status(503, retryAfter: "0"), 0),
      (.status(503, retryAfter: "Mon, 23 Nov 2026 10:05:00 GMT"), 300),
      (.status(503, retryAfter: "Mon, 23 Nov 2026 09:00:00 GMT"), 0),
      (.status(429, retryAfter: "99999999999999999999"), 604_800),
      (.status(503, retryAfter: "Sat, 23 Nov 2126 10:00:00 GMT"), 604_800), (.status(429, retryAfter: "soon"), nil),
      (.status(429, retryAfter: "-1"), nil), (.status(429, retryAfter: nil), nil),
      (.status(500, retryAfter: "9"), nil), (.cancelled, nil),
    ] as [(WebFetchError.Problem, Int?)])
  func `a server says when to come again`(problem: WebFetchError.Problem, seconds: Int?) throws {
    let error = WebFetchError(problem, requested: "http://vetted.example", address: "http://vetted.example/")
    let now = try #require(Date(http: "Mon, 23 Nov 2026 10:00:00 GMT"))
    #expect(error.retryDelay(at: now) == seconds.map { .seconds($0) })
  }

  @Test func `a problem behind a redirect names both addresses`() {
    let error = WebFetchError(.redirectToPlainHTTP, requested: "https://a.example", address: "http://b.example/")
    #expect(error.description.hasPrefix("Cannot fetch https://a.example, which redirects to http://b.example/: "))
  }

  @Test func `nothing from outside reaches the terminal as a command`() {
    let error = WebFetchError(
      .unsupportedMediaType("a/\u{1B}[2J"), requested: "http://\u{202E}" + String(repeating: "x", count: 1_000),
      address: "")
    #expect(!error.description.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" })
    #expect(error.description.utf8.count < 1_000)
  }
}
