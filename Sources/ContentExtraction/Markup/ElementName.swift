/// The name of an element as it stands in a tag: what it is known as, and what tells unknown ones apart.
struct ElementName: Hashable, Sendable {
  let tag: Tag
  private let hash: NameHash

  /// - Parameter hash: of the name in lower case.
  init(_ hash: NameHash) {
    self.hash = hash
    tag = Self.tags[hash] ?? .unknown
  }

  init(_ tag: Tag) {
    self.tag = tag
    hash = NameHash(tag.rawValue.utf8)
  }

  private static let tags = NameTable(Tag.allCases.map { (NameHash($0.rawValue.utf8), $0) })
}
