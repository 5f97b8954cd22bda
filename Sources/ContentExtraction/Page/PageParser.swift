/// Parses a page: what its markup says becomes a ``PageTree``.
struct PageParser {
  /// What there is in a page.
  struct Page {
    let tree: PageTree
    /// The contents of the `application/ld+json` scripts.
    let structuredData: [ArraySlice<UInt8>]
    /// Whether the page has scripts that run.
    let hasScripts: Bool
  }

  private var reader: MarkupReader
  private var builder: TreeBuilder
  private var traitsReader: TraitsReader
  /// The attributes of the tag that is being read, each once, with their values' places in the page.
  private var attributes: [(name: Attribute, value: Range<Int>)] = []
  private var hasRootAttributes = false

  private init(_ page: [UInt8], _ vocabulary: PageVocabulary) {
    reader = MarkupReader(page)
    builder = TreeBuilder(pageLength: page.count)
    traitsReader = TraitsReader(vocabulary: vocabulary)
  }

  /// Reads HTML in UTF-8; of a page of more than 2 GiB, the beginning.
  static func parse(_ page: [UInt8], vocabulary: PageVocabulary) -> Page {
    let limit = Int(Int32.max)
    var parser = PageParser(page.count <= limit ? page : Array(page.prefix(limit)), vocabulary)
    parser.read()
    return Page(
      tree: parser.builder.tree, structuredData: parser.reader.structuredData, hasScripts: parser.reader.hasScripts)
  }

  private mutating func read() {
    while let token = reader.next() {
      switch token {
      case .text(let text): builder.appendText(reader.bytes[text])
      case .startTag(let name): readStartTag(name)
      case .endTag(let name): builder.endTag(name)
      }
    }
    builder.finish()
  }

  private mutating func readStartTag(_ name: ElementName) {
    attributes.removeAll(keepingCapacity: true)
    while let (attribute, value) = reader.nextAttribute() {
      guard let attribute, !attributes.contains(where: { $0.name == attribute }) else { continue }
      attributes.append((attribute, value))
    }
    guard let node = builder.startTag(name), !attributes.isEmpty || name.tag == .time else { return }
    if node == builder.tree.root {
      guard !hasRootAttributes else { return }
      hasRootAttributes = true
    }
    builder.tree.setTraits(traitsReader.traits(of: attributes, in: reader.bytes), of: node)
    if carriesMetadata(name.tag) { builder.tree.setAttributes(strings, of: node) }
  }

  private var strings: [Attribute: String] {
    Dictionary(uniqueKeysWithValues: attributes.map { ($0.name, reader.bytes[$0.value].text) })
  }

  /// Whether metadata may be read from the element whose attributes were read.
  private func carriesMetadata(_ tag: Tag) -> Bool {
    switch tag {
    case .html, .meta, .time: true
    case .link: hasRelation("canonical")
    default: attributes.contains { $0.name == .itemprop } || hasRelation("author")
    }
  }

  private func hasRelation(_ name: String) -> Bool {
    attributes.contains { $0.name == .rel && reader.bytes[$0.value].range(of: name) != nil }
  }
}

extension ArraySlice<UInt8> {
  /// The value of an attribute with its references decoded.
  var decoded: ArraySlice<UInt8> {
    guard contains(UInt8(ascii: "&")) else { return self }
    var bytes: [UInt8] = []
    CharacterReference.append(self, to: &bytes)
    return bytes[...]
  }

  /// The same as a text, without control characters.
  var text: String { String(decoding: decoded.lazy.filter { !$0.isControl }, as: UTF8.self) }
}
