import Testing

@testable import ContentExtraction

@Suite struct CharacterReferenceTests {
  @Test(arguments: [
    ("a &amp; b", "a & b"), ("&lt;p&gt;", "<p>"), ("&eacute;&Eacute;", "éÉ"), ("&thetasym;", "ϑ"), ("&nbsp;", "\u{A0}"),
    ("&#8217;", "’"), ("&#x2019;", "’"), ("&#X41;", "A"), ("&#65 b", "A b"), ("&#150;", "–"), ("&#x1F375;", "🍵"),
    ("&#0;&#1;a", "a"), ("&#xD800;", "\u{FFFD}"), ("&#99999999999999999999;", "\u{FFFD}"), ("&#10;", "\n"),
  ])
  func `references become what they stand for`(_ text: String, _ expected: String) {
    #expect(decoded(text) == expected)
  }

  @Test(arguments: ["&", "&&", "a & b", "&amp", "&;", "&#;", "&#x;", "&nosuchname;", "&no;", "AT&T;", "?a=1&copy=2"])
  func `what is no reference stays`(_ text: String) {
    #expect(decoded(text) == text)
  }

  private func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    CharacterReference.append(Array(text.utf8)[...], to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
