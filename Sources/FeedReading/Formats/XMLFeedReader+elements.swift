// What the elements of a feed mean.

extension XMLFeedReader {
  /// What the element that was opened last is; its text is captured where it is wanted.
  mutating func role(
    of name: String, in vocabulary: FeedVocabulary, _ attributes: TagAttributes
  ) -> OpenElement.Role {
    guard let parent = open.dropLast().last else { return rootRole(of: name, in: vocabulary, attributes) }
    switch parent.role {
    case .feed: return feedRole(of: name, in: vocabulary, attributes)
    case .item:
      return FeedField(name, in: vocabulary, ofItem: true).map { begin($0, in: vocabulary, attributes) } ?? .ignored
    case .person: return personRole(of: name)
    case .field, .ignored: return .ignored
    }
  }

  private mutating func rootRole(
    of name: String, in vocabulary: FeedVocabulary, _ attributes: TagAttributes
  ) -> OpenElement.Role {
    switch name.lowercased() {
    case "rss", "channel": feed.format = .rss
    case "rdf": feed.format = .rdf
    case "feed": feed.format = .atom
    case "opml": feed.format = .opml
    case "health-topics":
      feed.format = .healthTopics
      header.set(\.updated, of: .updated, rank: 3, to: attributes["date-generated"].flatMap(DateReader.date))
    case "entry":
      feed.format = .atom
      return beginItem(attributes)
    case "html", "head", "body":
      refusal = FeedDiagnostics.webPage
      return .ignored
    default:
      refusal = FeedDiagnostics.notAFeed(root: name)
      return .ignored
    }
    feed.language = attributes["xml:lang"]
    return .feed
  }

  private mutating func feedRole(
    of name: String, in vocabulary: FeedVocabulary, _ attributes: TagAttributes
  ) -> OpenElement.Role {
    switch (vocabulary, name) {
    case (.plain, "channel"), (.plain, "head"), (.plain, "body"), (.plain, "skipHours"): return .feed
    case (.plain, "item"), (.plain, "entry"), (.atom, "entry"): return beginItem(attributes)
    case (.plain, "health-topic"): return beginTopic(attributes)
    case (.plain, "outline"):
      addOutline(attributes)
      return .feed
    case (.tombstones, "deleted-entry"):
      if let id = attributes["ref"] { feed.deletedItems.append(id) }
      return .ignored
    default:
      return FeedField(name, in: vocabulary, ofItem: false).map { begin($0, in: vocabulary, attributes) } ?? .ignored
    }
  }

  private mutating func personRole(of name: String) -> OpenElement.Role {
    let field: FeedField.Name
    switch name {
    case "name": field = .personName
    case "email": field = .personEmail
    case "uri", "url", "homepage": field = .personAddress
    default: return .ignored
    }
    capture = TextCapture(field: FeedField(field), construct: .text, tag: open[open.count - 1].name)
    return .field
  }

  // MARK: Items

  private mutating func beginItem(_ attributes: TagAttributes) -> OpenElement.Role {
    var draft = ItemDraft()
    draft.set(\.id, of: .id, rank: 1, to: attributes["rdf:about"])
    draft.set(\.language, of: .language, rank: 1, to: attributes["xml:lang"])
    self.draft = draft
    return .item
  }

  /// A health topic of MedlinePlus, most of which is in its attributes (https://medlineplus.gov/xmldescription.html).
  private mutating func beginTopic(_ attributes: TagAttributes) -> OpenElement.Role {
    var draft = ItemDraft()
    draft.item.id = attributes["id"]
    draft.item.title = attributes["title"]
    draft.item.link = attributes["url"]
    draft.item.summary = attributes["meta-desc"]
    draft.item.published = attributes["date-created"].flatMap(DateReader.date)
    draft.item.language = attributes["language"].map { Self.languageTags[$0] ?? $0 }
    self.draft = draft
    return .item
  }

  /// The languages of MedlinePlus.
  private static let languageTags = ["English": "en", "Spanish": "es"]

  /// A feed in an OPML list.
  private mutating func addOutline(_ attributes: TagAttributes) {
    guard let address = attributes["xmlUrl"] else { return }
    var item = FeedItem()
    item.title = attributes["title"] ?? attributes["text"]
    item.link = resolved(address)
    item.summary = attributes["description"]
    item.language = attributes["language"]
    finished.append(item)
  }

  // MARK: Fields

  private mutating func begin(
    _ field: FeedField, in vocabulary: FeedVocabulary, _ attributes: TagAttributes
  ) -> OpenElement.Role {
    switch field.names[0] {
    case .author where vocabulary == .atom || feed.format == .atom && vocabulary == .plain:
      return .person(rank: field.rank)
    case .link:
      if let address = attributes["href"] {
        setLink(address, attributes, in: vocabulary)
        return .ignored
      }
    default: break
    }
    var capture = TextCapture(
      field: field, construct: construct(of: field, in: vocabulary, attributes), tag: open[open.count - 1].name)
    capture.isPermanentLink = attributes.isEmpty || attributes["isPermaLink"]?.lowercased() != "false"
    self.capture = capture
    return .field
  }

