import FactCheckCore
import FeedReading
import KnowledgeBase
import WebFetching

/// Follows a feed over its further documents: `rel="next"` and `rel="prev-archive"` (RFC 5005, sections 3 and 4) and `next_url` of
/// JSON Feed.
struct FeedPaging {
  let feed: KnowledgeBase.Feed
  let pages: any FeedFetching

  /// How many documents of a feed are read in one refresh, the first included.
  static let documentLimit = 10

  /// What the further documents have.
  struct Rest {
    var items: [FeedItem] = []
    var remarks: [String] = []
    /// Whether nothing is missing that may come the next time.
    var isWhole = true
  }

  /// Reads further documents of the first one's host, up to one whose last item is known by its key.
  func rest(of first: FeedReading.Feed, from address: String, known: Set<String>) -> Rest {
    var rest = Rest()
    var known = known
    var document = first
    var asked: Set = [WebAddress(address)?.withoutFragment ?? address]
    while let last = document.items.last(where: { $0.identity != nil })?.identity, !known.contains(last),
      let next = document.nextPage ?? document.previousArchive
    {
      known.formUnion(document.items.compactMap(\.identity))
      if let refusal = refusal(of: next, from: address, after: asked.count) {
        rest.remarks.append(refusal)
        break
      }
      guard asked.insert(WebAddress(next)?.withoutFragment ?? next).inserted, let found = read(next, into: &rest) else {
        break
      }
      document = found
      rest.items += found.items
    }
    return rest
  }

  /// Why a further document is not asked for.
  private func refusal(of next: String, from address: String, after count: Int) -> String? {
    guard let target = WebAddress(next), let base = WebAddress(address) else {
      return "its next document has no proper address: \(next)"
    }
    if target.host != base.host || base.scheme == "https" && target.scheme != "https" {
      return "its next document is left out, for it is not on the same host: \(target)"
    }
    return count < Self.documentLimit ? nil : "only its first \(Self.documentLimit) documents are read"
  }

  /// - Returns: `nil`, and a remark, when it is not what it should be.
  private func read(_ address: String, into rest: inout Rest) -> FeedReading.Feed? {
    do throws(WebFetchError) {
      guard case .content(let content) = try pages.answer(to: address, validators: Validators()).body else {
        return nil
      }
      let read = FeedReader().wholeItems(from: content)
      if read.value.isCutOff { rest.isWhole = false }
      guard let reason = FeedSuspicion(feed: feed, source: content.source, read: read, hadItems: false).reason else {
        return read.value
      }
      rest.remarks.append("its document \(address) is left out: \(reason)")
    } catch {
      rest.isWhole = !error.isPassing
      rest.remarks.append("its document \(address) is left out: \(error.reason)")
    }
    return nil
  }
}

extension FeedReader {
  /// The feed in some bytes, without an item that they end in: half a sentence can say the contrary of the whole one.
  func wholeItems(from content: RawContent) -> Diagnosed<FeedReading.Feed> {
    var read = feed(from: content)
    if read.value.endsWithinItem { _ = read.value.items.popLast() }
    return read
  }
}
