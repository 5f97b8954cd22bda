import FactCheckCore
import Yams

/// Reads the fields of one YAML mapping and notes what is wrong with each, so that one run tells of everything.
///
/// A field that is asked for is known; ``read(_:at:_:body:)`` notes all others as unknown when its body is done.
final class MappingReader {
  private let fields: [String: Node]
  private let keys: [(name: String, line: Int)]
  private let place: String
  private let line: Int
  private let notes: ReadingNotes
  private var known: [String] = []

  private init(_ mapping: Node.Mapping, at place: String, _ notes: ReadingNotes) {
    var fields: [String: Node] = [:]
    var keys: [(name: String, line: Int)] = []
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        notes.note("a key is \(key.kindOfNode): write a name", line: key.mark?.line ?? 1)
        continue
      }
      let line = key.mark?.line ?? 1
      fields[name] = value
      keys.append((name, line))
      notes.note(line: line, of: Self.place(of: name, in: place))
    }
    self.fields = fields
    self.keys = keys
    self.place = place
    self.line = mapping.mark?.line ?? 1
    self.notes = notes
  }

  /// Reads a mapping, then notes the keys that were not asked for.
  static func read<Value>(
    _ mapping: Node.Mapping, at place: String, _ notes: ReadingNotes, body: (MappingReader) -> Value?
  ) -> Value? {
    let reader = MappingReader(mapping, at: place, notes)
    let value = body(reader)
    reader.noteUnknownKeys()
    return value
  }

  private func noteUnknownKeys() {
    let missing = known.filter { fields[$0] == nil }
    for key in keys where !known.contains(key.name) {
      let hint = Spelling.nearest(to: key.name, among: missing) ?? Spelling.nearest(to: key.name, among: known)
      let advice =
        hint.map { "did you mean “\($0)”?" } ?? "remove it; the keys here are \(known.joined(separator: ", "))"
      notes.note("the key “\(key.name)” is unknown: \(advice)", line: key.line, rule: "unknown-key")
    }
  }

  private static func place(of key: String, in place: String) -> String { place.isEmpty ? key : place + "." + key }
}

// MARK: - Fields

extension MappingReader {
  /// A text on one line; line breaks and runs of spaces count as one space.
  func text(_ key: String) -> String? { required(key).flatMap { text(of: $0, key) } }

  /// A text that may be missing.
  func optionalText(_ key: String) -> String? { present(key).flatMap { text(of: $0, key) } }

  /// A text that may be `null`, but not missing.
  func nullableText(_ key: String) -> String? {
    known.append(key)
    guard let node = fields[key] else {
      notes.note("“\(key)” is missing: write “\(key): null” if there is none", line: line)
      return nil
    }
    return node.isNull ? nil : text(of: node, key)
  }

  /// A text kept exactly as it is.
  func optionalVerbatimText(_ key: String) -> String? { present(key).flatMap { scalar($0, key) } }

  /// A day that may be missing.
  func optionalDate(_ key: String) -> CalendarDate? { present(key).flatMap { date(of: $0, key) } }

  func date(_ key: String) -> CalendarDate? { required(key).flatMap { date(of: $0, key) } }

  /// A whole number that is not negative.
  func count(_ key: String) -> Int? {
    guard let node = required(key), let text = text(of: node, key) else { return nil }
    if let number = Int(text), number >= 0 { return number }
    notes.note("“\(key)” is “\(text)”: write a whole number", line: line(of: node))
    return nil
  }

  /// `true` or `false`; what is missing is `false`.
  func flag(_ key: String) -> Bool {
    guard let node = present(key), let text = text(of: node, key) else { return false }
    if text != "true" && text != "false" {
      notes.note("“\(key)” is “\(text)”: write true or false", line: line(of: node))
    }
    return text == "true"
  }

