extension Character {
  /// The columns that the character takes up in a terminal: two for East Asian wide forms and emoji, none for marks and
  /// ignorable characters that stand alone (after UAX #11, East Asian Width).
  var columns: Int {
    guard let first = unicodeScalars.first else { return 0 }
    if first.isInvisible { return unicodeScalars.count == 1 ? 0 : 1 }
    let isEmoji = first.properties.isEmojiPresentation || unicodeScalars.contains(Self.emojiVariation)
    return first.isWide || isEmoji ? 2 : 1
  }

  /// VARIATION SELECTOR-16 asks for the form of an emoji.
  private static let emojiVariation: Unicode.Scalar = "\u{FE0F}"
}

extension Unicode.Scalar {
  /// The ranges of Unicode 16 with the East Asian Width W or F that are not emoji.
  fileprivate var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F200...0x1F265, 0x20000...0x3FFFD:
      true
    default: false
    }
  }

  /// Whether nothing is shown for the scalar where it stands alone: joiners, marks of direction, combining marks.
  fileprivate var isInvisible: Bool {
    properties.isDefaultIgnorableCodePoint || properties.generalCategory == .nonspacingMark
      || properties.generalCategory == .enclosingMark
  }
}
