import FactCheckCore

/// One pass over the bytes of a text that collects its tokens.
struct TokenScanner {
  let bytes: [UInt8]
  var position = 0
  private var tokens: [Token] = []
  /// The normal form under construction, kept to save allocations.
  private var folded: [UInt8] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    tokens.reserveCapacity(bytes.count / 5)
  }

  mutating func scan() -> [Token] {
    while position < bytes.count { scanNext() }
    return tokens
  }

  private mutating func scanNext() {
    let byte = bytes[position]
    if byte.isAlphanumeric {
      scanAlphanumeric()
    } else if byte == 0x20 {
      position += 1
    } else {
      scanOther()
    }
  }

  private mutating func scanAlphanumeric() {
    if let end = bytes.addressEnd(from: position) {
      emit(.url, to: end)
    } else if bytes[position].isDigit {
      scanNumber()
    } else {
      scanWord()
    }
  }

  private mutating func scanOther() {
    let (scalar, length) = bytes.scalar(at: position)
    switch ScalarClass(scalar) {
    case .letter, .digit: scanWord()
    case .space, .invisible: position += length
    case .emoji: emit(.emoji, to: bytes.emojiEnd(from: position))
    case .punctuation: scanPunctuation(scalar, length)
    case .symbol: scanSymbol(scalar, length)
    }
  }

  // MARK: Signs

  private mutating func scanPunctuation(_ scalar: Unicode.Scalar, _ length: Int) {
    if scalar == ".", bytes.byte(at: position + 1).isDigit, !bytes.byte(at: position - 1).isAlphanumeric {
      scanNumber()
      return
    }
    if isInnerHyphen(length) {
      position += length
      return
    }
    var end = position + length
    if ".!?-_,".unicodeScalars.contains(scalar) {
      end = bytes.end(from: end) { $0 == UInt8(ascii: scalar) }
    }
    emit(.punctuation, to: end, normal: Self.plainSign(scalar, isLong: end - position > 2))
  }

  private static func plainSign(_ scalar: Unicode.Scalar, isLong: Bool) -> String {
    switch scalar {
    case "." where isLong: "…"
    case "“", "”", "„", "«", "»": "\""
    case "‘", "’", "‚", "ʼ": "'"
    case "‐", "‑", "‒", "–", "—": "-"
    default: String(scalar)
    }
  }

  /// Whether the sign is a hyphen that only binds two parts: not the dash of a range of numbers.
  private func isInnerHyphen(_ length: Int) -> Bool {
    guard bytes.hyphenLength(at: position) == length, let last = tokens.last, last.span.end == position else {
      return false
    }
    let next = bytes.scalar(at: position + length).scalar
    switch last.kind {
    case .word: return ScalarClass(next) == .letter || ScalarClass(next) == .digit
    case .number: return ScalarClass(next) == .letter
    default: return false
    }
  }

  private mutating func scanSymbol(_ scalar: Unicode.Scalar, _ length: Int) {
    if scalar == "#", let end = bytes.hashtagEnd(from: position) {
      let parts = HashtagParts(of: bytes[position..<end])
      emit(.hashtag, to: position + 1)
      for part in parts { scanHashtagPart(part) }
      position = end
    } else if scalar == "@", bytes.isMention(at: position) {
      emit(.mention, to: bytes.end(from: position + 1) { $0.isAlphanumeric || $0 == "_" })
    } else if let value = Self.fractions[scalar] {
      emit(.number, to: position + length, normal: value)
    } else {
      emit(.symbol, to: position + length, normal: String(scalar))
    }
  }

  private static let fractions: [Unicode.Scalar: String] = ["½": "0.5", "¼": "0.25", "¾": "0.75"]

  private mutating func scanHashtagPart(_ part: Range<Int>) {
    position = part.lowerBound
    let isNumber = bytes[part].allSatisfy(\.isDigit)
    if isNumber {
      emit(.number, to: part.upperBound, isInHashtag: true)
    } else {
      emitWord(to: part.upperBound, apostrophe: nil, isInHashtag: true)
    }
  }

  // MARK: Numbers

  private mutating func scanNumber() {
    let end = bytes.numberEnd(from: position)
    if let wordEnd = bytes.numeralWordEnd(from: position, digitsEnd: end) {
      emit(.word, to: wordEnd)
      return
    }
    var normal = bytes[position..<end].filter { $0 != "," }
    if normal.first == UInt8(ascii: ".") { normal.insert(UInt8(ascii: "0"), at: normal.startIndex) }
    emit(.number, to: end, normal: String(decoding: normal, as: UTF8.self))
  }

  // MARK: Words

  private mutating func scanWord() {
    if let end = bytes.dottedAcronymEnd(from: position) {
      emit(.word, to: end, normal: String(decoding: fold(to: end).filter { $0 != "." }, as: UTF8.self))
      return
    }
    let (end, apostrophe) = bytes.wordEnd(from: position)
    if apostrophe == nil, let codeEnd = bytes.codeEnd(from: position, lettersEnd: end) {
      emit(.word, to: codeEnd)
    } else {
      emitWord(to: end, apostrophe: apostrophe)
    }
  }

  /// Emits the word that ends at `end`, as two tokens when it is a contraction.
  private mutating func emitWord(to end: Int, apostrophe: Int?, isInHashtag: Bool = false) {
    if let apostrophe {
      let suffix = apostrophe + bytes.apostropheLength(at: apostrophe)
      let clitic = String(decoding: bytes[suffix..<end].map(\.lowercased), as: UTF8.self)
      if clitic == "t", bytes.byte(at: apostrophe - 1).lowercased == "n" {
        emitNegated(verbEnd: apostrophe - 1, end: end, isInHashtag)
        return
      }
      if let word = Contraction.clitics[clitic] {
        emitHost(to: apostrophe)
        emit(.word, to: end, normal: word)
        return
      }
    } else if end - position > 3, bytes[end - 1].lowercased == "t" {
      if bytes.matches("nt", at: end - 2),
        Contraction.bareNegations.contains(String(decoding: fold(to: end), as: UTF8.self))
      {
        emitNegated(verbEnd: end - 2, end: end, isInHashtag)
        return
      }
      if end - position == 6, bytes.matches("cannot", at: position) {
        emitNegated(verbEnd: end - 3, end: end, isInHashtag)
        return
      }
    }
    emit(.word, to: end, isInHashtag: isInHashtag)
  }

  /// Emits what a clitic leans on, which may itself be negated: `shouldn't've`.
  private mutating func emitHost(to end: Int) {
    let apostrophe = [1, 2, 3].map { end - 1 - $0 }.first { bytes.apostropheLength(at: $0) == end - 1 - $0 }
    if let apostrophe, apostrophe > position, bytes.byte(at: end - 1).lowercased == "t",
      bytes[apostrophe - 1].lowercased == "n"
    {
      emitNegated(verbEnd: apostrophe - 1, end: end, false)
    } else {
      emit(.word, to: end)
    }
  }

  private mutating func emitNegated(verbEnd: Int, end: Int, _ isInHashtag: Bool) {
    if verbEnd > position {
      let verb = String(decoding: fold(to: verbEnd), as: UTF8.self)
      emit(.word, to: verbEnd, normal: Contraction.verbs[verb] ?? verb, isInHashtag: isInHashtag)
    }
    emit(.word, to: end, normal: "not", isInHashtag: isInHashtag)
  }

  // MARK: Output

  /// Adds the token from the position to `end`, and goes on behind it. Text that folds to nothing gives no token.
  private mutating func emit(_ kind: Token.Kind, to end: Int, normal: String? = nil, isInHashtag: Bool = false) {
    let normal = normal ?? String(decoding: fold(to: end), as: UTF8.self)
    if !normal.isEmpty {
      let span = TextSpan(start: position, end: end)
      tokens.append(Token(span: span, kind: kind, normal: normal, isInHashtag: isInHashtag))
    }
    position = end
  }

  /// The bytes from the position to `end` in lower case, without diacritics, with straight quotes and short runs.
  private mutating func fold(to end: Int) -> [UInt8] {
    folded.removeAll(keepingCapacity: true)
    var offset = position
    while offset < end {
      let byte = bytes[offset]
      if byte.isASCIIByte {
        folded.append(byte.lowercased)
        offset += 1
        continue
      }
      let (scalar, length) = bytes.scalar(at: offset)
      switch scalar {
      case "‘", "’", "ʼ": folded.append(UInt8(ascii: "'"))
      case "‐", "‑": folded.append(UInt8(ascii: "-"))
      default: LetterFolding.append(scalar, to: &folded)
      }
      offset += length
    }
    folded.shortenRuns()
    return folded
  }
}
