import FactCheckCore
import Testing

@testable import Reporting

@Suite struct DeepLinkTests {
  private func link(quote: String?, url: String? = "https://joints.example/gout") throws -> String? {
    var statement = try Samples.statement(Samples.joints, "No tea does.")
    statement.url = url
    statement.quote = quote
    return DeepLink.url(of: statement)
  }

  @Test(arguments: [
    ("No tea cures gout.", "No%20tea%20cures%20gout."),
    ("first-line, salt & water", "first%2Dline%2C%20salt%20%26%20water"),
    ("thé — 50 %", "th%C3%A9%20%E2%80%94%2050%20%25"),
    ("one two three four five six seven eight", "one%20two%20three%20four%20five%20six%20seven%20eight"),
    (
      "one, two three four five six seven eight-nine", "one%2C%20two%20three%20four%20five%20six%20seven%20eight%2Dnine"
    ),
    ("one two three four five six seven eight nine", "one%20two%20three%20four,six%20seven%20eight%20nine"),
  ]) func `a quote is found by a text fragment`(quote: String, fragment: String) throws {
    #expect(try link(quote: quote) == "https://joints.example/gout#:~:text=\(fragment)")
  }

  @Test func `without a quote the address stays as it is`() throws {
    #expect(try link(quote: nil) == "https://joints.example/gout")
    #expect(try link(quote: "") == "https://joints.example/gout")
  }

  @Test func `an address with a fragment of its own stays as it is`() throws {
    #expect(try link(quote: "No tea cures gout.", url: "https://joints.example/#tea") == "https://joints.example/#tea")
  }

  @Test func `without an address there is no link`() throws { #expect(try link(quote: "No tea", url: nil) == nil) }
}
