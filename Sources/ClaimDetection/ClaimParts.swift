import FactCheckCore
import TextAnalysis

/// Cuts a claim into parts that might be said alone: “Chemo kills more than it saves” is one of “Chemo kills more than it
/// saves, follow the money”.
///
/// A stretch goes from one pause to the next: a comma, a dash, an emoji, a conjunction. A part is one stretch or several
/// in a row, never all. Left out is what may mean something else in its sentence: behind a condition, a negation, a colon, a
/// mere label (“the poster in the clinic, coffee enemas detoxify”) or beside a word of saying and believing, and what the
/// author corrects.
struct ClaimParts {
  let analyzer: TextAnalyzer
  let cues: CueLists

  private static let conjunctions: Set<String> = ["and", "but", "so", "because", "plus", "&", "then"]
  private static let pauses: Set<String> = [",", ";", ":", "-", "–", "—", "...", "…", "!"]
  /// What begins with one of these goes on with what stands before it.
  private static let continuations: Set<String> = [
    "that", "which", "who", "whose", "whom", "than", "of", "or", "nor", "not", "to", "for", "with", "without", "as",
    "until", "when", "while", "where", "though", "although", "except", "only", "in", "at", "by", "from", "on", "after",
    "before", "during", "other", "like", "any", "mostly", "especially",
  ]
  /// Words by which what stands before a comma is a clause and no label.
  private static let pronouns: Set<String> = [
    "i", "you", "he", "she", "it", "we", "they", "this", "that", "there", "everyone", "everybody",
  ]
  /// Fewer words seldom make a claim.
  private static let leastWords = 3
  /// The most parts of a claim that are looked at.
  private static let limit = 6

  /// The parts as sentences of the document, the longest first.
  func parts(of claim: Claim, in sentence: Sentence) -> [Sentence] {
    let text = analyzer.analyze(sentence.text)
    let own = text.tokens.indices.filter { claim.span.contains(text.tokens[$0].span.shifted(by: sentence.span.start)) }
    guard let first = own.first, let last = own.last else { return [] }
    let attitudes = attitudes(in: text)
    let corrections = cues.corrections.matches(in: text.normals).map(\.range.lowerBound)
    let longestFirst = ranges(in: text, first..<(last + 1)).sorted { $0.count > $1.count }
    // Lazily: a long claim has far more ranges than are looked at.
    let found = longestFirst.lazy.filter { range in
      mayBeClaim(text, range) && !isIntroduced(text, range) && attitudes.allSatisfy(range.contains)
        && !corrections.contains { $0 >= range.upperBound } && !isReachedByNegation(text, range)
    }
    return found.prefix(Self.limit).map { range in
      let span = TextSpan(
        start: text.tokens[range.lowerBound].span.start, end: text.tokens[range.upperBound - 1].span.end)
      return Sentence(span: span.shifted(by: sentence.span.start), text: String(text.text(of: range)))
    }
  }

  // MARK: Cutting

  /// Stretches in a row that neither begin nor end where one depends on the next.
  private func ranges(in text: AnalyzedText, _ claim: Range<Int>) -> [Range<Int>] {
    let stretches = claim.split { isPause(text, $0) }.map { $0.startIndex..<$0.endIndex }
    let dependent = stretches.map { isDependent(text, $0) }
    func isEdge(_ index: Int) -> Bool {
      index == 0 || index == stretches.count || !dependent[index] && !dependent[index - 1]
    }
    return stretches.indices.flatMap { first in
      (first..<stretches.count).compactMap { last in
        let isAll = last - first == stretches.count - 1
        guard !isAll, isEdge(first), isEdge(last + 1) else { return nil }
        return stretches[first].lowerBound..<stretches[last].upperBound
      }
    }
  }

  private func isPause(_ text: AnalyzedText, _ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .emoji: true
    case .punctuation, .symbol: Self.pauses.contains(text.normals[index])
    case .word: isConjunction(text, index) && !text.relations.contains { $0.range.contains(index) }
    case .number, .hashtag, .mention, .url: false
    }
  }

  private func isConjunction(_ text: AnalyzedText, _ index: Int) -> Bool {
    Self.conjunctions.contains(text.normals[index])
  }

  /// Whether a stretch goes on with what stands before it, or sets a condition: also “just like …”, “9 other …”.
  private func isDependent(_ text: AnalyzedText, _ stretch: Range<Int>) -> Bool {
    Self.continuations.contains(text.normals[stretch.lowerBound])
      || stretch.prefix(2).contains { ["like", "other"].contains(text.normals[$0]) }
      || cues.conditions.longestMatch(in: text.normals, at: stretch.lowerBound) != nil
  }

  // MARK: Choosing

  private func mayBeClaim(_ text: AnalyzedText, _ range: Range<Int>) -> Bool {
    text.tokens[range].count { $0.kind == .word || $0.kind == .number } >= Self.leastWords
      && text.concepts.contains { range.contains($0.range.lowerBound) && $0.concept.kind != .population }
  }

  /// Behind a colon, or behind a comma or dash with nothing but a label before it.
  private func isIntroduced(_ text: AnalyzedText, _ range: Range<Int>) -> Bool {
    let head = 0..<range.lowerBound
    guard !head.isEmpty else { return false }
    if text.normals[head].contains(":") { return true }
    let says =
      text.normals[head].contains { Self.pronouns.contains($0) } || isConjunction(text, range.lowerBound - 1)
      || text.relations.contains { head.contains($0.range.lowerBound) }
    return !says
  }

  /// “Nobody should take aspirin and drink”: what stands before negates, and the part has no negation of its own.
  private func isReachedByNegation(_ text: AnalyzedText, _ range: Range<Int>) -> Bool {
    guard range.lowerBound > 0 else { return false }
    func negations(_ range: Range<Int>) -> Int { analyzer.analyze(String(text.text(of: range))).negationCount }
    return negations(0..<range.lowerBound) > 0 && negations(range) == 0
  }

  /// Where words of saying, believing or doubting stand that are not the author's own, as “I told him” is.
  private func attitudes(in text: AnalyzedText) -> [Int] {
    cues.attitudes.matches(in: text.normals).map(\.range.lowerBound)
      .filter { $0 == 0 || !["i", "we"].contains(text.normals[$0 - 1]) }
  }
}
