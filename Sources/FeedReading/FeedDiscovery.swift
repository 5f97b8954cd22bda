public import FactCheckCore

/// A feed that a page names.
public struct FeedLink: Hashable, Sendable {
  /// Absolute where the address of the page was known.
  public var address: String
  public var title: String?
  /// The media type that the page gives it.
  public var mediaType: String

  public init(address: String, title: String? = nil, mediaType: String) {
    self.address = address
    self.title = title
    self.mediaType = mediaType
  }
}

/// Finds the feeds that a web page names: `<link rel="alternate" type="application/rss+xml" href="…">`
/// (https://www.rssboard.org/rss-autodiscovery).
public enum FeedDiscovery {
  /// In the order of the page, each address once.
  public static func links(in page: RawContent) -> [FeedLink] {
    var decoder = ChunkDecoder(head: Array(page.bytes.prefix(headLength)), charset: page.charset)
    var scanner = MarkupScanner()
    scanner.append(decoder.decode(page.bytes[...], isLast: true))
    var base = page.source.finalURL ?? page.source.url
    var links: [FeedLink] = []
    while let token = scanner.next(isLast: true) {
      guard case .startTag(let name, let range, _) = token else { continue }
      let attributes = TagAttributes(scanner.buffer[range])
      switch String(decoding: scanner.buffer[name], as: UTF8.self).lowercased() {
      case "base": base = attributes["href"].map { AddressReference.resolve($0, against: base) } ?? base
      case "link":
        if let link = link(attributes, base: base), !links.contains(where: { $0.address == link.address }) {
          links.append(link)
        }
      default: break
      }
    }
    return links
  }

  private static func link(_ attributes: TagAttributes, base: String?) -> FeedLink? {
    let relations = attributes["rel"]?.lowercased().split(whereSeparator: \.isWhitespace) ?? []
    guard relations.contains("alternate") || relations.contains("feed"), let address = attributes["href"],
      !address.isEmpty,
      let type = attributes["type"]?.lowercased().prefix(while: { $0 != ";" }), mediaTypes.contains(String(type))
    else { return nil }
    return FeedLink(
      address: AddressReference.resolve(address, against: base), title: attributes["title"], mediaType: String(type))
  }

  private static let headLength = 4096

  private static let mediaTypes: Set = [
    "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json", "application/json",
    "text/xml", "application/xml",
  ]
}
