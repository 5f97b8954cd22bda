import Testing

@testable import WebFetching

@Suite struct ResponseHeadTests {
  private func head(_ lines: String...) -> ResponseHead {
    lines.reduce(into: ResponseHead()) { $0.read($1 + "\r\n") }
  }

  @Test func `status and fields are read`() {
    let head = head("HTTP/2 302 ", "LOCATION:/a b ", "Retry-After: 3", "content-type: text/html ;charset=x", "")
    #expect(head.status == 302)
    #expect(head.redirectTarget == "/a b")
    #expect(head.retryAfter == "3")
    #expect(head.contentType == ContentType("text/html; charset=x"))
    #expect(head.isComplete)
  }

  @Test func `the first of two fields counts`() {
    #expect(head("HTTP/1.1 302", "Location: /a", "Location: /b").redirectTarget == "/a")
  }

  @Test func `an informational head is no complete one`() {
    #expect(!head("HTTP/1.1 103 Early", "Location: /a", "").isComplete)
    #expect(head("HTTP/1.1 103 Early", "Location: /a", "", "HTTP/1.1 301 Moved", "").redirectTarget == nil)
  }

  @Test(arguments: ["HTTP/1.1", "HTTP/1.1 abc", "HTTP/", ":", "::", "no colon"])
  func `odd lines are passed over`(line: String) {
    #expect(head(line, "").status == 0)
  }

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
