import Foundation
import Testing

@testable import WebFetching

@Suite struct ValidatorsTests {
  @Test(arguments: [
    "\"a\"", "W/\"a, b\"", "unquoted", "\"ä\"", "\"\"", "\"" + String(repeating: "x", count: 1022) + "\"",
  ]) func `a value is kept exactly as it was sent`(value: String) {
    #expect(Validators(etag: value).requestFields == ["If-None-Match: \(value)"])
    #expect(Validators(lastModified: value).requestFields == ["If-Modified-Since: \(value)"])
    #expect(Validators(etag: value, lastModified: value).requestFields.count == 2)
  }

  @Test(arguments: [
    "", "\"a\r\nX-Injected: 1\"", "\"a\tb\"", "\"\u{0}\"", "\"\u{7F}\"", "\"\u{85}\"", "\"\u{FFFD}\"",
    String(repeating: "x", count: 1025),
  ]) func `a value that cannot be sent back is left out`(value: String) {
    #expect(Validators(etag: value, lastModified: value).isEmpty)
    #expect(Validators(etag: value, lastModified: value).requestFields.isEmpty)
  }

  @Test func `an entity tag that would match every version is left out`() {
    #expect(Validators(etag: "*").isEmpty)
    #expect(Validators(etag: "\"*\"").etag == "\"*\"")
  }

  @Test(arguments: [
    Validators(), Validators(etag: "\"a\""), Validators(lastModified: "Mon, 23 Nov 2026 10:00:00 GMT"),
    Validators(etag: "W/\"ä/\"", lastModified: "yesterday"),
  ]) func `stored validators come back`(validators: Validators) throws {
    let stored = try JSONEncoder().encode(validators)
    #expect(try JSONDecoder().decode(Validators.self, from: stored) == validators)
  }

  @Test func `stored values are looked at again`() throws {
    let stored = Data(#"{"etag": "a\r\nX-Injected: 1", "lastModified": "b"}"#.utf8)
    #expect(try JSONDecoder().decode(Validators.self, from: stored) == Validators(lastModified: "b"))
  }
}
