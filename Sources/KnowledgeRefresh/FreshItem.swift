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
  /// Whether it was seen before with another text.
  let hasChanged: Bool

  /// The items of a feed that are in English and not among those seen, each once, in the order of the feed.
  static func all(in feed: FeedReading.Feed, seen: [String: String]) -> [FreshItem] {
    var seen = seen
    return feed.items.compactMap { item in
      guard let key = item.identity, item.isInEnglish else { return nil }
      let digest = SHA256.hexDigest(of: Array(Proposer.text(of: item).utf8))
      let before = seen.updateValue(digest, forKey: key)
      return before == digest ? nil : FreshItem(key: key, digest: digest, item: item, hasChanged: before != nil)
    }
  }

  /// Where its text was read, in a copy of its feed or of the page that was read in its place, and when.
  func provenance(
    of feed: KnowledgeBase.Feed, in copy: ReadCopy, today: CalendarDate, digest: String? = nil
  ) -> Proposal.Provenance {
    Proposal.Provenance(
      feed: feed.id, organization: feed.organization, item: key, title: item.title ?? key, link: link(of: feed),
      read: copy.address, how: copy.how, published: published(of: feed, notAfter: today),
      digest: digest ?? self.digest, retrieved: today)
  }

  /// The item as a notice; `nil` when it does not lead to a page of its publisher, or has expired.
  ///
  /// - Throws: what the proposer throws.
  func notice(of feed: KnowledgeBase.Feed, today: CalendarDate, by proposer: Proposer) throws -> Notice? {
    let published = published(notAfter: today) ?? today
    let expires = published.adding(days: Notice.days)
    guard let link = link(of: feed), expires >= today else { return nil }
    let (title, body) = (item.title ?? link, item.content ?? item.summary)
    return Notice(
      feed: feed.id, publisher: feed.name, organization: feed.organization, item: key, title: title,
      body: body.map { $0.shortened(to: Self.longestBody) }, link: link, published: published, expires: expires,
      entries: try proposer.entriesNamed(title: title, body: body))
  }

  /// How much of the text of an alert is kept, in characters.
  private static let longestBody = 500

  /// The item's address where it is on a host of the registry, which names none for a feed that is only tried.
  func link(of feed: KnowledgeBase.Feed) -> String? {
    item.link.flatMap { link in
      URL(string: link)?.host().flatMap {
        feed.linkHosts.isEmpty || FeedSuspicion.covers(feed.linkHosts, $0) ? link : nil
      }
    }
  }

  /// That of a health topic is the day on which there was first a page of it, which says nothing of the text of today.
  private func published(of feed: KnowledgeBase.Feed, notAfter today: CalendarDate) -> CalendarDate? {
    feed.format == .medlinePlusTopics ? nil : published(notAfter: today)
  }

  /// A publisher's clock may be wrong: nothing was published tomorrow.
  private func published(notAfter today: CalendarDate) -> CalendarDate? {
    (item.published ?? item.updated).map { min(today, CalendarDate(secondsSince1970: $0.secondsSince1970)) }
  }
}

extension FeedItem {
  /// Whether it says of itself that it is in English, or nothing.
  fileprivate var isInEnglish: Bool { language.map { $0.lowercased().hasPrefix("en") } ?? true }
}

extension String {
  /// At most so many characters of it in one paragraph, cut between two words.
  fileprivate func shortened(to limit: Int) -> String {
    let words = split(whereSeparator: \.isWhitespace)
    var shortened = ""
    for word in words {
      guard shortened.count + word.count < limit else { return shortened + "…" }
      shortened += shortened.isEmpty ? word : " " + word
    }
    return shortened
  }
}
