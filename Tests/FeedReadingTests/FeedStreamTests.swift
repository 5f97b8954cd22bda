import FactCheckCore
import FeedReading
import TestSupport
import Testing

struct FeedStreamTests {
  static let feeds = [
    rss(
      "<title>Caf\u{E9} &amp; co &lt;b&gt;</title><description><![CDATA[<p>One ]] two</p>]]></description><!-- a -- b -->"
    ),
    atom(
      "<title type='html'>&lt;b&gt;x&lt;/b&gt;</title><link href=\"/a?b=1&amp;c='\"/><content type='xhtml'><div>y<br/>z</div></content>"
    ),
    "<?xml version='1.0' encoding='shift_jis'?><rss><channel><title>日本</title></channel></rss>",
    "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": [{\"id\": 1, \"content_text\": \"a\\ud83d\\ude00\"}]}",
    "<html><p>no</p></html>", "",
  ]

  @Test(arguments: feeds, [1, 2, 7, 1024])
  func `chunks of any length give the same items`(text: String, length: Int) {
    let bytes = Array(text.utf8)
    var stream = FeedStream(address: "https://example.org/news/feed")
    var items: [FeedItem] = []
    for start in stride(from: 0, to: bytes.count, by: length) {
      items += stream.read(bytes[start..<min(bytes.count, start + length)])
    }
    let (rest, feed) = stream.finish()
    let whole = read(text)
    #expect(items + rest == whole.value.items)
    #expect(feed.value.title == whole.value.title)
    #expect(feed.diagnostics == whole.diagnostics)
  }

  @Test func `an item comes as soon as it has ended`() {
    var stream = FeedStream()
    let padding = "<!--" + String(repeating: "-", count: 2000) + "-->"
    #expect(stream.read(Array("<rss><channel>\(padding)<item><title>One</title>".utf8)[...]).isEmpty)
    #expect(stream.read(Array("</item>".utf8)[...]).map(\.title) == ["One"])
  }

  @Test func `no bytes bring it down`() {
    var random = SeededGenerator(seed: 20_261_123)
    for text in Self.feeds {
      for _ in 0..<60 {
        var bytes = Array(text.utf8)
        for _ in 0..<Int.random(in: 1...8, using: &random) where !bytes.isEmpty {
          let place = Int.random(in: 0..<bytes.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
          case 1: bytes.removeSubrange(place..<min(bytes.count, place + 9))
          case 2: bytes.insert(contentsOf: bytes[place..<min(bytes.count, place + 20)], at: place)
          default: bytes.insert("<>&;\"'/![]{}".utf8.randomElement(using: &random) ?? 0, at: place)
          }
        }
        let feed = FeedReader().feed(from: content(bytes))
        #expect(feed.value.format != nil || !feed.isUsable)
        _ = FeedDiscovery.links(in: content(bytes))
      }
    }
  }

  @Test func `deep nesting is survived`() {
    let deep = String(repeating: "<a>", count: 20_000)
    #expect(read("<rss><channel>\(deep)</channel><item><title>One</title></item></rss>").value.format == .rss)
    #expect(!read(String(repeating: "[", count: 20_000)).isUsable)
  }
}
