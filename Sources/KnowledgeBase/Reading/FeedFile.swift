/// A feed that is watched for news of an organization.
public struct Feed: Hashable, Sendable {
  public enum Format: String, Hashable, Sendable, CaseIterable {
    /// RSS 0.9x, 1.0 or 2.0.
    case rss
    case atom
    case jsonFeed = "json-feed"
    /// A schema.org `DataFeed` of `ClaimReview`.
    case claimReview = "claim-review"
    /// The health topics of MedlinePlus, as the National Library of Medicine publishes them.
    case medlinePlusTopics = "medlineplus-topics"
    /// The Disease Outbreak News of WHO.
    case outbreakNews = "who-outbreak-news"
  }

  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Recalls, safety alerts, health fraud.
    case alerts
    case news, guidelines, topics
    case factChecks = "fact-checks"
  }

  /// The most that an item of the feed may bring about.
  public enum Gate: String, Hashable, Sendable, CaseIterable {
    /// Lowers confidence or asks for a review.
    case freshness
    /// A labelled notice that expires.
    case notice
    /// A proposal in the review queue.
    case proposal
    /// Nothing: items are quarantined.
    case stop
  }

  public let id: String
  public let name: String
  public let url: String
  public let format: Format
  /// The id of an organization.
  public let organization: String
  public let kind: Kind
  public let gate: Gate
  /// Domain names that the links of items must point to; each covers its subdomains.
  public let linkHosts: [String]
  /// After so many days without a new item the feed counts as dead.
  public let staleAfterDays: Int
  /// Whether the page that an item links to is read in place of the item's own text.
  public let readsPages: Bool

  public init(
    id: String, name: String, url: String, format: Format, organization: String, kind: Kind, gate: Gate,
    linkHosts: [String], staleAfterDays: Int, readsPages: Bool = false
  ) {
    self.id = id
    self.name = name
    self.url = url
    self.format = format
    self.organization = organization
    self.kind = kind
    self.gate = gate
    self.linkHosts = linkHosts
    self.staleAfterDays = staleAfterDays
    self.readsPages = readsPages
  }
}

/// A feed as it stands in its file.
public typealias FeedFile = SourceFile<Feed>

extension SourceFile where Value == Feed {
  /// Reads `feeds/<id>.yaml`.
  public static func read(_ bytes: [UInt8], path: String, id: String) -> Reading<Feed> {
    Reading(of: bytes, path: path, id: id) { Feed(id: id, $0) }
  }
}

extension Feed {
  init?(id: String, _ fields: MappingReader) {
    let name = fields.text("name")
    let url = fields.text("url")
    let format = fields.choice("format", of: Format.self)
    let organization = fields.text("organization")
    let kind = fields.choice("kind", of: Kind.self)
    let gate = fields.choice("gate", of: Gate.self)
    let linkHosts = fields.texts("link_hosts")
    let staleAfterDays = fields.count("stale_after_days")
    let readsPages = fields.flag("pages")
    guard let name, let url, let format, let organization, let kind, let gate, let linkHosts, let staleAfterDays
    else { return nil }
    self.init(
      id: id, name: name, url: url, format: format, organization: organization, kind: kind, gate: gate,
      linkHosts: linkHosts, staleAfterDays: staleAfterDays, readsPages: readsPages)
  }
}
