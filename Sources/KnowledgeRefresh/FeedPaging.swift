import FactCheckCore
import FeedReading

extension FeedReader {
  /// The feed in some bytes, without an item that they end in: half a sentence can say the contrary of the whole one.
  func wholeItems(from content: RawContent) -> Diagnosed<FeedReading.Feed> {
    var read = feed(from: content)
    if read.value.endsWithinItem { _ = read.value.items.popLast() }
    return read
  }
}
