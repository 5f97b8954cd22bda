/// A feed or an item while its elements come in.
struct ItemDraft {
  var item = FeedItem()
  /// An address that its id may be, for items without a link.
  var permanentLink: String?
  /// The rank of what is there, by the number of the field; inline, because items are many.
  private var ranks = SIMD16<UInt8>()

  /// Sets a value unless one of the same or a higher rank is there.
  mutating func set<Value>(
    _ path: WritableKeyPath<FeedItem, Value?>, of name: FeedField.Name, rank: Int, to value: Value?
  ) {
    guard let value, rank > ranks[name.rawValue] else { return }
    ranks[name.rawValue] = UInt8(rank)
    item[keyPath: path] = value
  }

  /// Adds an author; authors of a lower rank than one that is there are the same people once more.
  mutating func add(_ author: FeedItem.Author, rank: Int) {
    let known = Int(ranks[FeedField.Name.author.rawValue])
    guard !author.isEmpty, rank >= known else { return }
    if rank > known { item.authors = [] }
    ranks[FeedField.Name.author.rawValue] = UInt8(rank)
    item.authors.append(author)
  }

  /// The item, once all of its elements are there.
  var finished: FeedItem {
    var item = item
    item.link = item.link ?? permanentLink
    return item
  }
}

extension FeedItem.Author {
  /// Reads `editor@example.org (Jo Smith)`, `Jo Smith <editor@example.org>`, an address alone or a name alone.
  init(mailbox text: String) {
    self.init()
    guard text.utf8.contains(where: { "@(<".utf8.contains($0) }) else {
      name = Array(text.utf8).trimmedText
      return
    }
    let separators: [Character] = ["(", ")", "<", ">"]
    for part in text.split(whereSeparator: { separators.contains($0) }) {
      let part = Array(part.utf8).trimmedText ?? ""
      if email == nil, part.contains("@"), !part.contains(" ") {
        email = part.hasPrefix("mailto:") ? String(part.dropFirst("mailto:".count)) : part
      } else if name == nil, !part.isEmpty {
        name = part
      }
    }
    if email == nil { name = Array(text.utf8).trimmedText }
  }
}
