/// What a feed says of itself, and its items.
public struct Feed: Hashable, Sendable {
  /// `nil` when the bytes were no feed.
  public var format: FeedFormat?
  /// Clean text.
  public var title: String?
  /// The page that the feed belongs to, absolute where a base was known.
  public var link: String?
  /// A BCP 47 language tag as the feed wrote it.
  public var language: String?
  public var updated: FeedDate?
  /// The next page of the list: `rel="next"` of RFC 5005, §3, or `next_url` of JSON Feed.
  public var nextPage: String?
  /// The document with the items before these: `rel="prev-archive"` of RFC 5005, §4.
  public var previousArchive: String?
  /// Minutes for which the publisher asks not to come again: `ttl` of RSS 2.0.
  public var timeToLive: Int?
  /// Hours of the day in UTC, 0 to 23, at which the publisher asks not to come: `skipHours` of RSS 2.0.
  public var skipHours: [Int] = []
  /// Whether the publisher says that there will be no more items: `expired` of JSON Feed.
  public var isExpired = false
  /// The ids of items that were taken back: `deleted-entry` of RFC 6721.
  public var deletedItems: [String] = []
  /// Whether the bytes end before the feed does: items may be missing.
  public var isCutOff = false
  /// Whether they end within the last item, or may: it may lack something.
  public var endsWithinItem = false
  /// In the order of the feed. In an OPML list, the feeds that it lists.
  public var items: [FeedItem] = []

  public init() {}
}

/// The kinds of document that are read as feeds.
public enum FeedFormat: String, Hashable, Sendable, Codable {
  /// RSS 0.9x and 2.0, and 0.90 and 1.0 in RDF.
  case rss, rdf
  /// Atom 0.3 and 1.0 (RFC 4287).
  case atom
  /// JSON Feed 1.0 and 1.1.
  case jsonFeed = "json-feed"
  /// A list of feeds.
  case opml
  /// A `DataFeed` of schema.org's `ClaimReview`, in JSON-LD.
  case claimReview = "claim-review"
  /// MedlinePlus health topics in XML.
  case healthTopics = "health-topics"
  /// The Disease Outbreak News of the World Health Organization, as its interface for programs gives them.
  case outbreakNews = "who-outbreak-news"
}
