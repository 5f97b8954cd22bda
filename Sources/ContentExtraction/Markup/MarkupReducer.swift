/// Rewrites a page to what extraction reads of it, so that the parser sees a third of the bytes and no hostile shapes.
///
/// Scripts, styles, drawings, comments and declarations go; tags keep the attributes in ``Attribute``, each once;
/// elements nested too deep lose their tags but not their text. Scripts that hold JSON-LD are handed out.
struct MarkupReducer {
  /// The page without its ballast, in UTF-8.
  private(set) var markup: [UInt8] = []
  /// The contents of the `application/ld+json` scripts.
  private(set) var structuredData: [[UInt8]] = []
  /// Whether the page has scripts that run.
  private(set) var hasScripts = false

  /// Elements nested deeper than this lose their tags. libxml2 stops at 256 by itself and drops the rest of the page.
  private static let deepest = 200
  private static let longestKeptAttribute = Attribute.allCases.map(\.rawValue.utf8.count).max() ?? 0
  /// Elements whose content is not text of the page.
  private static let dropped = [
    "script", "style", "svg", "template", "iframe", "object", "noembed", "noframes", "math", "audio", "video", "canvas",
  ]
  /// Elements that never have content, and those whose end tag may be left out (HTML Standard, §13.1.2): neither tells
  /// how deep the page is nested.
  private static let uncounted = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "html", "head", "body", "li", "dt", "dd", "p", "rt", "rp", "optgroup", "option", "colgroup", "thead", "tbody",
    "tfoot", "tr", "td", "th", "caption",
  ]

  /// What is done with an element; nested ones are counted and kept.
  private enum Treatment { case dropped, uncounted, counted }
  private static let treatments = Dictionary(
    uniqueKeysWithValues: dropped.map { ($0, Treatment.dropped) } + uncounted.map { ($0, .uncounted) })

  private let bytes: [UInt8]
  private var position = 0
  private var depth = 0
  /// Dropped elements that have no end tag in the rest of the page, so that it is not searched again for each of them.
  private var neverClosed: Set<String> = []

  /// - Parameter page: HTML in UTF-8.
  init(_ page: [UInt8]) {
    bytes = page
    markup.reserveCapacity(page.count / 2)
    while let tag = bytes[position...].firstIndex(of: .lessThan) {
      markup.append(contentsOf: bytes[position..<tag])
      position = tag
      reduceTag()
    }
    markup.append(contentsOf: bytes[position...])
  }

  /// Reads what begins at `<` and moves behind it.
  private mutating func reduceTag() {
    let next = position + 1 < bytes.count ? bytes[position + 1] : 0
    switch next {
    case UInt8(ascii: "!"): skipDeclaration()
    case UInt8(ascii: "?"): skip(to: .greaterThan)
    case UInt8(ascii: "/"): reduceEndTag()
    case let byte where byte.isASCIILetter: reduceStartTag()
    default:
      markup.append(contentsOf: "&lt;".utf8)
      position += 1
    }
  }

  private mutating func skip(to byte: UInt8) {
    position = bytes[position...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
  }

  private mutating func skipDeclaration() {
    guard bytes[position...].starts(with: "<!--".utf8) else { return skipDoctype() }
    // `<!-->` and `<!--->` are whole comments (HTML Standard, §13.2.5.43).
    let end = bytes[(position + 2)...].range(of: "-->")?.upperBound
    position = end ?? bytes.count
  }

  /// The declarations that XML allows within a document type go with it.
  private mutating func skipDoctype() {
    let start = position
    skip(to: .greaterThan)
    let bracket = bytes[start..<position].contains(UInt8(ascii: "["))
    guard bracket, bytes[start..<position].last(where: { !$0.isASCIISpace && $0 != .greaterThan }) != UInt8(ascii: "]")
    else { return }
    position = bytes[position...].range(of: "]>")?.upperBound ?? position
  }

  private mutating func reduceEndTag() {
    let name = tagName(at: position + 2)
    skip(to: .greaterThan)
    let treatment = Self.treatments[name] ?? .counted
    guard !name.isEmpty, treatment != .dropped else { return }
    if treatment == .counted, depth > 0 {
      depth -= 1
      if depth >= Self.deepest { return }
    }
    markup.append(contentsOf: "</\(name)>".utf8)
  }

  private mutating func reduceStartTag() {
    let name = tagName(at: position + 1)
    var tag = TagReader(bytes: bytes, position: position + 1 + name.utf8.count)
    let treatment = Self.treatments[name] ?? .counted
    if treatment == .dropped { return drop(name, &tag) }
    let isCounted = treatment == .counted
    let isKept = !isCounted || depth < Self.deepest
    if isKept { markup.append(contentsOf: "<\(name)".utf8) }
    appendAttributes(of: &tag, isKept: isKept)
    if isKept { markup.append(.greaterThan) }
    position = tag.position
    if isCounted { depth += 1 }
  }

  private mutating func appendAttributes(of tag: inout TagReader, isKept: Bool) {
    var seen: [Attribute] = []
    while let attribute = tag.nextAttribute() {
      guard isKept, attribute.name.count <= Self.longestKeptAttribute else { continue }
      let name = String(decoding: bytes[attribute.name].lazy.map(\.asciiLowercased), as: UTF8.self)
      guard let kept = Attribute(rawValue: name), !seen.contains(kept) else { continue }
      seen.append(kept)
      markup.append(contentsOf: " \(name)=\"".utf8)
      for byte in bytes[attribute.value] {
        if byte == UInt8(ascii: "\"") { markup.append(contentsOf: "&quot;".utf8) } else { markup.append(byte) }
      }
      markup.append(UInt8(ascii: "\""))
    }
  }

  /// Moves behind the end tag of an element, or behind its start tag when it has no end.
  private mutating func drop(_ name: String, _ tag: inout TagReader) {
    var isStructuredData = false
    while let attribute = tag.nextAttribute() {
      if name == "script", bytes[attribute.value].range(of: "ld+json") != nil { isStructuredData = true }
    }
    if name == "script", !isStructuredData { hasScripts = true }
    position = tag.position
    let holdsRawText = name == "script" || name == "style"
    guard holdsRawText || !tag.isSelfClosed, !neverClosed.contains(name) else { return }
    guard let end = endTag(of: name) else {
      neverClosed.insert(name)
      if holdsRawText { position = bytes.count }
      return
    }
    if isStructuredData { structuredData.append(Array(bytes[position..<end])) }
    position = end
    skip(to: .greaterThan)
  }

  /// Where the end tag of a dropped element begins; elements of the same name inside it are passed over.
  private func endTag(of name: String) -> Int? {
    let holdsMarkup = name == "svg" || name == "object" || name == "template"
    var open = 1
    var from = position
    while let start = bytes[from...].firstIndex(of: .lessThan) {
      from = start + 1
      guard from < bytes.count else { return nil }
      let isEnd = bytes[from] == UInt8(ascii: "/")
      guard isEnd || holdsMarkup, isTag(name, at: isEnd ? from + 1 : from) else { continue }
      open += isEnd ? -1 : 1
      if open == 0 { return start }
    }
    return nil
  }

  private func isTag(_ name: String, at start: Int) -> Bool {
    let end = start + name.utf8.count
    guard end <= bytes.count, zip(bytes[start..<end], name.utf8).allSatisfy({ $0.asciiLowercased == $1 }) else {
      return false
    }
    return end == bytes.count || bytes[end].isASCIISpace || bytes[end] == .greaterThan
      || bytes[end] == UInt8(ascii: "/")
  }

  /// The name that begins at an offset, in lower case; empty if no letter stands there.
  private func tagName(at start: Int) -> String {
    guard start < bytes.count, bytes[start].isASCIILetter else { return "" }
    let name = bytes[start...].prefix {
      !$0.isASCIISpace && $0 != UInt8(ascii: "/") && $0 != .greaterThan && $0 != .lessThan
    }
    return String(decoding: name.lazy.map(\.asciiLowercased), as: UTF8.self)
  }
}
