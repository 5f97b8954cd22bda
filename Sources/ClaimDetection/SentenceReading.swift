import FactCheckCore
import TextAnalysis

/// What can be told of a sentence by itself: who says it, and which of its tokens say it.
struct SentenceReading {
  let sentence: Sentence
  let analysis: AnalyzedText
  /// For the sentence as a whole; ``attribution(of:isAlone:cues:)`` looks at a clause.
  var attribution: Attribution
  /// The tokens that remain when wrappers such as “it is a myth that” are taken off.
  let body: Range<Int>
  /// Whether an aside hands the sentence over to somebody of whom nothing is known: “…, it says”.
  let isHandedToNobody: Bool
  /// Whether the sentence takes back the one before it.
  let isRetraction: Bool
  /// Whether the sentence answers the one before it with no.
  let isRefusal: Bool
  /// Whether the sentence answers the one before it with yes.
  let isConfirmation: Bool

  init(_ sentence: Sentence, analyzer: TextAnalyzer, cues: CueLists) {
    let analysis = analyzer.analyze(sentence.text)
    let denial = Denial(in: analysis, cues: cues)
    let report = Self.report(in: analysis, cues: cues)
    self.sentence = sentence
    self.analysis = analysis
    let asides = Self.asides(in: analysis, cues: cues)
    isHandedToNobody = asides.contains { $0.contains(where: Self.pronouns.contains) }
    isRetraction = Self.opens(with: cues.retraction, analysis)
    isRefusal = Self.opens(with: cues.refusal, analysis)
    isConfirmation = Self.opens(with: cues.confirmation, analysis)
    attribution =
      if !cues.figurative.matches(in: analysis.normals).isEmpty {
        .figurative
      } else if Self.isQuestion(analysis, cues: cues) {
        .questioned
      } else if denial != nil {
        .denied
      } else if report != nil || !asides.isEmpty {
        .reported
      } else { .asserted }
    let opening = attribution == .reported && report != nil ? report : Self.openingAuthority(in: analysis, cues: cues)
    body = denial?.body ?? Self.body(behind: opening, count: analysis.tokens.count)
  }

  /// Whether the sentence begins with one of the phrases and a pause, or is nothing else.
  private static func opens(with phrases: PhraseMatcher<Bool>, _ text: AnalyzedText) -> Bool {
    guard let start = text.tokens.firstIndex(where: { $0.kind == .word }),
      let match = phrases.longestMatch(in: text.normals, at: start)
    else { return false }
    return match.range.upperBound == text.tokens.count || text.tokens[match.range.upperBound].kind != .word
  }

  /// A question has its mark or begins like one; “did you know that …?” is none.
  private static func isQuestion(_ text: AnalyzedText, cues: CueLists) -> Bool {
    guard cues.rhetorical.matches(in: text.normals).isEmpty else { return false }
    if text.tokens.contains(where: { $0.kind == .punctuation && $0.normal.contains("?") }) { return true }
    guard let first = text.tokens.firstIndex(where: { $0.kind == .word }) else { return false }
    return cues.questions.matches(in: text.normals).contains { match in
      let start = match.range.lowerBound
      // One word makes a question only at the very beginning: Does …, but not “garlic, does wonders”.
      return start == first || match.wordCount > 1 && text.tokens[start - 1].kind != .word
    }
  }

  /// The tokens that hand a claim over to somebody else, unless an authority is called up before: “doctors say”.
  private static func report(in text: AnalyzedText, cues: CueLists) -> Range<Int>? {
    let reports = cues.report.matches(in: text.normals).map(\.range)
    let authority = cues.authority.matches(in: text.normals).first?.range.lowerBound ?? text.tokens.count
    guard let first = reports.first, first.lowerBound < authority else { return nil }
    return reports.last { $0.lowerBound < text.tokens.count / 2 } ?? first
  }

  /// The words of “…, many sunbathers say”, “…, wrote one reader”: a few behind a comma with a verb of saying, unless they
  /// call up an authority.
  private static func asides(in text: AnalyzedText, cues: CueLists) -> [[String]] {
    text.tokens.indices.filter { text.tokens[$0].normal == "," }.compactMap { comma in
      let aside = text.tokens[(comma + 1)...].prefix { $0.kind != .punctuation }.map(\.normal)
      let isAside =
        (2...longestAside).contains(aside.count) && aside.contains(where: cues.saying.contains)
        && !aside.contains(where: cues.authorities.contains)
      return isAside ? aside : nil
    }
  }

  private static let pronouns: Set<String> = ["he", "it", "she", "they"]

  /// The most words of an aside such as “one reader of this page wrote”.
  private static let longestAside = 6

  /// “Doctors say”, “according to the CDC” at the beginning of the sentence.
  private static func openingAuthority(in text: AnalyzedText, cues: CueLists) -> Range<Int>? {
    text.tokens.firstIndex { $0.kind == .word }.flatMap { cues.authority.longestMatch(in: text.normals, at: $0)?.range }
  }

  /// Behind an opening (“my aunt says that …”), where something follows it.
  private static func body(behind opening: Range<Int>?, count: Int) -> Range<Int> {
    guard let opening, opening.lowerBound < count / 2, count - opening.upperBound > 2 else { return 0..<count }
    return opening.upperBound..<count
  }
}
