import Testing

@testable import WebFetching

@Suite struct ContentTypeTests {
  @Test(
    arguments: [
      ("text/html", "text/html", nil), (" Text/HTML ; Charset=UTF-8 ", "text/html", "UTF-8"),
      ("text/html;x=1;charset=\"latin1\"", "text/html", "latin1"), ("text/html;charset", "text/html", nil),
      ("text/html;charset=", "text/html", nil), ("text/html;charset=\"\"", "text/html", nil),
      ("text/html; charset=a; charset=b", "text/html", "a"),
    ] as [(String, String, String?)])
  func `a content type is media type and charset`(value: String, mediaType: String, charset: String?) {
    #expect(ContentType(value)?.mediaType == mediaType)
    #expect(ContentType(value)?.charset == charset)
  }

  @Test(arguments: ["", ";", "html", "; charset=utf-8"])
  func `a value without a media type is none`(value: String) {
    #expect(ContentType(value) == nil)
  }
}
