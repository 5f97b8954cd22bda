import FactCheckCore
import Foundation

/// A word in the form in which the vocabulary has it: lower case, without accents.
struct NormalWord {
  private(set) var bytes: [UInt8] = []
  /// Where each scalar ends in `bytes`.
  private(set) var ends: [Int] = []
  /// The bytes of the text that each scalar comes from.
  private(set) var spans: [TextSpan] = []

  mutating func append(_ scalar: Unicode.Scalar, from span: TextSpan) {
    bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    ends.append(bytes.count)
    spans.append(span)
  }

  mutating func append(lowercasedASCII byte: UInt8, from span: TextSpan) {
    let isUppercase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    bytes.append(isUppercase ? byte | 0x20 : byte)
    ends.append(bytes.count)
    spans.append(span)
  }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    spans.removeAll(keepingCapacity: true)
  }
}

/// Cuts a text into words as BERT's basic tokenizer does (github.com/google-research/bert, tokenization.py): clean,
/// set Chinese characters apart, strip accents, fold case, split at space and punctuation.
struct WordScanner {
  private var word = NormalWord()

  /// Calls the closure with each word in turn.
  mutating func scan(_ text: String, _ body: (borrowing NormalWord) -> Void) {
    var offset = 0
    for scalar in text.unicodeScalars {
      let end = offset + UTF8.width(scalar)
      let span = TextSpan(start: offset, end: end)
      if scalar.isASCII { addASCII(scalar, from: span, body) } else { add(scalar, from: span, body) }
      offset = end
    }
    finish(body)
  }

  /// What ``add(_:from:_:)`` does, without its tables.
  private mutating func addASCII(
    _ scalar: Unicode.Scalar, from span: TextSpan, _ body: (borrowing NormalWord) -> Void
  ) {
    switch ScalarKind(scalar) {
    case .letter: word.append(lowercasedASCII: UInt8(scalar.value), from: span)
    case .punctuation:
      finish(body)
      word.append(lowercasedASCII: UInt8(scalar.value), from: span)
      finish(body)
    case .space: finish(body)
    case .dropped, .mark, .ideograph: break
    }
  }

  private mutating func add(_ scalar: Unicode.Scalar, from span: TextSpan, _ body: (borrowing NormalWord) -> Void) {
    switch ScalarKind(scalar) {
    case .dropped, .mark: break
    case .space: finish(body)
    case .ideograph:
      finish(body)
      fold(scalar, from: span, body)
      finish(body)
    case .punctuation, .letter: fold(scalar, from: span, body)
    }
  }

  /// Adds the letters that the scalar stands for, each in lower case, to the word. Decomposing it may bring forth
  /// punctuation (U+037E is a semicolon), which is a word of its own.
  private mutating func fold(_ scalar: Unicode.Scalar, from span: TextSpan, _ body: (borrowing NormalWord) -> Void) {
    for part in Self.decomposed(scalar) where ScalarKind(part) != .mark {
      for letter in Self.lowercased(part) {
        let isPunctuation = ScalarKind(letter) == .punctuation
        if isPunctuation { finish(body) }
        word.append(letter, from: span)
        if isPunctuation { finish(body) }
      }
    }
  }

  private mutating func finish(_ body: (borrowing NormalWord) -> Void) {
    if !word.bytes.isEmpty { body(word) }
    word.removeAll()
  }

  private static func decomposed(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
  }

  private static func lowercased(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
    scalar.properties.lowercaseMapping.unicodeScalars
  }
}
