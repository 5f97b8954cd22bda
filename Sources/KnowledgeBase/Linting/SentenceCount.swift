/// Counts sentences well enough to hold short texts to a limit: when in doubt it counts one less.
enum SentenceCount {
  /// The number of sentences in a text on one line; at least 1.
  static func count(in text: String) -> Int {
    let words = text.split(separator: " ")
    return 1 + zip(words, words.dropFirst()).count { ends($0) && begins($1) }
  }

  /// Whether a word with its punctuation can end a sentence. Short words and those with a full stop inside may be
  /// abbreviations (vs., e.g., U.S.).
  private static func ends(_ word: Substring) -> Bool {
    let core = word.reversed().drop { "\"”’')".contains($0) }
    guard let mark = core.first else { return false }
    if mark == "!" || mark == "?" { return true }
    let rest = core.dropFirst()
    return mark == "." && !rest.contains(".") && (rest.count >= 3 || rest.allSatisfy(\.isNumber))
  }

  private static func begins(_ word: Substring) -> Bool {
    word.first { !"\"“‘'(".contains($0) }.map { $0.isUppercase || $0.isNumber } ?? false
  }
}
