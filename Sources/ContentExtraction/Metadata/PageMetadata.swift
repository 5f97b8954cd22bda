import FactCheckCore

/// What a page says about itself.
struct PageMetadata: Sendable {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var siteName: String?
  private(set) var published: CalendarDate?
  /// As the page writes it; usually a BCP 47 tag.
  private(set) var language: String?
  private(set) var canonicalURL: String?
  /// What a page that says it is an article or a post gives as its text in short.
  private(set) var summary: String?
  /// Whether the page says that it is an article.
  private(set) var isArticle: Bool
  /// Whether the page says that it is a thread of posts.
  private(set) var isForum: Bool
  /// Whether the page says that it offers a product.
  private(set) var isProduct: Bool

  init(of tree: PageTree, structuredData: StructuredData) {
    let meta = MetaTags(tree)
    let elements = MetadataElements(tree)
    isArticle = structuredData.describesArticle || meta["og:type"] == "article" || meta["article:published_time"] != nil
    isForum = structuredData.describesForum
    isProduct = structuredData.describesProduct || meta["og:type"]?.hasPrefix("product") ?? false
    summary = isArticle || isForum ? meta.first("og:description", "description") : nil
    canonicalURL = elements.canonicalURL ?? meta["og:url"]
    siteName = meta.first("og:site_name", "application-name", "dc.publisher") ?? structuredData.siteName
    title = Self.title(meta, elements, structuredData, siteName)
    author =
      [
        meta.first("author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl"),
        structuredData.author, meta["article:author"], elements.author,
      ].lazy.compactMap { $0.flatMap(Self.personName) }.first
    published =
      [
        structuredData.datePublished,
        meta.first(
          "article:published_time", "og:published_time", "datepublished", "dc.date.issued", "dcterms.issued",
          "dcterms.created", "dc.date", "dcterms.date", "publishdate", "pubdate", "publication_date", "sailthru.date",
          "parsely-pub-date", "citation_publication_date", "date"),
        elements.date,
      ].lazy.compactMap { $0.flatMap(DateReader.date) }.first
    language = elements.language ?? structuredData.language ?? meta["og:locale"].map { $0.replacing("_", with: "-") }
  }

  private static func title(
    _ meta: MetaTags, _ elements: MetadataElements, _ data: StructuredData, _ siteName: String?
  ) -> String? {
    let named = meta.first("og:title", "twitter:title", "dc.title", "dcterms.title", "parsely-title") ?? data.headline
    if let title = named ?? elements.title {
      return withoutSiteName(title, siteName: siteName, heading: elements.heading)
    }
    return elements.heading
  }

  /// The most bytes of a title that may have the name of the site in it.
  private static let longestTitle = 1000

  /// `Tea and sleep | The Daily Leaf` → `Tea and sleep`: what follows the last bar or dash goes when it names the site or
  /// when the rest is the page's heading.
  private static func withoutSiteName(_ title: String, siteName: String?, heading: String?) -> String {
    guard title.utf8.count <= longestTitle else { return title }
    for separator in [" | ", " - ", " – ", " — ", " :: ", " · ", " » "] {
      guard Array(title.utf8)[...].range(of: separator) != nil else { continue }
      let parts = title.components(separatedBy: separator)
      guard parts.count > 1, let last = parts.last else { continue }
      let rest = parts.dropLast().joined(separator: separator)
      if last.lowercased() == siteName?.lowercased() || rest.lowercased() == heading?.lowercased() { return rest }
    }
    return title
  }

  /// A name without the “By” before it; `nil` for addresses and for what is too long for names.
  private static func personName(_ text: String) -> String? {
    var name = text.collapsingSpace
    if name.lowercased().hasPrefix("by ") { name = String(name.dropFirst(3)) }
    return name.isEmpty || name.count > 100 || name.hasPrefix("http") ? nil : name
  }
}

extension String {
  fileprivate func components(separatedBy separator: String) -> [String] {
    split(separator: separator, omittingEmptySubsequences: false).map(String.init)
  }
}
