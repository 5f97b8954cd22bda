import FactCheckCore
import FeedReading
import Testing

/// What real feeds get wrong.
struct DirtyFeedTests {
  @Test func `entities of HTML need no declaration`() {
    #expect(
      read(rss("<title>Caf&eacute;&nbsp;&ndash; it&rsquo;s &bogus; R&D</title>")).value.items[0].title
        == "Café – it’s &bogus; R&D")
  }

  @Test func `text that was escaped once too often is read`() {
    let feed = read(
      rss("<title>It&amp;amp;#8217;s</title><description>&amp;lt;p&amp;gt;A.&amp;lt;/p&amp;gt;</description>"))
    #expect(feed.value.items[0].title == "It’s")
    #expect(feed.value.items[0].summary == "A.")
    #expect(feed.codes == ["escaped-twice"])
  }

  @Test func `a bracket that begins no tag is text`() {
    let feed = read(rss("<title>p < 0.05 and 3 <5</title>"))
    #expect(feed.value.items[0].title == "p < 0.05 and 3 <5")
    #expect(feed.codes == ["markup-repaired"])
  }

  @Test func `an end tag closes what was left open`() {
    let feed = read(rss("<title>One<link>https://example.org/1</link></item><item><title>Two</title>"))
    #expect(feed.value.items.map(\.title) == ["Onehttps://example.org/1", "Two"])
    #expect(feed.codes == ["markup-repaired"])
  }

  @Test func `an item that begins within an item ends it`() {
    let feed = read(rss("<title>One</title><description>Text<item><title>Two</title>"))
    #expect(feed.value.items.map(\.title) == ["One", "Two"])
    #expect(feed.codes == ["markup-repaired"])
  }

  @Test func `a feed that is cut off gives what came`() {
    let feed = read("<rss><channel><item><title>One</title></item><item><title>Tw")
    #expect(feed.value.items.map(\.title) == ["One", "Tw"])
    #expect(feed.codes == ["feed-cut-off"])
  }

  @Test func `prefixes that everybody knows need no declaration`() {
    let feed = read(
      "<rss><channel><item><dc:creator>Jo</dc:creator><content:encoded>Text</content:encoded></item></channel></rss>")
    #expect(feed.value.items[0].content == "Text")
    #expect(feed.value.items[0].authors == [FeedItem.Author(name: "Jo")])
  }

  @Test(arguments: [
    "<!DOCTYPE html><html><head><title>Sorry</title></head></html>", "<HTML><body>Not found</body></HTML>",
  ])
  func `a web page is no feed`(page: String) {
    let feed = read(page)
    #expect(feed.value.format == nil)
    #expect(feed.codes.first == "feed-is-web-page")
    #expect(!feed.isUsable)
  }

  @Test(arguments: [
    ("", "feed-empty"), ("  \n", "feed-empty"), ("Not found", "feed-unknown"), ("{\"a\": 1}", "feed-unknown"),
    ("<svg/>", "feed-unknown"),
    ("<!DOCTYPE rss [<!ENTITY a \"b\">]><rss><channel><title>&a;</title></channel></rss>", "feed-declares-entities"),
  ])
  func `what is no feed is said to be none`(text: String, code: String) {
    let feed = read(text)
    #expect(feed.codes.first == code)
    #expect(!feed.isUsable)
  }

  @Test func `an encoding that is declared is used`() {
    let text = "<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>Caf"
    let feed = FeedReader().feed(from: content(Array(text.utf8) + [0xE9, 0x96] + Array("</title>".utf8)))
    #expect(feed.value.items.first?.title == "Café–")
  }

  @Test func `UTF-8 counts even where another encoding is declared`() {
    let feed = FeedReader().feed(from: content(rss("<title>Café</title>"), charset: "iso-8859-1"))
    #expect(feed.value.items[0].title == "Café")
    #expect(feed.codes == ["encoding-mismatch"])
  }

  @Test func `bytes that are not UTF-8 are read as windows-1252`() {
    let feed = FeedReader().feed(
      from: content(
        Array("<rss><channel><title>Café “caf".utf8) + [0xE9, 0x94] + Array("</title></channel></rss>".utf8)))
    #expect(feed.value.title == "Café “café”")
    #expect(feed.codes == ["encoding-mismatch"])
  }

  @Test func `UTF-16 is known by its mark or by its zeros`() {
    let units = Array("<?xml version='1.0'?><rss><channel><title>Café</title></channel></rss>".utf16)
    let bytes = units.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    #expect(FeedReader().feed(from: content(bytes)).value.title == "Café")
    #expect(FeedReader().feed(from: content([0xFF, 0xFE] + bytes)).value.title == "Café")
  }
}
