import FactCheckCore
import FeedReading
import KnowledgeBase

/// Where the text of a feed or of a page was read, as it stands in the `checked` of a statement.
struct ReadCopy {
  let address: String
  /// `live` or `stored-copy`.
  let how: String

  /// - Parameters:
  ///   - source: of the document that was read.
  ///   - feed: as it stands in the registry.
  ///   - updated: the day that the document names as its own.
  init(_ source: Document.Source, of feed: KnowledgeBase.Feed, updated: CalendarDate?) {
    guard source.kind == .file else {
      (address, how) = (source.finalURL ?? feed.url, "live")
      return
    }
    (address, how) = (updated.map { DatedAddress(feed.url).on($0) } ?? feed.url, "stored-copy")
  }

  /// A page as its server sent it.
  init(page address: String) { (self.address, how) = (address, "live") }
}
