import FactCheckCore
import FeedReading
import Testing

struct FeedReaderTests {
  @Test func `an RSS item has what its elements say`() throws {
    let feed = read(
      rss(
        """
        <title>Recall &amp;amp; advice</title><link>/a</link><guid isPermaLink="false">x-1</guid>
        <description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;quot;doses&amp;quot;.&lt;/p&gt;</description>
        <content:encoded><![CDATA[<h2>Why</h2>It was <b>too strong</b>.<br>Stop it.]]></content:encoded>
        <pubDate>Tue, 04 Aug 2026 09:00:00 EDT</pubDate><author>jo@example.org (Jo Smith)</author>
        """))
    let item = try #require(feed.value.items.first)
    #expect(feed.value.format == .rss)
    #expect(feed.value.title == "News")
    #expect(feed.diagnostics.isEmpty)
    #expect(item.id == "x-1")
    #expect(item.title == "Recall & advice")
    #expect(item.link == "https://example.org/a")
    #expect(item.summary == "One.\n\nTwo \"doses\".")
    #expect(item.content == "Why\n\nIt was too strong.\nStop it.")
    #expect(item.published?.description == "2026-08-04T13:00:00Z")
    #expect(item.authors == [FeedItem.Author(name: "Jo Smith", email: "jo@example.org")])
  }

  @Test func `an id that may be an address is the link of an item without one`() {
    #expect(read(rss("<guid>https://example.org/1</guid>")).value.items[0].link == "https://example.org/1")
    #expect(read(rss("<guid isPermaLink='false'>https://example.org/1</guid>")).value.items[0].link == nil)
  }

  @Test func `an item without an id is known by its link, its title or its text`() {
    #expect(
      read(rss("<title>T</title><link>https://example.org/1</link>")).value.items[0].identity == "https://example.org/1"
    )
    #expect(read(rss("<title>T</title>")).value.items[0].identity == "T")
    #expect(read(rss("<pubDate>2026-01-01</pubDate>")).codes == ["item-empty"])
  }

  @Test func `RSS says when to come again`() {
    let feed = read(
      """
      <rss><channel><ttl>60</ttl><skipHours><hour>1</hour><hour>24</hour><hour>99</hour></skipHours></channel></rss>
      """)
    #expect(feed.value.timeToLive == 60)
    #expect(feed.value.skipHours == [1, 0])
  }

  @Test func `items of RDF stand beside the channel`() {
    let feed = read(
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
       xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://example.org/"><title>News</title></channel>
      <item rdf:about="https://example.org/1"><title>One</title><dc:date>2026-02-03T04:05:06+01:00</dc:date>
      <dc:creator>Jo</dc:creator></item></rdf:RDF>
      """)
    #expect(feed.value.format == .rdf)
    #expect(feed.value.title == "News")
    #expect(feed.value.items.map(\.id) == ["https://example.org/1"])
    #expect(feed.value.items.first?.published?.description == "2026-02-03T03:05:06Z")
    #expect(feed.value.items.first?.authors == [FeedItem.Author(name: "Jo")])
  }

  @Test(arguments: [
    ("<content>5 &lt; 6 &amp; more</content>", "5 < 6 & more"),
    ("<content type='html'>&lt;p&gt;5 &amp;lt; 6&lt;/p&gt;", "5 < 6"),
    ("<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'><p>5 &lt; 6</p></div></content>", "5 < 6"),
    ("<content type='xhtml'><x:div><x:p>One</x:p><x:p>Two</x:p></x:div></content>", "One\n\nTwo"),
    ("<content type='application/octet-stream'>VGV4dA==</content>", "Text"),
    ("<content mode='base64'>not base 64!</content>", "not base 64!"),
    ("<content mode='escaped' type='text/html'>&lt;b&gt;Text&lt;/b&gt;</content>", "Text"),
  ])
  func `content of Atom is read as its type says`(element: String, text: String) {
    #expect(read(atom(element)).value.items.first?.content == text)
  }

  @Test func `addresses are seen from the nearest xml:base`() {
    let feed = read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://example.com/a/"><link href="."/>
      <link rel="next" href="?page=2"/><link rel="prev-archive" href="/old"/>
      <entry xml:base="b/"><link href="c"/><author><name>Jo</name><uri>../jo</uri></author></entry></feed>
      """
    ).value
    #expect(feed.link == "https://example.com/a/")
    #expect(feed.nextPage == "https://example.com/a/?page=2")
    #expect(feed.previousArchive == "https://example.com/old")
    #expect(feed.items[0].link == "https://example.com/a/b/c")
    #expect(feed.items[0].authors == [FeedItem.Author(name: "Jo", url: "https://example.com/a/jo")])
  }

  @Test func `entries that were taken back are told by their ids`() {
    let feed = read(
      """
      <feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0">
      <at:deleted-entry ref="urn:1" when="2026-01-01T00:00:00Z"><title>no</title></at:deleted-entry></feed>
      """)
    #expect(feed.value.deletedItems == ["urn:1"])
    #expect(feed.value.title == nil)
  }

  @Test func `the source of an entry says nothing of the entry`() {
    #expect(read(atom("<source><title>Other</title></source><title>Own</title>")).value.items[0].title == "Own")
  }

  @Test func `a list of feeds has a feed an item`() {
    let feed = read(
      """
      <opml><head><title>Feeds</title></head><body><outline text="Health">
      <outline text="One" xmlUrl="https://example.org/1.xml"/></outline></body></opml>
      """
    ).value
    #expect(feed.format == .opml)
    #expect(feed.title == "Feeds")
    #expect(feed.items.map(\.title) == ["One"])
    #expect(feed.items.map(\.link) == ["https://example.org/1.xml"])
  }

  @Test func `a health topic is an item`() throws {
    let feed = read(
      """
      <!DOCTYPE health-topics SYSTEM "https://example.org/topics.dtd">
      <health-topics total="1" date-generated="09/06/2024 02:30:33">
      <health-topic meta-desc="Short &amp; sweet." title="Sleep" url="https://example.org/sleep.html" id="7"
      language="English" date-created="01/02/2015"><also-called>Rest</also-called>
      <full-summary>&lt;p&gt;Sleep helps.&lt;/p&gt;</full-summary></health-topic></health-topics>
      """
    ).value
    let item = try #require(feed.items.first)
    #expect(feed.format == .healthTopics)
    #expect(feed.updated?.description == "2024-09-06T02:30:33Z")
    #expect(item.id == "7")
    #expect(item.title == "Sleep")
    #expect(item.summary == "Short & sweet.")
    #expect(item.content == "Sleep helps.")
    #expect(item.published?.description == "2015-01-02T00:00:00Z")
    #expect(item.language == "en")
  }
}
