import Yams

/// The outermost mapping of a YAML file, refusing what no file of the knowledge base needs: large files, other encodings,
/// anchors and aliases, several documents.
enum YAMLText {
  /// Entries have some 3 KB. What is larger was not written by hand.
  static let maximumSize = 256 * 1024
  /// More aliases than this are refused before the file is parsed, because a parser compares the keys of mappings, and
  /// nested aliases make that exponential. Eight can make the work at most about twentyfold (e^(8/e)).
  private static let maximumAliases = 8

  static func outermostMapping(of bytes: [UInt8], _ notes: ReadingNotes) -> Node.Mapping? {
    guard bytes.count <= maximumSize else {
      notes.note(
        "the file has more than \(maximumSize / 1024) KB: one file holds one entry", line: 1, rule: "file-size")
      return nil
    }
    guard let text = utf8Text(bytes, notes) else { return nil }
    guard !mayExpand(bytes) else {
      noteAnchor(line: 1, notes)
      return nil
    }
    do {
      let parser = try Parser(yaml: text, resolver: .basic, encoding: .utf8)
      guard let root = try parser.singleRoot() else {
        notes.note("the file is empty: copy TEMPLATE.yaml", line: 1, rule: "yaml")
        return nil
      }
      // The parser owns the anchors, which nodes only point at.
      return withExtendedLifetime(parser) { checkedMapping(root, notes) }
    } catch {
      notes.note(error)
      return nil
    }
  }

  private static func checkedMapping(_ root: Node, _ notes: ReadingNotes) -> Node.Mapping? {
    if let line = lineOfAnchor(in: root) {
      noteAnchor(line: line, notes)
      return nil
    }
    guard let mapping = root.mapping else {
      notes.note(
        "the file is \(root.kindOfNode), not keys with values: copy TEMPLATE.yaml", line: root.mark?.line ?? 1,
        rule: "yaml")
      return nil
    }
    return mapping
  }

  private static func utf8Text(_ bytes: [UInt8], _ notes: ReadingNotes) -> String? {
    // Some editors put a byte order mark before UTF-8, and the parser would take it for a letter of the first key.
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    if let text = String(validating: content, as: UTF8.self) { return text }
    let valid = String(decoding: bytes, as: UTF8.self).unicodeScalars.prefix { $0 != "\u{FFFD}" }
    let line = 1 + valid.count { $0 == "\n" }
    notes.note("the file is not UTF-8 from this line on: save it with the encoding UTF-8", line: line, rule: "encoding")
    return nil
  }

  /// Whether the file has what could be an anchor and too many of what could be aliases.
  private static func mayExpand(_ bytes: [UInt8]) -> Bool {
    var anchors = 0
    var aliases = 0
    for (mark, next) in zip(bytes, bytes.dropFirst()) where next > UInt8(ascii: " ") {
      if mark == UInt8(ascii: "&") { anchors += 1 }
      if mark == UInt8(ascii: "*") { aliases += 1 }
    }
    return anchors > 0 && aliases > maximumAliases
  }

  private static func noteAnchor(line: Int, _ notes: ReadingNotes) {
    notes.note(
      "anchors (&name) and aliases (*name) are not allowed: write the value out, or put the text in double quotes",
      line: line, rule: "yaml")
  }

  private static func lineOfAnchor(in node: Node) -> Int? {
    if node.anchor != nil { return node.mark?.line ?? 1 }
    switch node {
    case .scalar: return nil
    case .alias(let alias): return alias.mark?.line ?? 1
    case .sequence(let items): return items.lazy.compactMap(lineOfAnchor).first
    case .mapping(let pairs):
      return pairs.lazy.compactMap { lineOfAnchor(in: $0.key) ?? lineOfAnchor(in: $0.value) }.first
    }
  }
}

extension Node {
  /// What a reader would call the node.
  var kindOfNode: String {
    switch self {
    case .scalar: isNull ? "empty" : "a text"
    case .sequence: "a list"
    case .mapping: "keys with values"
    case .alias: "an alias"
    }
  }

  /// `null`, `~` or nothing at all, not in quotes.
  var isNull: Bool {
    guard let scalar, scalar.style == .plain else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }
}

extension ReadingNotes {
  /// Notes an error of the YAML parser in plain words.
  fileprivate func note(_ error: any Error) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let place = context.map { " (\($0.text))" } ?? ""
      note("the file is not YAML: \(problem)\(place); look at quotes and indentation", line: mark.line, rule: "yaml")
    case .duplicatedKeysInMapping(let keys, let context):
      let names = keys.map { "“\($0)”" }.joined(separator: ", ")
      note("the key \(names) is there twice: keep one", line: max(1, context.mark.line), rule: "yaml")
    case .reader(let problem, let offset, _, let yaml):
      let line = 1 + yaml.prefix(offset ?? 0).count(where: \.isNewline)
      note("the file has a character that YAML forbids (\(problem)): remove it", line: line, rule: "yaml")
    default:
      note("the file is not YAML: \(error)", line: 1, rule: "yaml")
    }
  }
}
