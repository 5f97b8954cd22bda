import FactCheckCore
import FeedReading

/// A feed as it comes from the web, at `https://example.org/news/feed`.
func content(_ text: String, charset: String? = nil) -> RawContent { content(Array(text.utf8), charset: charset) }

func content(_ bytes: [UInt8], charset: String? = nil) -> RawContent {
  RawContent(
    bytes: bytes, charset: charset, source: Document.Source(kind: .url, url: "https://example.org/news/feed"))
}

func read(_ text: String) -> Diagnosed<Feed> { FeedReader().feed(from: content(text)) }

/// An RSS feed with one item of these elements.
func rss(_ elements: String) -> String {
  """
  <?xml version="1.0"?>
  <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
  <channel><title>News</title><link>https://example.org/</link><item>\(elements)</item></channel></rss>
  """
}

/// An Atom feed with one entry of these elements.
func atom(_ elements: String) -> String {
  """
  <feed xmlns="http://www.w3.org/2005/Atom"><title>News</title><entry>\(elements)</entry></feed>
  """
}

extension Diagnosed {
  var codes: [String] { diagnostics.map(\.code) }
}
