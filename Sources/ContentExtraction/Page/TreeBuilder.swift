/// Puts the texts and tags of a page together to a tree, as the HTML Standard has it for broken pages (§13.2.6), in short:
/// nothing is moved that was read, so that links and tables around other elements keep what stands in them.
struct TreeBuilder {
  var tree: PageTree

  private struct OpenElement {
    let name: ElementName
    let node: Int
    /// Whether its end tag came while a part of the page stood open in it: it ends with that part.
    var isEnding = false
  }

  private var open: [OpenElement]
  private var hasHead = false
  private var hasBody = false
  /// How many elements are open that nest too deep to be added.
  private var tooDeep = 0
  /// Whether white space would stand at the edge of a block.
  private var isAtEdge = true
  private var isPreformatted = false

  /// Elements nested deeper than this are not added, their text is: parts of a page are looked up from each of its
  /// blocks.
  private static let deepest = 200
  /// How much deeper elements may nest whose end tags can be left out.
  private static let reserve = 50

  /// The length of the page in bytes tells how large the tree may become.
  init(pageLength: Int) {
    tree = PageTree(pageLength: pageLength)
    open = [OpenElement(name: ElementName(.html), node: tree.root)]
  }

  private var current: OpenElement { open[open.count - 1] }

  // MARK: Texts

  /// Adds a text, with its references as written.
  mutating func appendText(_ text: ArraySlice<UInt8>) {
    let isBlank = text.allSatisfy(\.isASCIISpace)
    if isBlank, isAtEdge, !isPreformatted { return }
    if !isBlank { enterBody() }
    tree.appendText(text, in: current.node)
    isAtEdge = false
  }

  // MARK: Start tags

  /// Adds an element if it is one of its own.
  ///
  /// - Returns: its index, to set its attributes.
  mutating func startTag(_ name: ElementName) -> Int? {
    switch name.tag {
    case .html: return tree.root
    case .head: return hasHead || hasBody ? nil : addHead()
    case .body:
      if hasBody { return nil }
      closeAll()
      return addBody()
    case let tag where tag.isMetadata: if !hasHead, !hasBody { _ = addHead() }
    case .noscript where current.name.tag == .head: break
    default: enterBody()
    }
    if name.tag.isTablePart {
      guard let parent = open.lastIndex(where: { $0.name.tag.maySurround(name.tag) }) else { return nil }
      close(downTo: parent + 1)
    } else {
      makeRoom(for: name.tag)
    }
    return add(name)
  }

  private mutating func addHead() -> Int? {
    hasHead = true
    return add(ElementName(.head))
  }

  private mutating func addBody() -> Int? {
    hasBody = true
    return add(ElementName(.body))
  }

  /// Text and elements that do not belong to the head begin the body.
  private mutating func enterBody() {
    guard !hasBody, current.name.tag == .html || current.name.tag == .head else { return }
    closeAll()
    _ = addBody()
  }

  private mutating func closeAll() { close(downTo: 1) }

  /// Ends the elements that a start tag implies the end of.
  private mutating func makeRoom(for tag: Tag) {
    // A link stays open around what ends a paragraph in it.
    if tag.endsParagraph { closeNearest(.p, within: .a) }
    switch tag {
    case .li: closeItem { $0 == .li }
    case .dd, .dt: closeItem { $0 == .dd || $0 == .dt }
    case .option: closeCurrent { $0 == .option }
    case .optgroup: closeCurrent { $0 == .option || $0 == .optgroup }
    case .a: closeNearest(.a)
    case .button: if let button = position(of: ElementName(.button)) { close(downTo: button) }
    default: if tag.isHeading { closeCurrent(where: \.isHeading) }
    }
  }

  private mutating func closeCurrent(where isClosed: (Tag) -> Bool) {
    while isClosed(current.name.tag) { close(downTo: open.count - 1) }
  }

  /// Ends an open element with the phrases in it, unless a part of the page or an element of another kind is in between.
  private mutating func closeNearest(_ tag: Tag, within other: Tag? = nil) {
    for index in open.indices.reversed() {
      let candidate = open[index].name.tag
      if candidate == tag { return close(downTo: index) }
      if candidate.isSpecial || candidate == other { return }
    }
  }

  private mutating func closeItem(where isItem: (Tag) -> Bool) {
    for index in open.indices.reversed() {
      let tag = open[index].name.tag
      if isItem(tag) { return close(downTo: index) }
      if tag.isSpecial, tag != .address, tag != .div, tag != .p { return }
    }
  }

  /// Adds an element to the current one.
  private mutating func add(_ name: ElementName) -> Int? {
    let tag = name.tag
    guard open.count < Self.deepest + (tag.hasOptionalEnd || tag.isVoid ? Self.reserve : 0) else {
      if !tag.hasOptionalEnd, !tag.isVoid { tooDeep += 1 }
      return nil
    }
    let node = tree.open(tag, in: current.node)
    isAtEdge = isAtEdge || tag.isBlock || tag == .br
    if !tag.isVoid {
      open.append(OpenElement(name: name, node: node))
      if tag == .pre { isPreformatted = true }
    }
    return node
  }

  // MARK: End tags

  /// Ends the element that an end tag is for, if one is open.
  mutating func endTag(_ name: ElementName) {
    let tag = name.tag
    if tooDeep > 0, !tag.hasOptionalEnd, !tag.isVoid {
      tooDeep -= 1
      return
    }
    switch tag {
    case .html, .body: return
    case .br: _ = startTag(name)
    case .p where position(of: name) == nil: if startTag(name) != nil { close(downTo: open.count - 1) }
    default:
      guard let element = position(of: name) else { return }
      if holdsParts(element, endingAs: tag) { open[element].isEnding = true } else { close(downTo: element) }
    }
  }

  /// The innermost open element with a name that an end tag reaches.
  private func position(of name: ElementName) -> Int? {
    let isTable = name.tag == .table || name.tag.isTablePart
    for index in open.indices.reversed() {
      let tag = open[index].name.tag
      if open[index].name == name || name.tag.isHeading && tag.isHeading { return index }
      if isTable ? tag == .table : tag.isScope || name.tag == .li && (tag == .ul || tag == .ol) { return nil }
    }
    return nil
  }

  /// Whether a part of the page is open in a phrase or a form, which end tags of these do not end.
  private func holdsParts(_ element: Int, endingAs tag: Tag) -> Bool {
    (!tag.isSpecial || tag == .form) && open[(element + 1)...].contains { $0.name.tag.isSpecial }
  }

  /// Ends elements until so many are open.
  private mutating func close(downTo count: Int) {
    while open.count > max(count, 1) || open.count > 1 && current.isEnding {
      let element = open.removeLast()
      tree.close(element.node)
      isAtEdge = isAtEdge || element.name.tag.isBlock
      if element.name.tag == .pre { isPreformatted = false }
    }
  }

  /// Ends all elements.
  mutating func finish() {
    closeAll()
    tree.close(tree.root)
  }
}
