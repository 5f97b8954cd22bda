package import TextAnalysis

/// The turns of phrase of `Data/lexicons/cues` that tell who says a thing and how.
package struct CueLists: Sendable {
  let figurative: PhraseMatcher<Bool>
  let personal: PhraseMatcher<Bool>
  let report: PhraseMatcher<Bool>
  let authority: PhraseMatcher<Bool>
  /// Words of saying, believing and doubting.
  let attitudes: PhraseMatcher<Bool>
  /// Words that open a condition.
  let conditions: PhraseMatcher<Bool>
  let policy: PhraseMatcher<Bool>
  let retraction: PhraseMatcher<Bool>
  let refusal: PhraseMatcher<Bool>
  /// Words that take back what stands before them in the sentence.
  let corrections: PhraseMatcher<Bool>
  /// Single verbs that hand a claim over when they stand behind it.
  let saying: Set<String>
  /// Single words for those whose word is put forward as a fact.
  let authorities: Set<String>
  let confirmation: PhraseMatcher<Bool>
  let openers: PhraseMatcher<Bool>
  /// Beginnings of a question that may lack its mark.
  let questions: PhraseMatcher<Bool>
  /// Beginnings of a question that asks nothing: “did you know that”.
  let rhetorical: PhraseMatcher<Bool>
  /// Denials that open a sentence: “it is a myth that”.
  let denialOpenings: PhraseMatcher<Bool>
  /// Denials that close a clause: “is a myth”.
  let denialClosings: PhraseMatcher<Bool>
  /// Denials in two parts, of which neither says anything alone: “anyone who says … is lying”.
  let denialFrames: (openings: PhraseMatcher<Bool>, closings: PhraseMatcher<Bool>)

  /// - Parameter files: the content of each file under its path in `Data/lexicons`.
  /// - Throws: ``TextAnalysis/LexiconError`` for a file that is missing.
  package init(files: [String: String]) throws(LexiconError) {
    func lines(_ name: String) throws(LexiconError) -> [Substring] {
      guard let text = files["cues/\(name).txt"] else {
        throw LexiconError(file: "cues/\(name).txt", problem: "is missing")
      }
      return WordList.lines(of: text)
    }
    figurative = Lexicons.matcher(of: try lines("figurative"))
    personal = Lexicons.matcher(of: try lines("personal"))
    report = Lexicons.matcher(of: try lines("report"))
    authority = Lexicons.matcher(of: try lines("authority"))
    attitudes = Lexicons.matcher(of: try lines("attitudes"))
    conditions = Lexicons.matcher(of: try lines("conditions"))
    policy = Lexicons.matcher(of: try lines("policy"))
    retraction = Lexicons.matcher(of: try lines("retraction"))
    refusal = Lexicons.matcher(of: try lines("refusal"))
    corrections = Lexicons.matcher(of: try lines("corrections"))
    saying = Set(try lines("saying").map(String.init))
    authorities = Set(try lines("authorities").map(String.init))
    confirmation = Lexicons.matcher(of: try lines("confirmation"))
    openers = Lexicons.matcher(of: try lines("openers"))
    questions = Lexicons.matcher(of: try lines("questions"))
    rhetorical = Lexicons.matcher(of: try lines("rhetorical"))

    let denials = try lines("denial").map { line in
      let parts = line.split(separator: "*", maxSplits: 1, omittingEmptySubsequences: false)
      return (opening: parts[0].trimmingSpace(), closing: parts.last?.trimmingSpace() ?? "")
    }
    let frames = denials.filter { !$0.opening.isEmpty && !$0.closing.isEmpty }
    denialOpenings = Lexicons.matcher(of: denials.filter(\.closing.isEmpty).map(\.opening))
    denialClosings = Lexicons.matcher(of: denials.filter(\.opening.isEmpty).map(\.closing))
    denialFrames = (Lexicons.matcher(of: frames.map(\.opening)), Lexicons.matcher(of: frames.map(\.closing)))
  }
}
