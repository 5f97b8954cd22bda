import FactCheckCore
import FeedReading
import Testing

struct FeedDiscoveryTests {
  @Test func `the feeds that a page names are found`() {
    let page = content(
      """
      <!doctype html><html><head><link rel=stylesheet href=a.css>
      <LINK REL="Alternate" TYPE="application/rss+xml; charset=utf-8" TITLE="News &amp; alerts" HREF="rss.xml">
      <link rel="alternate" hreflang="es" href="/es"><base href="https://example.com/x/">
      <link rel="alternate home" type="application/atom+xml" href="atom.xml">
      <link rel="alternate" type="application/atom+xml" href="atom.xml"></head>
      """)
    #expect(
      FeedDiscovery.links(in: page) == [
        FeedLink(
          address: "https://example.org/news/rss.xml", title: "News & alerts", mediaType: "application/rss+xml"),
        FeedLink(address: "https://example.com/x/atom.xml", mediaType: "application/atom+xml"),
      ])
  }

  @Test func `a page without feeds names none`() {
    #expect(FeedDiscovery.links(in: content("<p>Nothing here, not even a link")).isEmpty)
  }
}
