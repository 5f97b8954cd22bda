/// The `<meta>` tags of a page, by `name`, `property` or `itemprop` in lower case.
struct MetaTags: Sendable {
  private var contents: [String: String] = [:]

  init(_ tree: PageTree) {
    for (node, attributes) in tree.attributes where tree.nodes[node].tag == .meta {
      let content = attributes[.content]?.collapsingSpace ?? ""
      if content.isEmpty { continue }
      for key in [Attribute.property, .name, .itemprop] {
        for name in (attributes[key] ?? "").lowercased().split(separator: " ") where contents[String(name)] == nil {
          contents[String(name)] = content
        }
      }
    }
  }

  /// The content of the first tag with a name; never empty.
  subscript(name: String) -> String? { contents[name] }

  /// The content of the first name that the page has.
  func first(_ names: String...) -> String? { names.lazy.compactMap { contents[$0] }.first }
}
