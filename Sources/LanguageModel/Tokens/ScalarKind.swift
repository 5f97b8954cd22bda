/// What BERT's basic tokenizer does with a character.
///
/// The reference implementation (Hugging Face's `tokenizers`) knows the marks and punctuation of Unicode 8.0 only; what
/// came later is a letter like any other to it, and has to be one here, for the model has learnt with it.
enum ScalarKind {
  /// Controls, formats, private use and U+FFFD, which vanish.
  case dropped
  case space
  case punctuation
  /// A Chinese character, which is a word of its own.
  case ideograph
  /// A mark over or under the letter before, which vanishes.
  case mark
  case letter

  init(_ scalar: Unicode.Scalar) {
    self = scalar.isASCII ? Self.ofASCII(scalar) : Self.ofOther(scalar)
  }

  private static func ofASCII(_ scalar: Unicode.Scalar) -> ScalarKind {
    switch scalar {
    case "\t", "\n", "\r", " ": .space
    case "\0"..<" ", "\u{7F}": .dropped
    case "0"..."9", "A"..."Z", "a"..."z": .letter
    default: .punctuation
    }
  }

  private static func ofOther(_ scalar: Unicode.Scalar) -> ScalarKind {
    if isIdeograph(scalar) { return .ideograph }
    if let kind = changed[scalar] { return kind }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .privateUse: return .dropped
    case .spaceSeparator, .lineSeparator, .paragraphSeparator: return .space
    case .otherSymbol where scalar == "\u{FFFD}": return .dropped
    case .format where isKnown(properties): return .dropped
    case .nonspacingMark where isKnown(properties): return .mark
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation, .initialPunctuation,
      .finalPunctuation, .otherPunctuation:
      return isKnown(properties) ? .punctuation : .letter
    default: return .letter
    }
  }

  /// The characters that had another category in Unicode 8.0 than they have now.
  private static let changed: [Unicode.Scalar: ScalarKind] = [
    "\u{166D}": .punctuation, "\u{1734}": .mark, "\u{1885}": .letter, "\u{1886}": .letter, "\u{A9BD}": .letter,
    "\u{111C9}": .punctuation, "\u{1171E}": .mark,
  ]

  private static func isKnown(_ properties: Unicode.Scalar.Properties) -> Bool {
    properties.age.map { $0.major <= 8 } ?? false
  }

  /// The blocks of the reference implementation, as they stand there.
  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x2A6DF, 0x2A700...0x2B81F, 0x2B920...0x2CEAF,
      0x2F800...0x2FA1F:
      true
    default: false
    }
  }
}
