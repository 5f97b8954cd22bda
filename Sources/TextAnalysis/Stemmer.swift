/// The English stemmer of the Snowball project (Porter2): `vaccines`, `vaccinated` and `vaccination` all give `vaccin`.
///
/// Source: M. F. Porter, "The English (Porter2) stemming algorithm",
/// <https://snowballstem.org/algorithms/english/stemmer.html>, as published before version 3.
public enum Stemmer {
  /// The stem of a word in lower case, with a straight apostrophe if any.
  public static func stem(_ word: String) -> String {
    guard word.utf8.count > 2 else { return word }
    if let stem = exceptions[word] { return stem }
    var stemming = Stemming(word)
    stemming.run()
    return stemming.result
  }

  /// Words that the rules would stem badly.
  private static let exceptions = [
    "skis": "ski", "skies": "sky", "dying": "die", "lying": "lie", "tying": "tie", "idly": "idl", "gently": "gentl",
    "ugly": "ugli", "early": "earli", "only": "onli", "singly": "singl", "sky": "sky", "news": "news", "howe": "howe",
    "atlas": "atlas", "cosmos": "cosmos", "bias": "bias", "andes": "andes",
  ]
}

/// The stemming of one word, step by step as the description numbers them.
///
/// A consonant `y` is kept as `Y`. `r1` and `r2` are the offsets where the regions R1 and R2 begin.
private struct Stemming {
  private var word: [UInt8]
  private var r1 = 0
  private var r2 = 0

  init(_ text: String) {
    word = Array(text.utf8)
    if word.byte(at: 0) == "'" { word.removeFirst() }
    for index in word.indices where word[index] == "y" && (index == 0 || isVowel(at: index - 1)) {
      word[index] = UInt8(ascii: "Y")
    }
    r1 = regionStart(from: 0)
    for prefix: StaticString in ["gener", "commun", "arsen"] where word.matches(prefix, at: 0) {
      r1 = prefix.utf8CodeUnitCount
    }
    r2 = regionStart(from: r1)
  }

  var result: String {
    String(decoding: word.lazy.map { $0 == "Y" ? UInt8(ascii: "y") : $0 }, as: UTF8.self)
  }

  mutating func run() {
    removePossessive()
    removePlural()
    if isFinishedWord { return }
    removeTenseEnding()
    replaceFinalY()
    replaceDoubleSuffix()
    replaceSuffix()
    removeSuffix()
    removeFinalLetter()
  }

  // MARK: Steps

  /// Step 0.
  private mutating func removePossessive() {
    for suffix in ["'s'", "'s", "'"] where hasSuffix(suffix) {
      drop(suffix.utf8.count)
      return
    }
  }

  /// Step 1a.
  private mutating func removePlural() {
    if hasSuffix("sses") {
      drop(2)
    } else if hasSuffix("ied") || hasSuffix("ies") {
      drop(word.count > 4 ? 2 : 1)
    } else if hasSuffix("s"), !hasSuffix("us"), !hasSuffix("ss"), hasVowel(before: word.count - 2) {
      drop(1)
    }
  }

  private var isFinishedWord: Bool {
    switch word.count {
    case 6: hasSuffix("inning") || hasSuffix("outing") || hasSuffix("exceed")
    case 7:
      hasSuffix("canning") || hasSuffix("herring") || hasSuffix("earring") || hasSuffix("proceed")
        || hasSuffix("succeed")
    default: false
    }
  }

  /// Step 1b.
  private mutating func removeTenseEnding() {
    if let suffix = longest(of: ["eedly", "eed"]) {
      if word.count - suffix >= r1 { drop(suffix - 2) }
      return
    }
    guard let suffix = longest(of: ["ingly", "edly", "ing", "ed"]), hasVowel(before: word.count - suffix) else {
      return
    }
    drop(suffix)
    if hasSuffix("at") || hasSuffix("bl") || hasSuffix("iz") {
      word.append(UInt8(ascii: "e"))
    } else if endsInDouble {
      drop(1)
    } else if r1 >= word.count, endsInShortSyllable(at: word.count) {
      word.append(UInt8(ascii: "e"))
    }
  }

  /// Step 1c.
  private mutating func replaceFinalY() {
    guard word.count > 2, word[word.count - 1] | 0x20 == "y", !isVowel(at: word.count - 2) else { return }
    word[word.count - 1] = UInt8(ascii: "i")
  }

