/// A parsed page: its elements and texts in document order.
///
/// A node's descendants stand directly behind it, up to ``Node/end``, so that a subtree is a range of indices and a sum
/// over it is a difference of two prefix sums.
struct PageTree: Sendable {
  struct Node: Sendable {
    let tag: Tag
    /// The index of the parent; the root is its own.
    let parent: Int
    /// The index behind the last descendant.
    var end: Int
    var traits: Traits
    /// For a text, where its bytes stand in ``PageTree/characters``.
    var characters: Range<Int>
  }

  /// Never empty: the root comes first.
  private(set) var nodes: [Node]
  /// The UTF-8 of all texts, one behind the other.
  private(set) var characters: [UInt8] = []
  /// The attributes that metadata is read from, by node.
  private(set) var attributes: [Int: [Attribute: String]] = [:]

  init() {
    nodes = [Node(tag: .html, parent: 0, end: 1, traits: [], characters: 0..<0)]
  }

  /// Adds an element behind all others.
  ///
  /// - Returns: its index, with which ``close(_:)`` is to be called when its descendants have been added.
  mutating func open(_ tag: Tag, in parent: Int) -> Int {
    nodes.append(Node(tag: tag, parent: parent, end: nodes.count + 1, traits: [], characters: 0..<0))
    return nodes.count - 1
  }

  mutating func close(_ node: Int) { nodes[node].end = nodes.count }

  mutating func appendText(_ bytes: some Collection<UInt8>, in parent: Int) {
    let start = characters.count
    characters.append(contentsOf: bytes)
    nodes.append(
      Node(tag: .text, parent: parent, end: nodes.count + 1, traits: [], characters: start..<characters.count))
  }

  mutating func setTraits(_ traits: Traits, of node: Int) { nodes[node].traits = traits }

  mutating func setAttributes(_ values: [Attribute: String], of node: Int) { attributes[node] = values }

  /// The root's descendants and itself.
  var root: Int { 0 }

  /// The indices of a node and its descendants.
  func subtree(of node: Int) -> Range<Int> { node..<nodes[node].end }

  /// A node's parent, grandparent and so on, without itself.
  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(first: node) { $0 == nodes[$0].parent ? nil : nodes[$0].parent }.dropFirst()
  }

  /// The children of a node, in order.
  func children(of node: Int) -> some Sequence<Int> {
    let end = nodes[node].end
    return sequence(state: node + 1) { next -> Int? in
      guard next < end else { return nil }
      defer { next = nodes[next].end }
      return next
    }
  }

  /// Whether a link is put around a part of the page, with a heading or paragraphs of its own.
  func isCard(_ link: Int) -> Bool {
    subtree(of: link).dropFirst().contains { nodes[$0].tag == .p || nodes[$0].tag.isHeading }
  }

  /// The first element of a kind in document order.
  func first(_ tag: Tag) -> Int? { nodes.firstIndex { $0.tag == tag } }

  /// The text of a subtree with white space collapsed.
  func text(of node: Int) -> String {
    var bytes: [UInt8] = []
    for index in subtree(of: node) {
      if nodes[index].tag == .text { bytes.append(contentsOf: characters[nodes[index].characters]) }
      if nodes[index].tag.isBlock || nodes[index].tag == .br { bytes.append(.space) }
    }
    return String(decoding: bytes, as: UTF8.self).collapsingSpace
  }
}
