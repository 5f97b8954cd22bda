/// Reads the text out of HTML: tags, comments and scripts go, references are decoded, white space becomes single spaces.
/// Paragraphs come apart by blank lines, lines and list items by line breaks.
struct MarkupText {
  private var output: [UInt8] = []
  private var pendingBreak = Break.none
  private(set) var foundTags = false
  /// Whether there is a `>` ahead at all.
  private var tagsMayFollow = true

  /// What comes before the next word.
  private enum Break: Int { case none, space, line, paragraph }

  /// - Returns: the text and whether there were tags.
  static func text(of html: [UInt8]) -> (text: [UInt8], foundTags: Bool) {
    var reader = MarkupText()
    reader.output.reserveCapacity(html.count)
    html.withUnsafeBufferPointer { reader.read($0) }
    return (reader.output, reader.foundTags)
  }

  private mutating func read(_ html: UnsafeBufferPointer<UInt8>) {
    var position = 0
    while position < html.count {
      switch html[position] {
      case .lessThan: position = readTag(in: html, at: position)
      case .ampersand: position = readReference(in: html, at: position)
      case let byte where byte <= .space:
        // Other control characters are nothing but errors of transmission.
        if byte.isASCIISpace { raise(to: .space) }
        position += 1
      default:
        let end = Self.endOfWords(in: html, from: position)
        flushBreak()
        output.append(contentsOf: UnsafeBufferPointer(rebasing: html[position..<end]))
        position = end
      }
    }
  }

  /// The end of a run of words that are separated by single spaces.
  private static func endOfWords(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while position < html.count {
      let byte = html[position]
      if byte > .ampersand ? byte == .lessThan : byte == .ampersand || byte <= .space {
        let next = position + 1
        guard byte == .space, next < html.count, html[next] != .lessThan, html[next] != .ampersand,
          html[next] > .space
        else { break }
      }
      position += 1
    }
    return position
  }

  private mutating func raise(to wanted: Break) {
    if wanted.rawValue > pendingBreak.rawValue { pendingBreak = wanted }
  }

  private mutating func flushBreak() {
    defer { pendingBreak = .none }
    guard !output.isEmpty else { return }
    switch pendingBreak {
    case .none: break
    case .space: output.append(.space)
    case .line: output.append(.lineFeed)
    case .paragraph: output.append(contentsOf: [.lineFeed, .lineFeed])
    }
  }

  private mutating func readReference(in html: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    guard let (scalar, length) = CharacterReference.reference(in: html, at: start) else {
      flushBreak()
      output.append(.ampersand)
      return start + 1
    }
    if scalar == "\u{A0}" || scalar.isASCII && scalar.properties.isWhitespace {
      raise(to: .space)
    } else {
      flushBreak()
      CharacterReference.append(scalar, to: &output)
    }
    return start + length
  }

  private mutating func readTag(in html: UnsafeBufferPointer<UInt8>, at start: Int) -> Int {
    let rest = html[start...]
    if rest.hasPrefix("<!--") { return rest.firstRange(ofBytes: "-->")?.upperBound ?? html.count }
    if rest.hasPrefix("<![CDATA[") { return start + 9 }
    let isEnd = start + 1 < html.count && html[start + 1] == .slash
    let nameStart = start + (isEnd ? 2 : 1)
    let beginsTag = nameStart < html.count && (html[nameStart].isASCIILetter || html[nameStart].beginsDeclaration)
    let close = beginsTag && tagsMayFollow ? Self.tagEnd(in: html, from: nameStart) : nil
    guard let close else {
      if beginsTag { tagsMayFollow = false }
      flushBreak()
      output.append(.lessThan)
      return start + 1
    }
    foundTags = true
    let name = TagName(html[nameStart...])
    if let wanted = Self.breaks[name] { raise(to: wanted) }
    if !isEnd, name == .script || name == .style { return Self.endOfRaw(name, in: html, from: close + 1) }
    return close + 1
  }

  /// The `>` that ends a tag. One within a quoted value does not, unless the quote closes far away or never.
  private static func tagEnd(in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
    var position = start
    let reach = min(html.count, start + longestValue)
    while position < reach, html[position] != .greaterThan {
      let isValue = html[position].isQuote && html[position - 1] == UInt8(ascii: "=")
      guard isValue else {
        position += 1
        continue
      }
      guard let close = html[(position + 1)..<reach].firstByte(html[position]) else { break }
      position = close + 1
    }
    return position < reach && html[position] == .greaterThan ? position : html[start...].firstByte(.greaterThan)
  }

  /// How far a quoted value may reach, in bytes; it keeps hostile markup from being read over and over.
  private static let longestValue = 2048

  private static func endOfRaw(_ name: TagName, in html: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var position = start
    while let found = html[position...].firstRange(ofBytes: "</") {
      if TagName(html[found.upperBound...]) == name {
        return html[found.upperBound...].firstByte(.greaterThan).map { $0 + 1 } ?? html.count
      }
      position = found.upperBound
    }
    return html.count
  }

  private static let breaks: [TagName: Break] = {
    let lines: [TagName] = ["br", "li", "tr", "dt", "dd", "hr"]
    let spaces: [TagName] = ["td", "th", "img"]
    let paragraphs: [TagName] = [
      "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "blockquote", "pre", "section",
      "article",
      "figure", "figcaption", "header", "footer", "aside", "nav", "address", "body", "main", "details", "summary",
      "caption", "form",
    ]
    var breaks: [TagName: Break] = [:]
    for name in lines { breaks[name] = .line }
    for name in spaces { breaks[name] = .space }
    for name in paragraphs { breaks[name] = .paragraph }
    return breaks
  }()
}

/// The name of an element of HTML in lower case, of which the first eight bytes tell it from all others.
private struct TagName: Hashable, ExpressibleByStringLiteral {
  static let script: TagName = "script"
  static let style: TagName = "style"

  private var packed: UInt64 = 0

  init(_ bytes: some Sequence<UInt8>) {
    for byte in bytes.prefix(8) {
      guard byte.isASCIILetter || byte.isASCIIDigit else { break }
      packed = packed << 8 | UInt64(byte.asciiLowercased)
    }
  }

  init(stringLiteral name: String) { self.init(name.utf8) }
}
