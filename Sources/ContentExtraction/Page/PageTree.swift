/// A parsed page: its elements and texts in document order.
///
/// A node's descendants stand directly behind it, up to ``Node/end``, so that a subtree is a range of indices and a sum
/// over it is a difference of two prefix sums.
struct PageTree: Sendable {
  /// Pages have millions of nodes when they mean harm, so that a node takes half of what `Int` would. A page has
  /// 2 GiB at most.
  struct Node: Sendable {
    let tag: Tag
    var traits: Traits = []
    private let storedParent: UInt32
    private var storedEnd: UInt32
    private let firstCharacter: UInt32
    private var endCharacter: UInt32
    private var storedLength: UInt32

    fileprivate init(_ tag: Tag, at index: Int, in parent: Int, characters: Range<Int> = 0..<0, length: Int = 0) {
      self.tag = tag
      storedParent = UInt32(parent)
      storedEnd = UInt32(index + 1)
      firstCharacter = UInt32(characters.lowerBound)
      endCharacter = UInt32(characters.upperBound)
      storedLength = UInt32(length)
    }

    /// The index of the parent; the root is its own.
    var parent: Int { Int(storedParent) }

    /// The index behind the last descendant.
    fileprivate(set) var end: Int {
      get { Int(storedEnd) }
      set { storedEnd = UInt32(newValue) }
    }

    /// For a text, where its bytes stand in ``PageTree/characters``.
    var characters: Range<Int> { Int(firstCharacter)..<Int(endCharacter) }

    /// For a text, its characters that are not white space.
    var length: Int { Int(storedLength) }

    /// Makes a text longer by what was appended to ``PageTree/characters``.
    fileprivate mutating func extend(to end: Int, by length: Int) {
      endCharacter = UInt32(end)
      storedLength += UInt32(length)
    }
  }

  /// Never empty: the root comes first.
  private(set) var nodes: [Node]
  /// The UTF-8 of all texts, one behind the other.
  private(set) var characters: [UInt8] = []
  /// The attributes that metadata is read from, in the order of their nodes.
  private(set) var attributes: [(node: Int, values: [Attribute: String])] = []

  /// Makes room for what there is in an average page of a length in bytes.
  init(pageLength: Int) {
    nodes = [Node(.html, at: 0, in: 0)]
    nodes.reserveCapacity(pageLength / 80)
    characters.reserveCapacity(pageLength / 8)
  }

  /// Adds an element behind all others.
  ///
  /// - Returns: its index, with which ``close(_:)`` is to be called when its descendants have been added.
  mutating func open(_ tag: Tag, in parent: Int) -> Int {
    nodes.append(Node(tag, at: nodes.count, in: parent))
    return nodes.count - 1
  }

  mutating func close(_ node: Int) { nodes[node].end = nodes.count }

  /// Adds a text, with its references as written, behind all nodes; one that follows another becomes one with it.
  mutating func appendText(_ text: ArraySlice<UInt8>, in parent: Int) {
    let start = characters.count
    CharacterReference.append(text, to: &characters)
    if characters[start...].count(where: \.isControl) > 0 {
      characters.replaceSubrange(start..., with: characters[start...].filter { !$0.isControl })
    }
    let length = TextSums.length(of: characters[start...])
    let last = nodes.count - 1
    if nodes[last].tag == .text, nodes[last].parent == parent {
      nodes[last].extend(to: characters.count, by: length)
    } else {
      nodes.append(Node(.text, at: nodes.count, in: parent, characters: start..<characters.count, length: length))
    }
  }

  mutating func setTraits(_ traits: Traits, of node: Int) { nodes[node].traits = traits }

  /// Nodes must come in their order.
  mutating func setAttributes(_ values: [Attribute: String], of node: Int) { attributes.append((node, values)) }

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
    var previous = node
    for index in subtree(of: node) {
      if nodes[index].tag == .text {
        if ancestors(of: previous).contains(where: { nodes[$0].tag.isBlock && nodes[$0].end <= index }) {
          bytes.append(.space)
        }
        bytes.append(contentsOf: characters[nodes[index].characters])
        previous = index
      } else if nodes[index].tag.isBlock || nodes[index].tag == .br {
        bytes.append(.space)
      }
    }
    return String(decoding: bytes, as: UTF8.self).collapsingSpace
  }
}