  private func construct(
    of field: FeedField, in vocabulary: FeedVocabulary, _ attributes: TagAttributes
  ) -> TextConstruct {
    switch vocabulary {
    case .atom: TextConstruct(atom: attributes)
    case .plain where feed.format == .atom: TextConstruct(atom: attributes)
    case .xhtml: .xhtml
    default: .html
    }
  }

  /// The relations of RFC 4287, §4.2.7.2, and RFC 5005.
  private mutating func setLink(_ address: String, _ attributes: TagAttributes, in vocabulary: FeedVocabulary) {
    let address = resolved(address)
    switch attributes["rel"]?.lowercased() ?? "alternate" {
    case "alternate", "":
      // In RSS, what RSS itself says counts.
      let rank = vocabulary == .atom && feed.format != .atom ? 2 : 3
      withDraft { $0.set(\.link, of: .link, rank: rank, to: address) }
    case "next" where draft == nil: feed.nextPage = address
    case "prev-archive" where draft == nil: feed.previousArchive = address
    default: break
    }
  }

  /// Takes the text of an element that has ended.
  mutating func store(_ captured: TextCapture) {
    if captured.isTruncated { repairs.hasTruncatedText = true }
    for name in captured.field.names { store(captured, as: name, rank: captured.field.rank) }
  }

  private mutating func store(_ captured: TextCapture, as name: FeedField.Name, rank: Int) {
    switch name {
    case .title: set(\.title, of: name, rank, toCleanTextOf: captured)
    case .summary: set(\.summary, of: name, rank, toCleanTextOf: captured, without: "")
    case .content: set(\.content, of: name, rank, toCleanTextOf: captured, without: "")
    case .published: setDate(\.published, of: name, rank, from: captured)
    case .updated: setDate(\.updated, of: name, rank, from: captured)
    case .id: setID(from: captured, rank: rank)
    case .link:
      let address = captured.bytes.trimmedText.map { resolved($0) }
      withDraft { $0.set(\.link, of: .link, rank: rank, to: address) }
    case .language: withDraft { $0.set(\.language, of: .language, rank: rank, to: captured.bytes.trimmedText) }
    case .author:
      guard let text = clean(captured) else { return }
      withDraft { $0.add(FeedItem.Author(mailbox: text), rank: rank) }
    case .timeToLive: feed.timeToLive = captured.bytes.trimmedText.flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
    case .skipHour:
      // Some write 24 for midnight.
      if let hour = captured.bytes.trimmedText.flatMap({ Int($0) }), (0...24).contains(hour) {
        feed.skipHours.append(hour % 24)
      }
    case .personName: person.name = person.name ?? clean(captured)
    case .personEmail: person.email = person.email ?? captured.bytes.trimmedText
    case .personAddress: person.url = person.url ?? captured.bytes.trimmedText.map { resolved($0) }
    }
  }

  private mutating func clean(_ captured: TextCapture) -> String? {
    let (text, wasEscapedTwice) = captured.construct.clean(captured.bytes)
    if wasEscapedTwice { repairs.textsEscapedTwice += 1 }
    return text
  }

  /// Where there is markup without text, such as a picture alone, the value is `empty`.
  private mutating func set(
    _ path: WritableKeyPath<FeedItem, String?>, of name: FeedField.Name, _ rank: Int,
    toCleanTextOf captured: TextCapture,
    without empty: String? = nil
  ) {
    let text = clean(captured) ?? (captured.bytes.trimmedText == nil ? nil : empty)
    withDraft { $0.set(path, of: name, rank: rank, to: text) }
  }

  private mutating func setDate(
    _ path: WritableKeyPath<FeedItem, FeedDate?>, of name: FeedField.Name, _ rank: Int, from captured: TextCapture
  ) {
    guard let text = captured.bytes.trimmedText else { return }
    let date = DateReader.date(in: text)
    if date == nil { repairs.unreadableDates += 1 }
    withDraft { $0.set(path, of: name, rank: rank, to: date) }
  }

  private mutating func setID(from captured: TextCapture, rank: Int) {
    guard let written = captured.bytes.trimmedText else { return }
    // The id of Atom is absolute (RFC 4287, §4.2.6); one that is not can only be meant with its base.
    let base = feed.format == .atom ? open.last?.base : nil
    let id = AddressReference.resolve(written, against: base)
    let link = captured.isPermanentLink && feed.format == .rss && AddressReference.isWeb(id) ? id : nil
    withDraft {
      $0.set(\.id, of: .id, rank: rank, to: id)
      $0.permanentLink = $0.permanentLink ?? link
    }
  }
}
