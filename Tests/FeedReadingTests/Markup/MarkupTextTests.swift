import Testing

@testable import FeedReading

struct MarkupTextTests {
  @Test(arguments: [
    ("<p>One</p>\n<p>Two</p>", "One\n\nTwo"),
    ("One<br/>Two<ul><li>a<li>b</ul>c", "One\nTwo\n\na\nb\n\nc"),
    ("a <b>bold</b>  word", "a bold word"),
    ("un<i>break</i>able", "unbreakable"),
    ("<script>if (a < b) { '</p>' }</script>text<STYLE>p{}</STYLE>", "text"),
    ("<!-- <p>no</p> -->text", "text"),
    ("<a title=\"a > b\" href='x'>link</a>", "link"),
    ("<a title=\"never closed>link</a>", "link"),
    ("p < 0.05 &lt; 1 <", "p < 0.05 < 1 <"),
    ("<p", "<p"),
    ("&copy; &#8217;&#x2019;&#146; &amp;amp; &unknown; &", "© ’’’ &amp; &unknown; &"),
    ("a&nbsp;&nbsp;b", "a b"),
    ("<td>1</td><td>2</td>", "1 2"),
    ("", ""),
  ])
  func `text is what a reader would see`(html: String, text: String) {
    #expect(String(decoding: MarkupText.text(of: Array(html.utf8)).text, as: UTF8.self) == text)
  }

  @Test func `hostile markup takes time in proportion to its length`() {
    for piece in ["<a ", "<a b=\"", "<!--", "&", "<script>", "</", "<a b='>"] {
      let html = Array(String(repeating: piece, count: 100_000).utf8)
      let duration = ContinuousClock().measure { _ = MarkupText.text(of: html) }
      #expect(duration < .seconds(20), "\(piece)")
    }
  }
}
