/// The word lists of `Data/segmentation`: abbreviations by what may follow them, and words that begin sentences.
public struct SegmentationWords: Sendable {
  /// What an abbreviation tells of the full stop behind it. Each is a file of the same name.
  enum Abbreviation: String, CaseIterable {
    /// Stands before a name: no end.
    case titles
    /// Goes on with the same sentence: no end.
    case inner
    /// An end only where no number follows.
    case numbered
    /// An end only before a word that begins sentences.
    case names
    /// An end before a capital.
    case closing
  }

  private let abbreviations: [ShortWord: Abbreviation]
  /// Abbreviations that are listed with a capital.
  private let capitalised: [ShortWord: Abbreviation]
  private let starters: Set<ShortWord>
  private let exclamations: Set<ShortWord>
  private let speechVerbs: Set<ShortWord>

  /// Reads the lists.
  ///
  /// - Parameter files: the content of each file under its name in `Data/segmentation`, such as `titles.txt`.
  /// - Throws: ``LexiconError`` for a file that is missing.
  package init(files: [String: String]) throws(LexiconError) {
    func words(_ name: String) throws(LexiconError) -> [Substring.UTF8View] {
      guard let text = files["\(name).txt"] else { throw LexiconError(file: "\(name).txt", problem: "is missing") }
      return WordList.lines(of: text).map(\.utf8)
    }
    var abbreviations: [ShortWord: Abbreviation] = [:]
    var capitalised: [ShortWord: Abbreviation] = [:]
    for kind in Abbreviation.allCases {
      for word in try words(kind.rawValue) {
        guard let key = ShortWord(word) else { continue }
        if word.first?.isUpper == true { capitalised[key] = kind } else { abbreviations[key] = kind }
      }
    }
    self.abbreviations = abbreviations
    self.capitalised = capitalised
    starters = Set(try words("starters").compactMap(ShortWord.init))
    exclamations = Set(try words("exclamations").compactMap(ShortWord.init))
    speechVerbs = Set(try words("speech-verbs").compactMap(ShortWord.init))
  }

  /// The kind of an abbreviation, written without its last full stop.
  ///
  /// Listed in small letters it is found in any case, but all in capitals (`EST`, `VS`) it may as well be another word.
  /// Listed with a capital it is found only with a capital and small letters.
  func abbreviation(_ word: ArraySlice<UInt8>) -> Abbreviation? {
    guard let key = ShortWord(word), let first = word.first else { return nil }
    let isShouted = word.count > 1 && word.allSatisfy(\.isUpper)
    if first.isUpper, !isShouted, let kind = capitalised[key] { return kind }
    return abbreviations[key].map { isShouted && $0 == .inner ? .names : $0 }
  }

  /// Whether the word, with a capital, begins a sentence rather than a name.
  func isStarter(_ word: ArraySlice<UInt8>) -> Bool { ShortWord(word).map(starters.contains) ?? false }

  /// Whether the word is a name that is written with an exclamation mark.
  func isExclamation(_ word: ArraySlice<UInt8>) -> Bool { ShortWord(word).map(exclamations.contains) ?? false }

  func isSpeechVerb(_ word: ArraySlice<UInt8>) -> Bool { ShortWord(word).map(speechVerbs.contains) ?? false }
}
