extension String {
  /// The text of a sentence as it would stand on one line: line breaks within it become spaces, or nothing before a mark and in a
  /// word that is spelled down the page, a letter or two on each line.
  package var onOneLine: String {
    let lines = split(whereSeparator: \.isNewline).map { $0.trimmingSpace() }
    guard lines.count > 1 else { return self }
    let isSpelledDown = lines.allSatisfy { $0.count < 3 }
    return lines.reduce(into: "") { text, line in
      let isJoined = text.isEmpty || isSpelledDown || line.first.map { ".,;:!?".contains($0) } ?? true
      text += isJoined ? line : " " + line
    }
  }
}
