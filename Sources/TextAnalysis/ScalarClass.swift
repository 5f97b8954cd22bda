/// What a character is to the tokeniser.
enum ScalarClass {
  case letter, digit, space, punctuation, symbol, emoji
  /// Joiners, direction marks, soft hyphens: they neither show nor part a word.
  case invisible

  init(_ scalar: Unicode.Scalar) {
    if scalar.value < 0x80 {
      self.init(ascii: UInt8(ascii: scalar))
      return
    }
    if scalar == "\u{2BC}" {
      // The modifier letter apostrophe is written where ’ is meant.
      self = .punctuation
      return
    }
    let properties = scalar.properties
    if properties.isEmojiPresentation || properties.isEmoji && scalar.value >= 0x2300 {
      self = .emoji
      return
    }
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
      .spacingMark, .enclosingMark, .letterNumber, .decimalNumber:
      self = .letter
    case .spaceSeparator, .lineSeparator, .paragraphSeparator, .control: self = .space
    case .format: self = .invisible
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      self = .punctuation
    default: self = .symbol
    }
  }

  private init(ascii byte: UInt8) {
    if byte.isLetter {
      self = .letter
    } else if byte.isDigit {
      self = .digit
    } else if byte <= 0x20 || byte == 0x7F {
      self = .space
    } else {
      switch byte {
      case "$", "%", "&", "*", "+", "<", "=", ">", "@", "^", "`", "|", "~", "#": self = .symbol
      default: self = .punctuation
      }
    }
  }
}
