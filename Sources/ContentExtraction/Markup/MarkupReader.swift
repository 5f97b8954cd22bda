/// Cuts a page into texts and tags (HTML Standard, §13.2.5).
///
/// What holds no text of the page is passed over: scripts, styles, drawings, comments and declarations. Scripts that hold
/// JSON-LD are handed out.
struct MarkupReader {
  enum Token {
    /// Where text stands, with its references as written.
    case text(Range<Int>)
    /// A start tag, whose attributes are next; those that are not asked for are passed over.
    case startTag(ElementName)
    case endTag(ElementName)
  }

  let bytes: [UInt8]
  /// The contents of the `application/ld+json` scripts.
  private(set) var structuredData: [ArraySlice<UInt8>] = []
  /// Whether the page has scripts that run.
  private(set) var hasScripts = false

  private var position = 0
  private var isInTag = false
  /// Whether the tag that was read last ended in `/>`.
  private var isSelfClosed = false
  /// Dropped elements that have no end tag in the rest of the page, so that it is not searched again for each of them.
  private var neverClosed: Set<Tag> = []
  /// Whether a declaration in brackets may end in the rest of the page.
  private var mayHoldSubset = true

  /// - Parameter page: HTML in UTF-8.
  init(_ page: [UInt8]) { bytes = page }

  /// The next text or tag; `nil` at the end of the page.
  mutating func next() -> Token? {
    while isInTag { _ = nextAttribute() }
    while position < bytes.count {
      guard bytes[position] == .lessThan else { return readText() }
      switch position + 1 < bytes.count ? bytes[position + 1] : 0 {
      case UInt8(ascii: "!"): skipDeclaration()
      case UInt8(ascii: "?"): skip(past: .greaterThan)
      case .slash:
        if let token = readEndTag() { return token }
      case let byte where byte.isASCIILetter:
        if let token = readStartTag() { return token }
      default: return readText()
      }
    }
    return nil
  }

  /// Reads up to the next `<`; one that opens no tag is text itself.
  private mutating func readText() -> Token {
    let start = position
    position = bytes[(start + 1)...].firstByte(.lessThan) ?? bytes.count
    return .text(start..<position)
  }

  private mutating func skip(past byte: UInt8) {
    position = bytes[position...].firstByte(byte).map { $0 + 1 } ?? bytes.count
  }

  // MARK: Tags

  private mutating func readStartTag() -> Token? {
    position += 1
    let name = readName()
    isInTag = true
    isSelfClosed = false
    guard name.tag.isDropped else { return .startTag(name) }
    drop(name.tag)
    return nil
  }

  private mutating func readEndTag() -> Token? {
    position += 2
    let begins = position < bytes.count && bytes[position].isASCIILetter
    let name = begins ? readName() : nil
    skip(past: .greaterThan)
    guard let name, !name.tag.isDropped else { return nil }
    return .endTag(name)
  }

  private mutating func readName() -> ElementName {
    var name = NameHash()
    while position < bytes.count {
      let byte = bytes[position]
      if byte.isASCIISpace || byte == .slash || byte == .greaterThan || byte == .lessThan { break }
      name.append(byte.asciiLowercased)
      position += 1
    }
    return ElementName(name)
  }

  // MARK: Attributes

  /// Where the value of the next attribute stands, without quotes, and what the attribute is if extraction reads it;
  /// `nil` at the end of the tag.
  mutating func nextAttribute() -> (name: Attribute?, value: Range<Int>)? {
    while position < bytes.count, bytes[position].isASCIISpace || bytes[position] == .slash {
      isSelfClosed = bytes[position] == .slash
      position += 1
    }
    guard position < bytes.count, bytes[position] != .greaterThan else {
      position = min(position + 1, bytes.count)
      isInTag = false
      return nil
    }
    isSelfClosed = false
    let name = readAttributeName()
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else { return (name, position..<position) }
    position += 1
    skipSpace()
    return (name, readValue())
  }

