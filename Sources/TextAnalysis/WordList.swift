/// Reads the word lists under `Data/lexicons`: one item a line, `#` begins a comment line, blank lines are skipped.
package enum WordList {
  /// The lines that are neither blank nor comments, without surrounding space.
  package static func lines(of text: String) -> [Substring] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      let trimmed = line.trimmingSpace()
      return trimmed.isEmpty || trimmed.hasPrefix("# ") || trimmed == "#" ? nil : trimmed
    }
  }

  /// The items of a line, separated by commas.
  package static func items(of line: Substring) -> [Substring] {
    line.split(separator: ",").map { $0.trimmingSpace() }.filter { !$0.isEmpty }
  }

  /// `head = item, item` taken apart; a line without `=` is all head.
  package static func parts(of line: Substring) -> (head: Substring, items: [Substring]) {
    guard let equals = line.firstIndex(of: "=") else { return (line, []) }
    return (line[..<equals].trimmingSpace(), items(of: line[line.index(after: equals)...]))
  }
}

extension Substring {
  /// The text without spaces and tabs at its ends.
  package func trimmingSpace() -> Substring {
    let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
    guard let first = firstIndex(where: { !isSpace($0) }), let last = lastIndex(where: { !isSpace($0) }) else {
      return self[startIndex..<startIndex]
    }
    return self[first...last]
  }
}
