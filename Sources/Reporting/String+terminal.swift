extension StringProtocol {
  /// The columns that the text takes up in a terminal.
  var columns: Int { reduce(0) { $0 + $1.columns } }

  /// The text with nothing in it that moves the cursor, changes colours, or hides or turns other text: control characters
  /// become pictures of themselves (␛), tabs and line breaks become spaces, and marks of direction are left out.
  package var printable: String {
    var result = String.UnicodeScalarView()
    for character in self {
      for (index, scalar) in character.unicodeScalars.enumerated() {
        if let shown = scalar.shown(isFirst: index == 0) { result.append(shown) }
        // A line break is one space, even where it is two scalars.
        if character.isNewline { break }
      }
    }
    return String(result)
  }

  /// The text in lines of a width, cut at spaces; each line begins with the indent.
  func wrapped(width: Int, indent: String = "") -> [String] {
    var lines: [String] = []
    var line = indent
    var columns = indent.count
    for word in split(separator: " ") {
      let length = word.columns
      if columns > indent.count, columns + 1 + length > width {
        lines.append(line)
        line = indent
        columns = indent.count
      }
      let gap = columns > indent.count ? " " : ""
      line += gap + word
      columns += gap.count + length
    }
    return lines + [line]
  }

  /// The text in lines of a width, with a bullet before the first and room for it before the others.
  func wrapped(width: Int, bullet: String) -> [String] {
    var lines = wrapped(width: width, indent: String(repeating: " ", count: bullet.count))
    lines[0] = bullet + lines[0].dropFirst(bullet.count)
    return lines
  }
}

extension Unicode.Scalar {
  /// What to show for the scalar, if anything. Joiners and the like are kept only inside a character.
  fileprivate func shown(isFirst: Bool) -> Unicode.Scalar? {
    switch (properties.generalCategory, value) {
    case (.control, 0x09...0x0D), (.control, 0x85), (.lineSeparator, _), (.paragraphSeparator, _): " "
    case (.control, 0..<0x20): Unicode.Scalar(0x2400 + value)
    case (.control, 0x7F): "\u{2421}"
    case (.control, _): "\u{FFFD}"
    default: isFirst && properties.isDefaultIgnorableCodePoint ? nil : self
    }
  }
}
