/// What tells languages apart: their scripts, their function words and their letters. The data of `Data/languages`.
public struct LanguageProfiles: Sendable {
  /// A block of Unicode and the languages written in it.
  struct Script: Sendable {
    let block: ClosedRange<UInt32>
    /// The language where no letter says otherwise.
    let language: String
    /// Languages by the letters that, in this script, only they have.
    let languages: [Unicode.Scalar: String]
  }

  let scripts: [Script]
  /// The languages in Latin script that have each function word.
  let words: [String: [String]]
  /// The languages in Latin script that have each letter outside ASCII.
  let letters: [Unicode.Scalar: [String]]

  /// Reads the profiles.
  ///
  /// - Parameter files: the content of each file under its name in `Data/languages`: `scripts.txt`, and for each
  ///   language in Latin script its BCP 47 tag and `.txt`.
  /// - Throws: ``LexiconError`` for a file that is missing or a line that cannot be read.
  package init(files: [String: String]) throws(LexiconError) {
    var files = files
    guard let scriptList = files.removeValue(forKey: "scripts.txt") else {
      throw LexiconError(file: "scripts.txt", problem: "is missing")
    }
    var scripts: [Script] = []
    for line in WordList.lines(of: scriptList) {
      guard let script = Script(line) else {
        throw LexiconError(file: "scripts.txt", problem: "has a line that names no range and language: \(line)")
      }
      scripts.append(script)
    }
    self.scripts = scripts

    var words: [String: [String]] = [:]
    var letters: [Unicode.Scalar: [String]] = [:]
    for (file, text) in files.sorted(by: { $0.key < $1.key }) where file.hasSuffix(".txt") {
      let language = String(file.dropLast(4))
      for line in WordList.lines(of: text) {
        let (head, items) = WordList.parts(of: line)
        if items.isEmpty { words[String(head), default: []].append(language) }
        for letter in items.compactMap(\.unicodeScalars.first) { letters[letter, default: []].append(language) }
      }
    }
    self.words = words
    self.letters = letters
  }
}

extension LanguageProfiles.Script {
  /// Reads `0600-06FF = ar, ur ٹڈ, fa پچ`.
  fileprivate init?(_ line: Substring) {
    let (head, items) = WordList.parts(of: line)
    let ends = head.split(separator: "-").compactMap { UInt32($0, radix: 16) }
    guard ends.count == 2, ends[0] <= ends[1], let language = items.first else { return nil }
    block = ends[0]...ends[1]
    self.language = String(language)
    var languages: [Unicode.Scalar: String] = [:]
    for item in items.dropFirst() {
      let parts = item.split(separator: " ")
      guard parts.count == 2 else { return nil }
      for letter in parts[1].unicodeScalars { languages[letter] = String(parts[0]) }
    }
    self.languages = languages
  }
}
