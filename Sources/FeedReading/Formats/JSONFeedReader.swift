import FactCheckCore

/// Reads JSON Feed 1.0 and 1.1 (https://jsonfeed.org/version/1.1), the `DataFeed` in which schema.org's `ClaimReview`s are
/// published, and the outbreak news of WHO.
struct JSONFeedReader {
  private var feed = Feed()
  private var repairs = FeedRepairs()
  private let address: String?

  /// The feed in bytes of UTF-8 that are all there is of it.
  static func feed(in bytes: ArraySlice<UInt8>, address: String?) -> Diagnosed<Feed> {
    let (value, isWellFormed) = JSONReader.read(bytes)
    var reader = JSONFeedReader(address: address)
    guard let value, reader.read(value) else { return Diagnosed(Feed(), [FeedDiagnostics.unknownJSON]) }
    reader.feed.isCutOff = !isWellFormed
    reader.feed.endsWithinItem = !isWellFormed
    reader.repairs.itemsWithoutIdentity = reader.feed.items.count { $0.identity == nil }
    return Diagnosed(
      reader.feed, (isWellFormed ? [] : [FeedDiagnostics.brokenJSON]) + reader.repairs.diagnostics)
  }

  private init(address: String?) { self.address = address }

  /// - Returns: whether the value is a feed.
  private mutating func read(_ value: JSONValue) -> Bool {
    let isJSONFeed = value["version"]?.text?.contains("jsonfeed.org") == true || value["items"] != nil
    if isJSONFeed {
      readJSONFeed(value)
    } else if value["dataFeedElement"] != nil {
      readDataFeed(value)
    } else if value["@odata.context"]?.text?.contains("diseaseoutbreaknews") == true {
      readOutbreakNews(value)
    } else {
      let reviews = value.elements.filter { $0["claimReviewed"] != nil }
      guard !reviews.isEmpty else { return false }
      feed.format = .claimReview
      feed.items = reviews.compactMap { reviewItem($0, around: nil) }
    }
    return true
  }

  // MARK: JSON Feed

  private mutating func readJSONFeed(_ value: JSONValue) {
    feed.format = .jsonFeed
    feed.title = clean(value["title"], as: .text)
    feed.link = value["home_page_url"]?.text.map { resolved($0) }
    feed.language = value["language"]?.text
    feed.nextPage = value["next_url"]?.text.map { resolved($0) }
    feed.isExpired = value["expired"]?.isTrue == true
    let feedAuthors = authors(of: value)
    for element in value["items"]?.elements ?? [] {
      var item = jsonItem(element)
      if item.authors.isEmpty { item.authors = feedAuthors }
      feed.items.append(item)
    }
  }

  private mutating func jsonItem(_ value: JSONValue) -> FeedItem {
    var item = FeedItem()
    item.id = value["id"]?.text
    item.title = clean(value["title"], as: .text)
    item.link = (value["url"]?.text ?? value["external_url"]?.text).map { resolved($0) }
    item.summary = clean(value["summary"], as: .text)
    item.content = clean(value["content_html"], as: .html) ?? clean(value["content_text"], as: .text)
    item.published = date(value["date_published"])
    item.updated = date(value["date_modified"])
    item.authors = authors(of: value)
    item.language = value["language"]?.text
    return item
  }

  /// `authors` of version 1.1, or the `author` of version 1.0.
  private mutating func authors(of value: JSONValue) -> [FeedItem.Author] {
    let listed = value["authors"]?.elements ?? []
    return (listed.isEmpty ? value["author"]?.elements ?? [] : listed).compactMap { author in
      let found = FeedItem.Author(
        name: clean(author["name"], as: .text) ?? clean(author, as: .text),
        url: author["url"]?.text.map { resolved($0) })
      return found.isEmpty ? nil : found
    }
  }

  // MARK: ClaimReview

  private mutating func readDataFeed(_ value: JSONValue) {
    feed.format = .claimReview
    feed.title = clean(value["name"], as: .html)
    feed.link = value["url"]?.text.map { resolved($0) }
    feed.updated = date(value["dateModified"])
    for element in value["dataFeedElement"]?.elements ?? [] {
      for review in element["item"]?.elements ?? [] {
        if let item = reviewItem(review, around: element) { feed.items.append(item) }
      }
    }
  }

