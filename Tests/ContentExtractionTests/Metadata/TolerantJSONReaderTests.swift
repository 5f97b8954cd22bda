import Testing

@testable import ContentExtraction

@Suite struct TolerantJSONReaderTests {
  @Test(arguments: [
    "{\"a\":\"b\"}", " <!-- {\"a\":\"b\"} -->", "//<![CDATA[\n{\"a\":\"b\"}\n//]]>",
    "{\"x\":[1,-2.5e3,true,null],\"a\":\"b\",}",
    "{\"a\":\"b\",\"c\":", "{\"a\":\"b\" \"c\" \"d\"}", "{,\"a\":\"b\"}", "{\"a\":\"\\u0062\"}",
    "{\"a\":\"b\",\"a\":\"c\"}",
  ])
  func `members are read from sound and from broken JSON`(_ text: String) {
    #expect(TolerantJSONReader.value(in: Array(text.utf8)[...])?["a"]?.string == "b")
  }

  @Test func `escapes make characters`() {
    let value = TolerantJSONReader.value(in: Array(#"["\ud83c\udf75 \"x\" \/ \n\ud83c"]"#.utf8)[...])
    #expect(value?.elements.first?.string == "🍵 \"x\" /  \u{FFFD}")
  }

  @Test func `endless nesting ends`() {
    #expect(TolerantJSONReader.value(in: [UInt8](repeating: UInt8(ascii: "["), count: 100_000)[...]) != nil)
    #expect(TolerantJSONReader.value(in: Array("no braces".utf8)[...]) == nil)
  }
}
