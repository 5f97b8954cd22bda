/// What the elements of a page, other than `<meta>`, say about it.
struct MetadataElements: Sendable {
  private(set) var title: String?
  /// The text of the first `<h1>`, or of an element named as the headline.
  private(set) var heading: String?
  private(set) var author: String?
  /// As it is written.
  private(set) var date: String?
  private(set) var language: String?
  private(set) var canonicalURL: String?

  init(_ tree: PageTree) {
    title = tree.first(.title).map(tree.text(of:)).nonEmpty
    heading =
      (tree.first(.h1) ?? tree.nodes.firstIndex { $0.traits.contains(.headline) }).map(tree.text(of:)).nonEmpty
    for (node, attributes) in tree.attributes { read(node, attributes, tree) }
    if author == nil {
      author = tree.nodes.firstIndex { $0.traits.contains(.byline) }.map(tree.text(of:)).nonEmpty
    }
  }

  private mutating func read(_ node: Int, _ attributes: [Attribute: String], _ tree: PageTree) {
    let properties = attributes[.itemprop] ?? ""
    switch tree.nodes[node].tag {
    case .html: language = attributes[.lang].nonEmpty
    case .link where attributes[.rel] == "canonical": canonicalURL = canonicalURL ?? attributes[.href].nonEmpty
    case .time: date = date ?? (attributes[.datetime] ?? tree.text(of: node)).nonEmpty
    default: break
    }
    if Array(properties.utf8)[...].range(of: "datePublished") != nil {
      date = (attributes[.datetime] ?? attributes[.content] ?? tree.text(of: node)).nonEmpty ?? date
    }
    if author == nil, properties == "author" || attributes[.rel]?.contains("author") == true {
      author = tree.text(of: node).nonEmpty
    }
  }
}

extension String {
  /// The text, or `nil` if it is empty.
  fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension String? {
  /// The text, or `nil` if it is empty.
  fileprivate var nonEmpty: String? { flatMap(\.nonEmpty) }
}
