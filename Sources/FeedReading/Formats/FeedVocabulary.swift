/// The vocabularies that feeds mix.
enum FeedVocabulary {
  /// RSS, which has no namespace, RSS 1.0, OPML and health topics.
  case plain
  case atom
  case contentModule, dublinCore, dublinCoreTerms, iTunes, media, rdf, xhtml, tombstones
  case other

  /// By the name of the namespace.
  init(namespace: String) {
    self =
      switch namespace {
      case "http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#": .atom
      case "http://purl.org/rss/1.0/", "http://my.netscape.com/rdf/simple/0.9/",
        "http://channel.netscape.com/rdf/simple/0.9/",
        "http://backend.userland.com/rss2", "http://purl.org/net/rss1.1#", "":
        .plain
      case "http://purl.org/rss/1.0/modules/content/": .contentModule
      case "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/elements/1.0/": .dublinCore
      case "http://purl.org/dc/terms/": .dublinCoreTerms
      case "http://www.w3.org/1999/02/22-rdf-syntax-ns#": .rdf
      case "http://www.w3.org/1999/xhtml": .xhtml
      case "http://purl.org/atompub/tombstones/1.0": .tombstones
      default:
        switch namespace.lowercased() {
        case "http://www.itunes.com/dtds/podcast-1.0.dtd": .iTunes
        case "http://search.yahoo.com/mrss/", "http://search.yahoo.com/mrss": .media
        default: .other
        }
      }
  }

  /// By the prefix that everybody uses, for feeds that forgot to declare it.
  init(undeclaredPrefix prefix: String) {
    self =
      switch prefix {
      case "": .plain
      case "atom", "atom10": .atom
      case "content": .contentModule
      case "dc": .dublinCore
      case "dcterms": .dublinCoreTerms
      case "itunes": .iTunes
      case "media": .media
      case "rdf": .rdf
      case "xhtml": .xhtml
      case "at": .tombstones
      default: .other
      }
  }
}

/// What an element of a feed or an item says.
struct FeedField {
  enum Name: Int {
    case title, link, id, summary, content, published, updated, author, language, timeToLive, skipHour
    case personName, personEmail, personAddress
  }

  let names: [Name]
  /// Of two elements that say the same thing, the one of the higher rank counts.
  let rank: Int

  init(_ names: Name..., rank: Int = 3) {
    self.names = names
    self.rank = rank
  }

  /// The field of a feed or an item that an element is.
  init?(_ name: String, in vocabulary: FeedVocabulary, ofItem: Bool) {
    switch vocabulary {
    case .plain, .atom: self.init(plain: name, ofItem: ofItem)
    case .dublinCore, .dublinCoreTerms:
      guard let field = Self.ofDublinCore[name] else { return nil }
      self = field
    case .contentModule where name == "encoded": self.init(.content, rank: 4)
    case .xhtml where ofItem && (name == "body" || name == "div"): self.init(.content, rank: 2)
    case .iTunes where name == "author": self.init(.author, rank: 1)
    case .iTunes where name == "summary": self.init(.summary, rank: 1)
    case .media where ofItem && name == "title": self.init(.title, rank: 1)
    default: return nil
    }
  }

  private init?(plain name: String, ofItem: Bool) {
    guard let field = Self.common[name] ?? (ofItem ? Self.ofItems[name] : Self.ofFeeds[name]) else { return nil }
    self = field
  }

  private static let common: [String: FeedField] = [
    "title": FeedField(.title), "link": FeedField(.link), "language": FeedField(.language), "guid": FeedField(.id),
    "id": FeedField(.id), "updated": FeedField(.updated), "modified": FeedField(.updated), "author": FeedField(.author),
    "description": FeedField(.summary), "summary": FeedField(.summary), "published": FeedField(.published),
    "issued": FeedField(.published), "created": FeedField(.published, rank: 1),
  ]

  private static let ofItems: [String: FeedField] = [
    "pubDate": FeedField(.published), "content": FeedField(.content), "full-summary": FeedField(.content),
  ]

  private static let ofFeeds: [String: FeedField] = [
    "pubDate": FeedField(.updated, rank: 2), "lastBuildDate": FeedField(.updated), "dateModified": FeedField(.updated),
    "ttl": FeedField(.timeToLive), "hour": FeedField(.skipHour),
  ]

  private static let ofDublinCore: [String: FeedField] = [
    "title": FeedField(.title, rank: 2), "description": FeedField(.summary, rank: 2),
    "abstract": FeedField(.summary, rank: 2), "creator": FeedField(.author, rank: 2),
    "author": FeedField(.author, rank: 2), "date": FeedField(.published, .updated, rank: 1),
    "created": FeedField(.published, rank: 1), "issued": FeedField(.published, rank: 1),
    "modified": FeedField(.updated, rank: 2), "language": FeedField(.language, rank: 2),
  ]
}
