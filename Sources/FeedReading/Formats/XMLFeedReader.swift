import FactCheckCore

/// Reads feeds in XML, chunk by chunk: RSS in all its versions, Atom, OPML and MedlinePlus health topics.
///
/// Broken markup is read as far as it makes sense: an end tag closes what is open up to its start tag, one that closes
/// nothing is passed over, and what is open at the end counts as closed.
struct XMLFeedReader {
  var feed = Feed()
  var repairs = FeedRepairs()
  private var scanner = MarkupScanner()
  var open: [OpenElement] = []
  private var namespaces: [(prefix: String, vocabulary: FeedVocabulary, depth: Int)] = []
  var capture: TextCapture?
  var person = FeedItem.Author()
  var draft: ItemDraft?
  var header = ItemDraft()
  var finished: [FeedItem] = []
  /// The address that the feed came from.
  private let address: String?
  /// Set when nothing more is to be read.
  var refusal: Diagnostic?

  /// Elements nested deeper are passed over.
  private static let deepest = 128

  init(address: String?) { self.address = address }

  /// The items that end within the next chunk of UTF-8.
  mutating func read(_ chunk: ArraySlice<UInt8>, isLast: Bool) -> [FeedItem] {
    scanner.append(chunk)
    while refusal == nil, let token = scanner.next(isLast: isLast) { handle(token) }
    if isLast { finish() }
    defer { finished = [] }
    return finished
  }

  private mutating func finish() {
    if feed.format == nil, refusal == nil { refusal = FeedDiagnostics.noMarkup }
    if !open.isEmpty, refusal == nil { repairs.isCutOff = true }
    feed.isCutOff = repairs.isCutOff
    feed.endsWithinItem = draft != nil
    while !open.isEmpty { closeLast() }
    repairs.hasBrokenMarkup = repairs.hasBrokenMarkup || scanner.foundBrokenMarkup
    feed.title = header.item.title
    feed.link = header.item.link ?? feed.link
    feed.language = header.item.language
    feed.updated = header.item.updated
  }

  private mutating func handle(_ token: MarkupScanner.Token) {
    switch token {
    case .text(let range): capture?.append(text: scanner.buffer[range])
    case .cdata(let range): capture?.append(cdata: scanner.buffer[range])
    case .startTag(let name, let attributes, let isEmpty):
      start(scanner.buffer[name], TagAttributes(scanner.buffer[attributes]), isEmpty: isEmpty)
    case .endTag(let name): end(scanner.buffer[name])
    case .doctype(let hasInternalSubset):
      // Nothing in it is ever needed, and it is where entity bombs live.
      if hasInternalSubset { refusal = FeedDiagnostics.internalSubset }
    }
  }

  // MARK: Tags

  private mutating func start(_ tag: ArraySlice<UInt8>, _ attributes: TagAttributes, isEmpty: Bool) {
    if capture != nil {
      guard closesUnfinished(tag) else {
        capture?.append(startTag: tag, attributes, isEmpty: isEmpty)
        return
      }
      repairs.hasBrokenMarkup = true
      close(through: open.lastIndex { $0.role == .item } ?? 0)
    }
    guard open.count < Self.deepest else { return }
    let name = String(decoding: tag, as: UTF8.self)
    declareNamespaces(in: attributes)
    let (prefix, local) = Self.divided(name)
    let element = OpenElement(
      name: name, role: .ignored, base: attributes["xml:base"].map { resolved($0) } ?? open.last?.base)
    open.append(element)
    open[open.count - 1].role = role(of: local, in: vocabulary(of: prefix), attributes)
    if isEmpty { closeLast() }
  }

  /// Whether a tag begins the next item although the last one has not ended.
  private func closesUnfinished(_ tag: ArraySlice<UInt8>) -> Bool {
    guard let item = open.last(where: { $0.role == .item }) else { return false }
    return item.name.utf8.elementsEqual(tag)
  }

  private mutating func end(_ tag: ArraySlice<UInt8>) {
    if capture?.isInner(endTag: tag) == true {
      capture?.append(endTag: tag)
      return
    }
    guard let index = open.lastIndex(where: { $0.name.utf8.elementsEqual(tag) }) else {
      if capture == nil { repairs.hasBrokenMarkup = true } else { capture?.append(endTag: tag) }
      return
    }
    if index < open.count - 1 { repairs.hasBrokenMarkup = true }
    close(through: index)
  }

  private mutating func close(through index: Int) {
    while open.count > index { closeLast() }
  }

  private mutating func closeLast() {
    let element = open[open.count - 1]
    if let captured = capture {
      capture = nil
      store(captured)
    }
    switch element.role {
    case .item: finishItem()
    case .person(let rank): finishPerson(rank: rank)
    case .feed, .ignored, .field: break
    }
    open.removeLast()
    while let last = namespaces.last, last.depth > open.count { namespaces.removeLast() }
  }

  private mutating func finishItem() {
    guard let draft else { return }
    self.draft = nil
    var item = draft.finished
    // RFC 4287, §4.2.1: an entry without an author has those of its feed.
    if item.authors.isEmpty, feed.format == .atom { item.authors = header.item.authors }
    if item.identity == nil { repairs.itemsWithoutIdentity += 1 }
    finished.append(item)
  }

  private mutating func finishPerson(rank: Int) {
    var author = person
    person = FeedItem.Author()
    // Atom asks for a name (RFC 4287, §3.2.1); who gives only an address is called by it.
    if author.name == nil, author.email == nil { author.name = author.url }
    withDraft { $0.add(author, rank: rank) }
  }

  mutating func withDraft(_ change: (inout ItemDraft) -> Void) {
    if var item = draft {
      draft = nil
      change(&item)
      draft = item
    } else {
      change(&header)
    }
  }

  // MARK: Names

  private mutating func declareNamespaces(in attributes: TagAttributes) {
    guard !attributes.isEmpty else { return }
    let depth = open.count + 1
    attributes.forEach { name, value in
      guard name.starts(with: "xmlns".utf8) else { return }
      let prefix = String(decoding: name.dropFirst("xmlns:".count), as: UTF8.self)
      let vocabulary = FeedVocabulary(namespace: TagAttributes.decoded(value))
      // A feed in a namespace of its own making is read by its names.
      namespaces.append((prefix, prefix.isEmpty && vocabulary == .other ? .plain : vocabulary, depth))
    }
  }

  private func vocabulary(of prefix: String) -> FeedVocabulary {
    namespaces.last { $0.prefix == prefix }?.vocabulary ?? FeedVocabulary(undeclaredPrefix: prefix)
  }

  private static func divided(_ name: String) -> (prefix: String, local: String) {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) else { return ("", name) }
    return (String(name[..<colon]), String(name[name.utf8.index(after: colon)...]))
  }

  /// An address as seen from `xml:base`, the address of the feed or, in RSS, that of its site.
  func resolved(_ reference: String) -> String {
    let site = feed.format == .rss ? header.item.link : nil
    return AddressReference.resolve(reference, against: open.last?.base ?? address ?? site)
  }
}
