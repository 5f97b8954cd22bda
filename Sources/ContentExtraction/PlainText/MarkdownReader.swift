import FactCheckCore

/// Turns Markdown (CommonMark 0.31 with tables and front matter) into a document without its marks.
struct MarkdownReader {
  private let text: [UInt8]
  private var builder = DocumentBuilder()
  /// The block that is being read, with its lines joined.
  private var kind = Document.Block.Kind.paragraph
  private var pending: [UInt8] = []
  /// The mark that closes the code block that is being read.
  private var fence: ArraySlice<UInt8>?

  /// Reads UTF-8.
  static func document(in text: [UInt8], from source: Document.Source) -> Document {
    let matter = FrontMatter(text)
    var reader = MarkdownReader(text)
    for line in TextLines(text).dropFirst(matter.lineCount) { reader.read(text[line]) }
    reader.finishBlock()
    var document = reader.builder.document(from: source)
    let heading = document.blocks.first { $0.kind == .heading }.map { String(document.text[$0.span]) }
    document.source.title = source.title ?? matter.title ?? heading
    document.source.author = source.author ?? matter.author
    document.source.published = source.published ?? matter.published
    document.source.language = source.language ?? matter.language
    return document
  }

  private init(_ text: [UInt8]) { self.text = text }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    let content = text[text.trimmed(line.startIndex..<line.endIndex)]
    if fence != nil { return readCode(line, content) }
    if content.isEmpty { return finishBlock() }
    if content.starts(with: "```".utf8) || content.starts(with: "~~~".utf8) { return openFence(content) }
    if readHeading(content) || readUnderline(content) || readTableRow(content) || isLinkDefinition(content) { return }
    if content.first == UInt8(ascii: ">") { return readQuote(content) }
    if let marker = ListMarker(content) {
      begin(.listItem)
      return append(content.dropFirst(marker.length), endsInBreak: line.endsInHardBreak)
    }
    append(content, endsInBreak: line.endsInHardBreak)
  }

  private mutating func begin(_ kind: Document.Block.Kind) {
    finishBlock()
    self.kind = kind
  }

  private mutating func append(_ content: ArraySlice<UInt8>, endsInBreak: Bool) {
    if !pending.isEmpty, pending.last != .lineFeed { pending.append(.space) }
    pending.append(contentsOf: content)
    guard endsInBreak else { return }
    if pending.last == UInt8(ascii: "\\") { pending.removeLast() }
    pending.append(.lineFeed)
  }

  private mutating func finishBlock() {
    let plain = kind == .code ? pending : MarkdownInline.plainText(of: pending)
    if kind == .code {
      while pending.last == .lineFeed { pending.removeLast() }
      builder.append(.code, pending.drop { $0 == .lineFeed })
    } else {
      builder.append(kind, plain[plain.trimmed(plain.indices)])
    }
    pending.removeAll(keepingCapacity: true)
    kind = .paragraph
  }

  private mutating func openFence(_ content: ArraySlice<UInt8>) {
    begin(.code)
    fence = content.prefix { $0 == content.first }
  }

  private mutating func readCode(_ line: ArraySlice<UInt8>, _ content: ArraySlice<UInt8>) {
    if let fence, content.starts(with: fence), content.allSatisfy({ $0 == fence.first }) {
      finishBlock()
      self.fence = nil
    } else {
      pending.append(contentsOf: line)
      pending.append(.lineFeed)
    }
  }

  private mutating func readHeading(_ content: ArraySlice<UInt8>) -> Bool {
    let hash = UInt8(ascii: "#")
    let level = content.prefix { $0 == hash }.count
    guard (1...6).contains(level), content.dropFirst(level).first?.isASCIISpace ?? true else { return false }
    begin(.heading)
    var title = content.dropFirst(level).drop(while: \.isASCIISpace)
    while title.last == hash { title.removeLast() }
    append(title, endsInBreak: false)
    finishBlock()
    return true
  }

  /// A line of `=` or `-` makes the paragraph above it a heading; a line of `-`, `*` or `_` alone is a rule.
  private mutating func readUnderline(_ content: ArraySlice<UInt8>) -> Bool {
    guard let mark = content.first, "=-*_".utf8.contains(mark),
      content.allSatisfy({ $0 == mark || $0 == .space })
    else { return false }
    if !pending.isEmpty, kind == .paragraph, "=-".utf8.contains(mark), !content.contains(.space) {
      kind = .heading
      finishBlock()
      return true
    }
    guard mark != UInt8(ascii: "="), content.count(where: { $0 == mark }) >= 3 else { return false }
    finishBlock()
    return true
  }

  /// A line between bars is a row of a table; one of dashes and colons alone only draws it.
  private mutating func readTableRow(_ content: ArraySlice<UInt8>) -> Bool {
    let bar = UInt8(ascii: "|")
    guard content.first == bar, content.count > 2, content.last == bar else { return false }
    finishBlock()
    if content.allSatisfy({ "|-: ".utf8.contains($0) }) { return true }
    let cells = content.dropFirst().dropLast().split(separator: bar)
      .map { text[text.trimmed($0.startIndex..<$0.endIndex)] }
    kind = .tableRow
    pending = Array(cells.joined(separator: Array(" | ".utf8)))
    finishBlock()
    return true
  }

  /// `[name]: address`, which is not shown.
  private func isLinkDefinition(_ content: ArraySlice<UInt8>) -> Bool {
    guard pending.isEmpty, content.first == UInt8(ascii: "["), content.dropFirst().first != UInt8(ascii: "^") else {
      return false
    }
    return content.range(of: "]:").map { !content[..<$0.lowerBound].contains(.lineFeed) } ?? false
  }

  private mutating func readQuote(_ content: ArraySlice<UInt8>) {
    let inner = content.drop { $0 == UInt8(ascii: ">") || $0 == .space }
    if kind != .quote { begin(.quote) }
    if inner.isEmpty { return finishBlock() }
    append(inner, endsInBreak: content.endsInHardBreak)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a line ends in two spaces or a backslash, which break it (CommonMark 0.31, §6.7).
  fileprivate var endsInHardBreak: Bool { suffix(2).elementsEqual("  ".utf8) || last == UInt8(ascii: "\\") }
}
