import CLibXML2
import Glibc

/// Parses reduced markup with libxml2 and copies what extraction needs into a ``PageTree``.
struct PageParser {
  private var tree = PageTree()
  private var tags: [UnsafePointer<xmlChar>: Tag] = [:]
  private var attributeNames: [UnsafePointer<xmlChar>: Attribute] = [:]
  private var traitsReader: TraitsReader

  /// libxml2 sets its tables up on first use, which must not happen on two threads at once.
  private static let isInitialized: Void = xmlInitParser()

  private init(_ vocabulary: PageVocabulary) { traitsReader = TraitsReader(vocabulary) }

  /// The page as a tree; empty but for its root when there is no element in it.
  ///
  /// The markup is what ``MarkupReducer`` made of a page. It keeps elements from nesting so deep that libxml2 gives up
  /// and drops the rest, unless a page mixes elements whose end tags may be left out in ways that close nothing.
  static func parse(_ markup: [UInt8], vocabulary: PageVocabulary) -> PageTree {
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
      | HTML_PARSE_NONET.rawValue
    _ = isInitialized
    let document = markup.withUnsafeBytes { bytes in
      htmlReadMemory(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(clamping: bytes.count), nil, "UTF-8",
        Int32(options))
    }
    guard let document else { return PageTree() }
    defer { xmlFreeDoc(document) }
    var parser = PageParser(vocabulary)
    if let root = xmlDocGetRootElement(document) { parser.copy(root) }
    return parser.tree
  }

  /// Walks the nodes without recursion.
  private mutating func copy(_ root: xmlNodePtr) {
    readAttributes(of: root, into: tree.root)
    var parents = [tree.root]
    var next = root.pointee.children
    while let node = next {
      let index = add(node, in: parents[parents.count - 1])
      if let index, let child = node.pointee.children {
        parents.append(index)
        next = child
      } else {
        next = successor(of: node, below: root, closing: &parents)
      }
    }
    tree.close(tree.root)
  }

  /// The next sibling of a node, or else that of the nearest ancestor that has one.
  private mutating func successor(
    of node: xmlNodePtr, below root: xmlNodePtr, closing parents: inout [Int]
  ) -> xmlNodePtr? {
    var node = node
    while node.pointee.next == nil {
      guard let parent = node.pointee.parent, parent != root else { return nil }
      tree.close(parents.removeLast())
      node = parent
    }
    return node.pointee.next
  }

  /// - Returns: the index of an element; `nil` for a text and for what is not copied.
  private mutating func add(_ node: xmlNodePtr, in parent: Int) -> Int? {
    switch node.pointee.type {
    case XML_TEXT_NODE:
      if let content = node.pointee.content {
        tree.appendText(UnsafeBufferPointer(start: content, count: strlen(content)), in: parent)
      }
      return nil
    case XML_ELEMENT_NODE:
      let index = tree.open(tag(of: node), in: parent)
      readAttributes(of: node, into: index)
      return index
    default: return nil
    }
  }

  private mutating func tag(of node: xmlNodePtr) -> Tag {
    guard let name = node.pointee.name else { return .unknown }
    // libxml2 keeps each name once, so that its address tells it.
    if let tag = tags[name] { return tag }
    let tag = Tag(rawValue: String(cString: name)) ?? .unknown
    tags[name] = tag
    return tag
  }

  private mutating func readAttributes(of node: xmlNodePtr, into index: Int) {
    var values: [(name: Attribute, value: String)] = []
    var next = node.pointee.properties
    while let attribute = next {
      if let name = name(of: attribute) {
        let value = attribute.pointee.children?.pointee.content
        values.append((name, value.map { String(cString: $0) } ?? ""))
      }
      next = attribute.pointee.next
    }
    tree.setTraits(traitsReader.traits(of: values), of: index)
    if Self.carriesMetadata(tree.nodes[index].tag, values) {
      tree.setAttributes(Dictionary(values) { first, _ in first }, of: index)
    }
  }

  private mutating func name(of attribute: xmlAttrPtr) -> Attribute? {
    guard let name = attribute.pointee.name else { return nil }
    if let known = attributeNames[name] { return known }
    let found = Attribute(rawValue: String(cString: name))
    attributeNames[name] = found
    return found
  }

  /// Whether metadata may be read from an element.
  private static func carriesMetadata(_ tag: Tag, _ attributes: [(name: Attribute, value: String)]) -> Bool {
    switch tag {
    case .html, .meta, .link, .time: true
    default: attributes.contains { $0.name == .itemprop || $0.name == .rel && $0.value.utf8.range(of: "author") != nil }
    }
  }
}
