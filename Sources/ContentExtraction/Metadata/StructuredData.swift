/// The schema.org items that a page describes itself with in JSON-LD.
struct StructuredData: Sendable {
  private var items: [(types: Set<String>, value: JSONValue)] = []

  /// - Parameter scripts: the contents of the `application/ld+json` scripts.
  init(_ scripts: [ArraySlice<UInt8>]) {
    for script in scripts {
      if let value = TolerantJSONReader.value(in: script) { add(value, depth: 0) }
    }
  }

  /// Items stand alone, in arrays, in a `@graph`, or as the main entity of another.
  private mutating func add(_ value: JSONValue, depth: Int) {
    guard depth < 4 else { return }
    for element in value.elements {
      guard case .object(let members) = element else { continue }
      let types = members["@type"]?.elements.compactMap(\.string) ?? []
      if !types.isEmpty { items.append((Set(types.map(Self.localName)), element)) }
      for name in ["@graph", "mainEntity", "mainEntityOfPage"] {
        if let nested = members[name] { add(nested, depth: depth + 1) }
      }
    }
  }

  /// `http://schema.org/NewsArticle` → `NewsArticle`.
  private static func localName(_ type: String) -> String {
    String(type.split(whereSeparator: { $0 == "/" || $0 == ":" || $0 == "#" }).last ?? "")
  }

  /// Whether the page says that it is an article.
  var describesArticle: Bool { article != nil }

  /// Whether the page says that it is a thread or one question with its answers.
  var describesForum: Bool { items.contains { !$0.types.isDisjoint(with: Self.forumTypes) } }

  /// Whether the page says that it offers a product.
  var describesProduct: Bool { product != nil }

  /// The text that stands for the page: of the article, the first post or the product.
  var body: String? {
    let text = article ?? items.first { $0.types.contains("DiscussionForumPosting") }?.value
    return text?["articleBody"]?.string ?? text?["text"]?.string ?? product?["description"]?.string
  }

  /// The only product that is for sale; pages with several list them, and services call themselves products for the sake
  /// of their ratings.
  private var product: JSONValue? {
    let products = items.filter { !$0.types.isDisjoint(with: Self.productTypes) }
    guard products.count == 1, let only = products.first?.value else { return nil }
    return only["offers"] != nil || only["hasVariant"] != nil ? only : nil
  }

  private static let articleTypes: Set<String> = [
    "Article", "NewsArticle", "BlogPosting", "AnalysisNewsArticle", "ReportageNewsArticle", "OpinionNewsArticle",
    "ScholarlyArticle", "MedicalScholarlyArticle", "TechArticle", "Report", "ReviewNewsArticle",
    "BackgroundNewsArticle", "AdvertiserContentArticle", "LiveBlogPosting", "SatiricalArticle",
  ]
  private static let forumTypes: Set<String> = ["DiscussionForumPosting", "QAPage"]
  private static let productTypes: Set<String> = ["Product", "ProductGroup", "IndividualProduct"]

  private var article: JSONValue? { items.first { !$0.types.isDisjoint(with: Self.articleTypes) }?.value }

  /// The item to read metadata from: the article, else the thread, else the page.
  private var described: JSONValue? {
    article ?? items.first { $0.types.contains("DiscussionForumPosting") }?.value
      ?? items.first { $0.types.contains("WebPage") || $0.types.contains("MedicalWebPage") }?.value
  }

  var headline: String? { article?["headline"]?.elements.first?.string ?? article?["name"]?.string }

  var datePublished: String? { described?["datePublished"]?.elements.first?.string }

  var language: String? { described?["inLanguage"]?.elements.first?.string }

  /// The names of the authors, joined by commas.
  var author: String? {
    let names = described?["author"]?.elements.compactMap { name(of: $0) } ?? []
    return names.isEmpty ? nil : names.joined(separator: ", ")
  }

  var siteName: String? {
    article?["publisher"]?.elements.first.flatMap { name(of: $0) }
      ?? items.first { $0.types.contains("WebSite") }?.value["name"]?.string
  }

  /// The name of a person or an organization, which may be given as text, as an item, or as a reference to another
  /// item.
  private func name(of value: JSONValue) -> String? {
    if let text = value.string { return text.hasPrefix("http") ? nil : text }
    if let name = value["name"]?.elements.first?.string { return name }
    guard let id = value["@id"]?.string else { return nil }
    return items.first { $0.value["@id"]?.string == id && $0.value["name"] != nil }?.value["name"]?.string
  }
}