  /// Step 2.
  private mutating func replaceDoubleSuffix() {
    if let (suffix, replacement) = Self.doubleSuffixes.first(where: { hasSuffix($0.0) }) {
      let start = word.count - suffix.utf8.count
      guard start >= r1, suffix != "ogi" || word.byte(at: start - 1) == "l" else { return }
      replace(suffix, by: replacement)
    } else if hasSuffix("li"), word.count - 2 >= r1, "cdeghkmnrt".utf8.contains(word.byte(at: word.count - 3)) {
      drop(2)
    }
  }

  private static let doubleSuffixes = [
    ("ational", "ate"), ("fulness", "ful"), ("iveness", "ive"), ("ization", "ize"), ("ousness", "ous"),
    ("biliti", "ble"), ("lessli", "less"), ("tional", "tion"), ("alism", "al"), ("aliti", "al"), ("ation", "ate"),
    ("entli", "ent"), ("fulli", "ful"), ("iviti", "ive"), ("ousli", "ous"), ("abli", "able"), ("alli", "al"),
    ("anci", "ance"), ("ator", "ate"), ("enci", "ence"), ("izer", "ize"), ("bli", "ble"), ("ogi", "og"),
  ]

  /// Step 3.
  private mutating func replaceSuffix() {
    guard let (suffix, replacement) = Self.suffixes.first(where: { hasSuffix($0.0) }) else { return }
    if word.count - suffix.utf8.count >= (suffix == "ative" ? r2 : r1) { replace(suffix, by: replacement) }
  }

  private static let suffixes = [
    ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("ative", ""), ("icate", "ic"), ("iciti", "ic"),
    ("ical", "ic"), ("ness", ""), ("ful", ""),
  ]

  /// Step 4.
  private mutating func removeSuffix() {
    guard let suffix = Self.droppedSuffixes.first(where: { hasSuffix($0) }) else { return }
    let start = word.count - suffix.utf8.count
    guard start >= r2 else { return }
    if suffix == "ion", !"st".utf8.contains(word.byte(at: start - 1)) { return }
    drop(suffix.utf8.count)
  }

  private static let droppedSuffixes = [
    "ement", "able", "ance", "ence", "ible", "ment", "ant", "ate", "ent", "ion", "ism", "iti", "ive", "ize", "ous",
    "al",
    "er", "ic",
  ]

  /// Step 5.
  private mutating func removeFinalLetter() {
    let start = word.count - 1
    if hasSuffix("e"), start >= r2 || start >= r1 && !endsInShortSyllable(at: start) {
      drop(1)
    } else if hasSuffix("ll"), start >= r2 {
      drop(1)
    }
  }

  // MARK: Letters

  private func isVowel(at index: Int) -> Bool {
    switch word.byte(at: index) {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }

  private func hasVowel(before end: Int) -> Bool { (0..<max(0, end)).contains { isVowel(at: $0) } }

  /// Behind the first consonant that follows a vowel.
  private func regionStart(from start: Int) -> Int {
    var index = start + 1
    while index < word.count {
      if isVowel(at: index - 1), !isVowel(at: index) { return index + 1 }
      index += 1
    }
    return word.count
  }

  private func endsInShortSyllable(at end: Int) -> Bool {
    guard end >= 2, isVowel(at: end - 2), !isVowel(at: end - 1) else { return false }
    return end == 2 || !isVowel(at: end - 3) && !"wxY".utf8.contains(word[end - 1])
  }

  private var endsInDouble: Bool {
    guard let last = word.last, word.byte(at: word.count - 2) == last else { return false }
    return "bdfgmnprt".utf8.contains(last)
  }

  // MARK: Suffixes

  private func hasSuffix(_ suffix: String) -> Bool {
    guard word.count >= suffix.utf8.count, word.last == suffix.utf8.last else { return false }
    return word.suffix(suffix.utf8.count).elementsEqual(suffix.utf8)
  }

  /// The length of the first of the suffixes that the word has.
  private func longest(of suffixes: [String]) -> Int? { suffixes.first(where: hasSuffix)?.utf8.count }

  private mutating func drop(_ length: Int) { word.removeLast(length) }

  private mutating func replace(_ suffix: String, by replacement: String) {
    drop(suffix.utf8.count)
    word.append(contentsOf: replacement.utf8)
  }
}
