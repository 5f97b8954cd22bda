public import FactCheckCore

/// Reads feeds of all kinds.
///
/// A bad feed is never an error: what can be read of it comes with diagnostics that say what was wrong.
public struct FeedReader: Sendable {
  public init() {}

  /// The feed in some bytes with all of its items; its format is `nil`, and a diagnostic of severity `error` says why, when
  /// the bytes are no feed.
  public func feed(from content: RawContent) -> Diagnosed<Feed> {
    var stream = FeedStream(charset: content.charset, address: content.source.finalURL ?? content.source.url)
    var items: [FeedItem] = []
    var start = 0
    while start < content.bytes.count {
      let end = min(content.bytes.count, start + Self.chunkLength)
      items += stream.read(content.bytes[start..<end])
      start = end
    }
    let (rest, header) = stream.finish()
    var feed = header
    feed.value.items = items + rest
    return feed
  }

  /// In bytes; small enough for the cache of a processor.
  private static let chunkLength = 65_536
}