  private mutating func skipSpace() {
    while position < bytes.count, bytes[position].isASCIISpace { position += 1 }
  }

  /// A name may begin with `=`, so that every call moves on.
  private mutating func readAttributeName() -> Attribute? {
    var name = NameHash()
    repeat {
      name.append(bytes[position].asciiLowercased)
      position += 1
    } while position < bytes.count && !bytes[position].isASCIISpace && bytes[position] != .greaterThan
      && bytes[position] != UInt8(ascii: "=") && bytes[position] != .slash
    return Self.attributes[name]
  }

  private static let attributes = NameTable(Attribute.allCases.map { (NameHash($0.rawValue.utf8), $0) })

  private mutating func readValue() -> Range<Int> {
    let start = position
    guard start < bytes.count else { return start..<start }
    if bytes[start].isQuote {
      let end = bytes[(start + 1)...].firstByte(bytes[start]) ?? bytes.count
      position = min(end + 1, bytes.count)
      return (start + 1)..<end
    }
    while position < bytes.count, !bytes[position].isASCIISpace, bytes[position] != .greaterThan { position += 1 }
    return start..<position
  }

  // MARK: What is passed over

  private mutating func skipDeclaration() {
    guard bytes[position...].starts(with: "<!--".utf8) else { return skipDoctype() }
    // `<!-->` and `<!--->` are whole comments (HTML Standard, §13.2.5.43).
    position = firstRange(of: "-->", from: position + 2)?.upperBound ?? bytes.count
  }

  /// The declarations that XML allows within a document type go with it.
  private mutating func skipDoctype() {
    let start = position
    skip(past: .greaterThan)
    let declaration = bytes[start..<position]
    guard mayHoldSubset, declaration.contains(UInt8(ascii: "[")),
      declaration.last(where: { !$0.isASCIISpace && $0 != .greaterThan }) != UInt8(ascii: "]")
    else { return }
    let end = firstRange(of: "]>", from: position)?.upperBound
    mayHoldSubset = end != nil
    position = end ?? position
  }

  /// Moves behind the end tag of an element, or behind its start tag when it has no end.
  private mutating func drop(_ tag: Tag) {
    var isStructuredData = false
    while let (_, value) = nextAttribute() {
      if tag == .script, bytes[value].range(of: "ld+json") != nil { isStructuredData = true }
    }
    if tag == .script, !isStructuredData { hasScripts = true }
    let holdsRawText = tag == .script || tag == .style
    guard holdsRawText || !isSelfClosed, !neverClosed.contains(tag) else { return }
    guard let end = endTag(of: tag) else {
      neverClosed.insert(tag)
      if holdsRawText { position = bytes.count }
      return
    }
    if isStructuredData { structuredData.append(bytes[position..<end]) }
    position = end
    skip(past: .greaterThan)
  }

  /// Where the end tag of a dropped element begins; elements of the same name inside it are passed over.
  private func endTag(of tag: Tag) -> Int? {
    let name = Array(tag.rawValue.utf8)
    let holdsMarkup = tag == .svg || tag == .object || tag == .template
    var open = 1
    var from = position
    while let start = bytes[from...].firstByte(.lessThan) {
      from = start + 1
      guard from < bytes.count else { return nil }
      let isEnd = bytes[from] == .slash
      guard isEnd || holdsMarkup, isTag(name, at: isEnd ? from + 1 : from) else { continue }
      open += isEnd ? -1 : 1
      if open == 0 { return start }
    }
    return nil
  }

  private func isTag(_ name: [UInt8], at start: Int) -> Bool {
    let end = start + name.count
    guard end <= bytes.count else { return false }
    for offset in name.indices where bytes[start + offset].asciiLowercased != name[offset] { return false }
    return end == bytes.count || bytes[end].isASCIISpace || bytes[end] == .greaterThan || bytes[end] == .slash
  }

  private func firstRange(of pattern: String, from start: Int) -> Range<Int>? {
    start <= bytes.count ? bytes[start...].range(of: pattern) : nil
  }
}