  /// One of the names of an enumeration.
  func choice<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, of type: Choice.Type) -> Choice? {
    guard let node = required(key), let text = text(of: node, key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    let names = Choice.allCases.map(\.rawValue)
    let hint = Spelling.nearest(to: text, among: names).map { "; did you mean “\($0)”?" } ?? ""
    notes.note("“\(key)” is “\(text)”: write one of \(names.joined(separator: ", "))\(hint)", line: line(of: node))
    return nil
  }

  /// A list of texts, each on one line. `nil` only when the list or one of its items is no text.
  func texts(_ key: String) -> [String]? {
    guard let items = list(key) else { return nil }
    let texts = items.map { text(of: $0, key) }
    return texts.contains(nil) ? nil : texts.compactMap(\.self)
  }

  /// The fields of a mapping.
  func mapping<Value>(_ key: String, body: (MappingReader) -> Value?) -> Value? {
    required(key).flatMap { mapping(in: $0, key, at: Self.place(of: key, in: place), body: body) }
  }

  /// The fields of a mapping that may be missing.
  func optionalMapping<Value>(_ key: String, body: (MappingReader) -> Value?) -> Value? {
    present(key).flatMap { mapping(in: $0, key, at: Self.place(of: key, in: place), body: body) }
  }

  /// A list of mappings. `nil` when one of them lacks something.
  func mappings<Value>(_ key: String, body: (MappingReader) -> Value?) -> [Value]? {
    guard let items = list(key) else { return nil }
    let values = items.enumerated().map { index, item in
      mapping(in: item, key, at: "\(Self.place(of: key, in: place))[\(index)]", body: body)
    }
    let complete = values.compactMap(\.self)
    return complete.count == values.count ? complete : nil
  }

  /// The field `id`, which repeats the path so that a file says what it is wherever it is read.
  func expect(id: String) {
    guard let written = text("id"), written != id else { return }
    notes.note("the id is “\(written)”, but the path says “\(id)”: make them agree", line: lineOfKey("id"), rule: "id")
  }
}

// MARK: - Nodes

extension MappingReader {
  private func required(_ key: String) -> Node? {
    known.append(key)
    guard let node = fields[key] else {
      notes.note("“\(key)” is missing: add it (README.md explains it)", line: line)
      return nil
    }
    return node
  }

  private func present(_ key: String) -> Node? {
    known.append(key)
    return fields[key].flatMap { $0.isNull ? nil : $0 }
  }

  private func line(of node: Node) -> Int { node.mark?.line ?? line }

  private func lineOfKey(_ key: String) -> Int { keys.first { $0.name == key }?.line ?? line }

  private func text(of node: Node, _ key: String) -> String? {
    scalar(node, key)?.singleSpaced
  }

  private func scalar(_ node: Node, _ key: String) -> String? {
    guard let text = node.scalar?.string, !node.isNull, text.wordCount > 0 else {
      let advice =
        node.mapping == nil ? "write a text" : "write a text, in double quotes if it has a colon or a brace"
      let kind = node.scalar == nil ? node.kindOfNode : "empty"
      notes.note("“\(key)” is \(kind): \(advice)", line: line(of: node))
      return nil
    }
    guard !text.hasControlCharacters else {
      notes.note("“\(key)” has a control character: remove it", line: line(of: node))
      return nil
    }
    return text
  }

  private func date(of node: Node, _ key: String) -> CalendarDate? {
    guard let text = text(of: node, key) else { return nil }
    if let date = CalendarDate(text) { return date }
    notes.note("“\(key)” is “\(text)”, which is no day: write it as 2026-11-23", line: line(of: node))
    return nil
  }

  /// The items of a list; each has its line noted.
  private func list(_ key: String) -> Node.Sequence? {
    guard let node = required(key) else { return nil }
    guard let items = node.sequence else {
      notes.note("“\(key)” is \(node.kindOfNode): write a list, each item with a hyphen", line: lineOfKey(key))
      return nil
    }
    for (index, item) in items.enumerated() {
      notes.note(line: line(of: item), of: "\(Self.place(of: key, in: place))[\(index)]")
    }
    return items
  }

  private func mapping<Value>(
    in node: Node, _ key: String, at place: String, body: (MappingReader) -> Value?
  ) -> Value? {
    guard let mapping = node.mapping else {
      notes.note("“\(key)” is \(node.kindOfNode): write keys with values", line: line(of: node))
      return nil
    }
    return Self.read(mapping, at: place, notes, body: body)
  }
}
