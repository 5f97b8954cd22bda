import FactCheckCore

/// The lines of an entry's file. A change replaces, removes or adds whole lines, or the value on one.
///
/// Fields are named by their place in the file, as in ``SourceFile/line(of:)``. Only block mappings of the template's form,
/// with each value on the line of its key, are changed; everything else is an error.
struct EntryLines {
  typealias Line = Substring.UnicodeScalarView

  private let file: EntryFile
  private let lineBreak: String
  private let lines: [Line]
  /// What stands in the place of each line.
  private var contents: [[String]]

  /// Takes a text and what was read from it.
  init(of text: String, in file: EntryFile) throws(EntryEditingError) {
    let lineBreak: Character = text.contains("\r\n") ? "\r\n" : "\n"
    lines = text.split(separator: lineBreak, omittingEmptySubsequences: false).map(\.unicodeScalars)
    contents = lines.map { [String($0)] }
    self.lineBreak = String(lineBreak)
    self.file = file
    try rejectOddCharacters()
  }

  /// The file with all changes so far.
  var text: String { contents.joined().joined(separator: lineBreak) }

  /// The first line that is not what it was, counted from 1.
  var firstChange: Int {
    let change = zip(lines, contents.joined()).enumerated().first { String($1.0) != $1.1 }
    return 1 + (change?.offset ?? lines.count)
  }

  /// Whether the file had a field before all changes.
  func has(_ place: String) -> Bool { file.lines[place] != nil }

  /// Tabs, and what only YAML takes for a line break, put a value where the eye does not see it.
  private func rejectOddCharacters() throws(EntryEditingError) {
    for (index, line) in lines.enumerated() {
      if line.contains("\t") { throw .unsafeForm(line: index + 1, reason: "there is a tab: write spaces") }
      guard line.contains(where: { "\r\n\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) }) else { continue }
      throw .unsafeForm(line: index + 1, reason: "a line break is not like the others: write the same everywhere")
    }
  }
}

// MARK: - Changes

extension EntryLines {
  /// Writes another value behind a key.
  mutating func setValue(of place: String, to value: String) throws(EntryEditingError) {
    let key = try key(of: place)
    let old = try self.value(of: key)
    let line = lines[key.index]
    contents[key.index] = [
      String(line[..<old.startIndex]) + (old.isEmpty ? " " : "") + value + String(line[old.endIndex...])
    ]
  }

  /// Writes another value behind a key, takes the key away for `nil`, or adds it behind another of the same mapping.
  mutating func setValue(
    of place: String, to value: String?, behind other: String
  ) throws(EntryEditingError) {
    switch (value, has(place)) {
    case (let value?, true): try setValue(of: place, to: value)
    case (let value?, false): try insert("\(Self.name(of: place)): \(value)", behind: other)
    case (nil, true): try remove(place)
    case (nil, false): break
    }
  }

  /// Writes another value behind an outermost key, or adds the key before another and the comment that stands on that.
  mutating func setValue(of place: String, to value: String, before other: String) throws(EntryEditingError) {
    guard !has(place) else { return try setValue(of: place, to: value) }
    var index = try key(of: other).index
    while index > 0, lines[index - 1].first == "#" { index -= 1 }
    contents[index].insert("\(place): \(value)", at: 0)
  }

  /// Adds an item, given by the lines of its mapping, to a list that has some.
  mutating func append(_ item: [String], to list: String, last: Int) throws(EntryEditingError) {
    let key = try key(of: list)
    guard key.rest.inlineValue?.isEmpty == true else {
      throw .unsafeForm(line: key.index + 1, reason: "“\(list)” has no items with hyphens: write it so")
    }
    let first = try expectItem(at: "\(list)[\(last)]")
    let indentation = String(repeating: " ", count: first.indentation)
    let added = item.enumerated().map { indentation + ($0 == 0 ? "- " : "  ") + $1 }
    contents[endOfList(list, notBefore: first.index)] += added
  }

  /// The last line of a list, without the empty lines and the comments that stand before the next outermost key.
  private func endOfList(_ list: String, notBefore first: Int) -> Int {
    let following = file.lines.filter { !$0.key.contains { $0 == "." || $0 == "[" } && $0.value > first + 1 }
    var index = (following.values.min() ?? lines.count + 1) - 2
    while index > first, lines[index].first == "#" || lines[index].allSatisfy({ $0 == " " }) { index -= 1 }
    return index
  }

  private mutating func insert(_ text: String, behind place: String) throws(EntryEditingError) {
    let key = try key(of: place)
    _ = try value(of: key)
    contents[key.index].append(String(repeating: " ", count: key.column) + text)
  }

  private mutating func remove(_ place: String) throws(EntryEditingError) {
    let key = try key(of: place)
    guard !key.isFirstOfItem else {
      throw .unsafeForm(line: key.index + 1, reason: "“\(key.name)” is behind the hyphen: let “organization” be first")
    }
    _ = try value(of: key)
    contents[key.index] = []
  }
}

// MARK: - Keys

extension EntryLines {
  /// A key at the beginning of a line.
  struct Key {
    /// Of the line, from 0.
    let index: Int
    let name: String
    /// How many spaces the line begins with.
    let indentation: Int
    /// How many characters stand before the key.
    let column: Int
    /// What stands behind the colon.
    let rest: Line

    var isFirstOfItem: Bool { column > indentation }
  }

  /// The first key of an item of a list, which stands behind the hyphen.
  @discardableResult
  func expectItem(at place: String) throws(EntryEditingError) -> Key {
    let number = file.line(of: place)
    if let key = key(onLine: number), key.isFirstOfItem { return key }
    throw .unsafeForm(
      line: number, reason: "the item does not begin with a hyphen and a key: write each key on a line of its own")
  }

  private func key(of place: String) throws(EntryEditingError) -> Key {
    let number = file.line(of: place)
    let name = Self.name(of: place)
    if let key = key(onLine: number), key.name == name { return key }
    throw .unsafeForm(
      line: number, reason: "the line does not begin with “\(name):”: write it so, without quotes and braces")
  }

  private static func name(of place: String) -> String {
    String(place[(place.lastIndex(of: ".").map(place.index(after:)) ?? place.startIndex)...])
  }

  private func key(onLine number: Int) -> Key? {
    let line = lines[number - 1]
    let indented = line.drop { $0 == " " }
    let isItem = indented.starts(with: "- ".unicodeScalars)
    let text = isItem ? indented.dropFirst().drop { $0 == " " } : indented
    let name = text.prefix { ("a"..."z").contains($0) || $0 == "_" }
    let rest = text[name.endIndex...]
    guard !name.isEmpty, rest.first == ":", rest.dropFirst().first ?? " " == " " else { return nil }
    return Key(
      index: number - 1, name: String(name), indentation: line.distance(from: line.startIndex, to: indented.startIndex),
      column: line.distance(from: line.startIndex, to: name.startIndex), rest: rest.dropFirst())
  }

  /// The value of a key, when all of it stands behind the colon.
  private func value(of key: Key) throws(EntryEditingError) -> Line {
    let next = lines[(key.index + 1)...].first { $0.contains { $0 != " " } }
    let text = next?.drop { $0 == " " }
    let goesOn = (next?.count ?? 0) - (text?.count ?? 0) > key.column && text?.first != "#"
    guard let value = key.rest.inlineValue, !goesOn else {
      throw .unsafeForm(
        line: key.index + 1, reason: "the value of “\(key.name)” is not plainly on one line: write it so")
    }
    return value
  }
}
