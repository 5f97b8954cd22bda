import FactCheckCore
import TextAnalysis

/// What can be told of a sentence by itself: who says it, and which of its tokens say it.
struct SentenceReading {
  let sentence: Sentence
  let analysis: AnalyzedText
  /// For the sentence as a whole; a clause that tells a personal story is found later.
  var attribution: Attribution
  /// The tokens that remain when wrappers such as “it is a myth that” are taken off.
  let body: Range<Int>
  /// Whether the sentence takes back the one before it.
  let isRetraction: Bool
  /// Whether the sentence answers the one before it with yes.
  let isConfirmation: Bool

  init(_ sentence: Sentence, analyzer: TextAnalyzer, cues: CueLists) {
    let analysis = analyzer.analyze(sentence.text)
    let normals = analysis.tokens.map(\.normal)
    let denial = Denial(in: analysis.tokens, cues: cues)
    self.sentence = sentence
    self.analysis = analysis
    isRetraction = Self.opens(with: cues.retraction, analysis.tokens)
    isConfirmation = Self.opens(with: cues.confirmation, analysis.tokens)

    let appealsToAuthority = !cues.authority.matches(in: normals).isEmpty
    let reports = cues.report.matches(in: normals)
    let isQuestion = Self.isQuestion(analysis.tokens) && !appealsToAuthority
    attribution =
      if !cues.figurative.matches(in: normals).isEmpty { .figurative
      } else if isQuestion { .questioned
      } else if denial != nil { .denied
      } else if !reports.isEmpty && !appealsToAuthority { .reported
      } else { .asserted }
    body = denial?.body ?? Self.bodyOfReport(reports, attribution: attribution, count: normals.count)
  }

  /// Whether the sentence begins with one of the phrases and a pause, or is nothing else.
  private static func opens(with phrases: PhraseMatcher<Bool>, _ tokens: [Token]) -> Bool {
    let normals = tokens.map(\.normal)
    guard let start = tokens.firstIndex(where: { $0.kind == .word }),
      let match = phrases.longestMatch(in: normals, at: start)
    else { return false }
    return match.range.upperBound == tokens.count || tokens[match.range.upperBound].kind != .word
  }

  private static func isQuestion(_ tokens: [Token]) -> Bool {
    let ending = tokens.reversed().prefix { $0.kind != .word && $0.kind != .number }
    return ending.contains { $0.kind == .punctuation && $0.normal.contains("?") }
  }

  /// Behind the last opening report (“my aunt says that …”), where something follows it.
  private static func bodyOfReport(
    _ reports: [PhraseMatcher<Bool>.Match], attribution: Attribution, count: Int
  ) -> Range<Int> {
    guard attribution == .reported, let last = reports.last(where: { $0.range.lowerBound < count / 2 }),
      count - last.range.upperBound > 2
    else { return 0..<count }
    return last.range.upperBound..<count
  }
}

/// A wrapper by which the author denies what it wraps.
private struct Denial {
  let body: Range<Int>

  /// How far into a sentence a denial may open it: “FYI, it is a myth that …”.
  private static let latestOpening = 6

  init?(in tokens: [Token], cues: CueLists) {
    let normals = tokens.map(\.normal)
    let opening = normals.indices.prefix(Self.latestOpening).lazy
      .compactMap { cues.denialOpenings.longestMatch(in: normals, at: $0) }.first
    var start = opening?.range.upperBound ?? 0
    let closing = normals.indices.dropFirst(start + 1).lazy
      .compactMap { cues.denialClosings.longestMatch(in: normals, at: $0) }.first
    guard opening != nil || closing != nil else { return nil }
    let end = closing?.range.lowerBound ?? tokens.count
    if let opener = cues.openers.longestMatch(in: normals, at: min(start, normals.count - 1)) {
      start = opener.range.upperBound
    }
    guard start < end else { return nil }
    body = start..<end
  }
}
