import Testing

@testable import WebFetching

@Suite struct PercentEncodingTests {
  @Test(
    arguments: [
      (.control, "a \"#<>?^`{}'/:@|\u{1}\u{7F}é", "a \"#<>?^`{}'/:@|%01%7F%C3%A9"),
      (.fragment, "a \"#<>?^`{}'/:@|", "a%20%22#%3C%3E?^%60{}'/:@|"),
      (.query, "a \"#<>?^`{}'/:@|", "a%20%22%23%3C%3E?^`{}'/:@|"),
      (.specialQuery, "a \"#<>?^`{}'/:@|", "a%20%22%23%3C%3E?^`{}%27/:@|"),
      (.path, "a \"#<>?^`{}'/:@|", "a%20%22%23%3C%3E%3F%5E%60%7B%7D'/:@|"),
      (.userinfo, "a \"#<>?^`{}'/:@|", "a%20%22%23%3C%3E%3F%5E%60%7B%7D'%2F%3A%40%7C"),
    ] as [(PercentEncodeSet, String, String)])
  func `each part of an address has its own set`(set: PercentEncodeSet, text: String, expected: String) {
    #expect(text.percentEncoded(set) == expected)
  }

  @Test(arguments: [
    ("plain", "plain"), ("%41%6a%6A", "Ajj"), ("%C3%A9", "é"), ("%", "%"), ("%4", "%4"), ("%zz", "%zz"), ("%%41", "%A"),
    ("%2541", "%41"), ("%FF", "\u{FFFD}"), ("a%4", "a%4"), ("a%41", "aA"),
  ])
  func `percent signs with two digits are decoded once`(text: String, expected: String) {
    #expect(text.percentDecoded == expected)
  }
}