  private mutating func reviewItem(_ value: JSONValue, around element: JSONValue?) -> FeedItem? {
    guard let claim = clean(value["claimReviewed"], as: .html) else { return nil }
    var item = FeedItem()
    item.id = value["@id"]?.text ?? element?["@id"]?.text
    item.title = clean(value["name"], as: .html) ?? claim
    item.link = (value["url"]?.text ?? element?["url"]?.text).map { resolved($0) }
    item.summary = clean(value["description"], as: .html)
    item.content = clean(value["reviewBody"], as: .html)
    item.published = date(value["datePublished"] ?? element?["dateCreated"])
    item.updated = date(value["dateModified"] ?? element?["dateModified"])
    item.authors = (value["author"]?.elements ?? []).compactMap { person($0) }
    item.language = value["inLanguage"]?.text
    item.review = review(of: claim, value)
    return item
  }

  private mutating func review(of claim: String, _ value: JSONValue) -> FeedItem.ClaimReview {
    var review = FeedItem.ClaimReview(claim: claim)
    if let rating = value["reviewRating"]?.elements.first {
      review.rating = clean(rating["alternateName"], as: .html) ?? clean(rating["name"], as: .html)
      review.ratingValue = Self.rating(rating["ratingValue"])
      review.worstRating = Self.rating(rating["worstRating"])
      review.bestRating = Self.rating(rating["bestRating"])
    }
    if let reviewed = value["itemReviewed"]?.elements.first {
      review.claimant = reviewed["author"]?.elements.first.flatMap { person($0)?.name }
      let appearances = [reviewed["firstAppearance"], reviewed["appearance"]].flatMap { $0?.elements ?? [] }
      for address in appearances.compactMap({ $0["url"]?.text ?? $0.text }) where !review.appearances.contains(address)
      {
        review.appearances.append(address)
      }
    }
    return review
  }

  private mutating func person(_ value: JSONValue) -> FeedItem.Author? {
    let author = FeedItem.Author(
      name: clean(value["name"], as: .html) ?? clean(value, as: .html), url: value["url"]?.text.map { resolved($0) })
    return author.isEmpty ? nil : author
  }

  /// Publishers write -1 where there is no number.
  private static func rating(_ value: JSONValue?) -> Double? { value?.number.flatMap { $0 == -1 ? nil : $0 } }

  // MARK: Outbreak news

  /// Where the pages are that the items give only the names of.
  private static let outbreakPages = "https://www.who.int/emergencies/disease-outbreak-news/item/"

  private mutating func readOutbreakNews(_ value: JSONValue) {
    feed.format = .outbreakNews
    feed.items = (value["value"]?.elements ?? []).map { element in
      var item = FeedItem()
      item.id = element["UrlName"]?.text ?? element["Id"]?.text
      item.title = clean(element["Title"], as: .html)
      item.link = element["UrlName"]?.text.map { Self.outbreakPages + $0 }
      item.summary = clean(element["Summary"], as: .html)
      item.content = clean(element["Overview"], as: .html)
      item.published = date(element["PublicationDateAndTime"] ?? element["PublicationDate"])
      item.updated = date(element["LastModified"])
      return item
    }
  }

  // MARK: Values

  private mutating func clean(_ value: JSONValue?, as construct: TextConstruct) -> String? {
    guard let value, let source = value.text else { return nil }
    let (text, wasEscapedTwice) = construct.clean(Array(source.utf8))
    if wasEscapedTwice { repairs.textsEscapedTwice += 1 }
    return text
  }

  private mutating func date(_ value: JSONValue?) -> FeedDate? {
    guard let text = value?.text else { return nil }
    let date = DateReader.date(in: text)
    if date == nil { repairs.unreadableDates += 1 }
    return date
  }

  private func resolved(_ reference: String) -> String {
    AddressReference.resolve(reference, against: address ?? feed.link)
  }
}
