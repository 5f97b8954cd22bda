import Digests
import FactCheckCore
import FeedReading
import Foundation
import KnowledgeBase

/// An item that was not seen before, or whose text has changed.
struct FreshItem {
  /// What tells it from the others of its feed.
  let key: String
  /// The SHA-256 of its text, in hexadecimal.
  let digest: String
  let item: FeedItem

  /// The items of a feed that are not among those seen, each once, in the order of the feed.
  static func all(in feed: FeedReading.Feed, seen: [String: String]) -> [FreshItem] {
    var seen = seen
    return feed.items.compactMap { item in
      guard let key = item.identity else { return nil }
      let digest = SHA256.hexDigest(of: Array(Proposer.text(of: item).utf8))
      guard seen.updateValue(digest, forKey: key) != digest else { return nil }
      return FreshItem(key: key, digest: digest, item: item)
    }
  }

  /// Where the item comes from, and the page that was read in its place, with the SHA-256 of its text.
  func provenance(
    of feed: KnowledgeBase.Feed, today: CalendarDate, page: (address: String, digest: String)? = nil
  ) -> Proposal.Provenance {
    Proposal.Provenance(
      feed: feed.id, organization: feed.organization, item: key, title: item.title ?? key, link: link(of: feed),
      read: page?.address ?? feed.url, published: published(notAfter: today), digest: page?.digest ?? digest,
      retrieved: today)
  }

  /// The item as a notice; `nil` when it does not lead to a page of its publisher.
  func notice(of feed: KnowledgeBase.Feed, today: CalendarDate) -> Notice? {
    guard let link = link(of: feed) else { return nil }
    let published = published(notAfter: today) ?? today
    return Notice(
      feed: feed.id, organization: feed.organization, item: key, title: item.title ?? link, link: link,
      published: published, expires: published.adding(days: Notice.days))
  }

  /// The item's address where it is on a host of the registry, which names none for a feed that is only tried.
  func link(of feed: KnowledgeBase.Feed) -> String? {
    item.link.flatMap { link in
      URL(string: link)?.host().flatMap {
        feed.linkHosts.isEmpty || FeedSuspicion.covers(feed.linkHosts, $0) ? link : nil
      }
    }
  }

  /// A publisher's clock may be wrong: nothing was published tomorrow.
  private func published(notAfter today: CalendarDate) -> CalendarDate? {
    (item.published ?? item.updated).map { min(today, CalendarDate(secondsSince1970: $0.secondsSince1970)) }
  }
}
