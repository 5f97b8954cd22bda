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

  @Test func `a continued line is no line of its own`() {
    #expect(head("HTTP/1.1 302 Found", "X-Note: a", " HTTP/1.1 200 OK", "\tLocation: /b").status == 302)
    #expect(head("HTTP/1.1 302 Found", "X-Note: a", "\tLocation: /b").redirectTarget == nil)
    #expect(!head("HTTP/1.1 200 OK", " ").isComplete)
  }

  @Test(arguments: ["HTTP/1.1", "HTTP/1.1 abc", "HTTP/", ":", "::", "no colon"])
  func `odd lines are passed over`(line: String) {
    #expect(head(line, "").status == 0)
  }
}
