package import TextAnalysis

/// The turns of phrase of `Data/lexicons/cues` that tell who says a thing and how.
package struct CueLists: Sendable {
  let figurative: PhraseMatcher<Bool>
  let personal: PhraseMatcher<Bool>
  let report: PhraseMatcher<Bool>
  let authority: PhraseMatcher<Bool>
  let policy: PhraseMatcher<Bool>
  let retraction: PhraseMatcher<Bool>
  let confirmation: PhraseMatcher<Bool>
  let openers: PhraseMatcher<Bool>
  /// Denials that open a sentence: “it is a myth that”.
  let denialOpenings: PhraseMatcher<Bool>
  /// Denials that close a clause: “is a myth”.
  let denialClosings: PhraseMatcher<Bool>

  /// - Parameter files: the content of each file under its path in `Data/lexicons`.
  /// - Throws: ``TextAnalysis/LexiconError`` for a file that is missing.
  package init(files: [String: String]) throws(LexiconError) {
    func lines(_ name: String) throws(LexiconError) -> [Substring] {
      guard let text = files["cues/\(name).txt"] else {
        throw LexiconError(file: "cues/\(name).txt", problem: "is missing")
      }
      return WordList.lines(of: text)
    }
    figurative = Self.matcher(of: try lines("figurative"))
    personal = Self.matcher(of: try lines("personal"))
    report = Self.matcher(of: try lines("report"))
    authority = Self.matcher(of: try lines("authority"))
    policy = Self.matcher(of: try lines("policy"))
    retraction = Self.matcher(of: try lines("retraction"))
    confirmation = Self.matcher(of: try lines("confirmation"))
    openers = Self.matcher(of: try lines("openers"))
    let denials = try lines("denial").map { $0.split(separator: "*", omittingEmptySubsequences: false) }
    denialOpenings = Self.matcher(of: denials.compactMap(\.first))
    denialClosings = Self.matcher(of: denials.filter { $0.count > 1 }.compactMap(\.last))
  }

  private static func matcher(of lines: [Substring]) -> PhraseMatcher<Bool> {
    var matcher = PhraseMatcher<Bool>()
    for line in lines { matcher.insert(Lexicons.normals(of: line), label: true) }
    return matcher
  }
}
