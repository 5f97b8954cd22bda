import FactCheckCore
import TextAnalysis

/// A part of a sentence that makes one claim.
struct Clause {
  /// Tokens of the sentence.
  let range: Range<Int>
  /// Whether the clause begins with its predicate, so that the subject stands in the clause before.
  let lacksSubject: Bool
}

/// Takes “X causes A and cures B” apart.
///
/// A sentence is cut at a conjunction or a comma when there is a predicate on both sides. Hashtags at the end that make
/// a claim of their own are a clause; others belong to none.
enum ClauseSplitter {
  private static let conjunctions: Set<String> = [
    "and", "but", "or", "so", "because", "hence", "while", "whereas", "plus", ";", ",", "-", "–", "—",
  ]
  /// Words that may stand between a conjunction and a predicate without a subject.
  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "does", "do", "did", "will", "would", "can", "could", "may", "might", "must", "should",
    "has", "have", "not", "no", "never", "also", "even", "then", "actually", "really", "just", "be", "been", "to", "it",
    "they", "that", "which", "and", "but", "or",
  ]

  static func clauses(of text: AnalyzedText, in body: Range<Int>) -> [Clause] {
    let (all, tags) = trailingHashtags(text, body)
    let prose = withoutIntroduction(text, all)
    var clauses: [Clause] = []
    var start = prose.lowerBound
    for index in prose where isConjunction(text, index) {
      let left = start..<index
      let right = (index + 1)..<prose.upperBound
      guard hasPredicate(text, left), hasPredicate(text, right), predicateFollows(text, index, end: prose.upperBound)
      else { continue }
      clauses.append(Clause(range: left, lacksSubject: !clauses.isEmpty && lacksSubject(text, left)))
      start = index + 1
    }
    let rest = start..<prose.upperBound
    clauses.append(Clause(range: rest, lacksSubject: !clauses.isEmpty && lacksSubject(text, rest)))
    if let tags, hasPredicate(text, tags) { clauses.append(Clause(range: tags, lacksSubject: false)) }
    return clauses.map { Clause(range: trimmed($0.range, in: text), lacksSubject: $0.lacksSubject) }
      .filter { !$0.range.isEmpty }
  }

  /// The tokens before the first predicate: what the claim is about.
  static func subject(of text: AnalyzedText, in range: Range<Int>) -> Range<Int>? {
    guard let relation = text.relations.first(where: { range.contains($0.range.lowerBound) }) else { return nil }
    var end = relation.range.lowerBound
    while end > range.lowerBound, auxiliaries.contains(text.normals[end - 1]) { end -= 1 }
    return end > range.lowerBound ? range.lowerBound..<end : nil
  }

  /// Without what is only set against the rest at the end: “Sunscreen causes cancer, not the sun”. Who says the whole says the
  /// rest too, and the negation belongs to what is left out.
  static func withoutContrast(_ text: AnalyzedText, _ range: Range<Int>) -> Range<Int> {
    let cut = range.dropLast().last { text.normals[$0] == "," && text.normals[$0 + 1] == "not" }
    guard let cut, hasPredicate(text, range.lowerBound..<cut) else { return range }
    let tail = (cut + 2)..<range.upperBound
    let saysMore = text.relations.contains {
      tail.contains($0.range.lowerBound) && $0.range.lowerBound > tail.lowerBound
    }
    return saysMore ? range : range.lowerBound..<cut
  }

  /// The last conjunction or comma that has a predicate before it.
  static func lastBoundary(of text: AnalyzedText, in range: Range<Int>) -> Int? {
    range.last { isConjunction(text, $0) && hasPredicate(text, range.lowerBound..<$0) }
  }

  /// Whether a token may join clauses; one within a predicate (“happen *because* of”) does not.
  private static func isConjunction(_ text: AnalyzedText, _ index: Int) -> Bool {
    conjunctions.contains(text.normals[index]) && !text.relations.contains { $0.range.contains(index) }
  }

  private static func hasPredicate(_ text: AnalyzedText, _ range: Range<Int>) -> Bool {
    text.relations.contains { range.contains($0.range.lowerBound) }
  }

  /// Whether what follows a conjunction is a clause: a predicate at once, or a subject of a few words and a predicate.
  private static func predicateFollows(_ text: AnalyzedText, _ conjunction: Int, end: Int) -> Bool {
    let next = (conjunction + 1)..<end
    guard let relation = text.relations.first(where: { next.contains($0.range.lowerBound) }) else { return false }
    let between = next.lowerBound..<relation.range.lowerBound
    if between.allSatisfy({ auxiliaries.contains(text.normals[$0]) }) { return true }
    let ends = between.contains { conjunctions.contains(text.normals[$0]) }
    return !ends && between.count <= 6 && text.concepts.contains { between.contains($0.range.lowerBound) }
      && !isSharedObject(text, conjunction)
  }

  /// “X and Y cause Z”: what stands before the conjunction has no predicate of its own nearby.
  private static func isSharedObject(_ text: AnalyzedText, _ conjunction: Int) -> Bool {
    !text.relations.contains { $0.range.upperBound <= conjunction }
  }

  /// Without what stands before a colon and says nothing itself: “Nobody warns new mothers about this: …”.
  private static func withoutIntroduction(_ text: AnalyzedText, _ prose: Range<Int>) -> Range<Int> {
    guard let colon = prose.first(where: { text.tokens[$0].normal == ":" }), colon + 1 < prose.upperBound else {
      return prose
    }
    let head = prose.lowerBound..<colon
    let rest = (colon + 1)..<prose.upperBound
    let isEmpty = !hasPredicate(text, head) || !text.concepts.contains { head.contains($0.range.lowerBound) }
    return isEmpty && hasPredicate(text, rest) ? rest : prose
  }

  private static func lacksSubject(_ text: AnalyzedText, _ range: Range<Int>) -> Bool {
    guard let relation = text.relations.first(where: { range.contains($0.range.lowerBound) }) else { return false }
    return (range.lowerBound..<relation.range.lowerBound).allSatisfy { auxiliaries.contains(text.normals[$0]) }
  }

  /// The prose, and the hashtags behind it.
  private static func trailingHashtags(_ text: AnalyzedText, _ body: Range<Int>) -> (Range<Int>, Range<Int>?) {
    let lastProse = body.last { text.tokens[$0].kind == .word && !text.tokens[$0].isInHashtag }
    guard let lastProse else { return (body, nil) }
    let tags = (lastProse + 1)..<body.upperBound
    let hasTags = tags.contains { text.tokens[$0].isInHashtag }
    // “The #MMR causes #autism”: the sentence is not at its end where the predicate is.
    let isCutShort = text.relations.contains { $0.range.contains(lastProse) }
    return hasTags && !isCutShort ? (body.lowerBound..<(lastProse + 1), tags) : (body, nil)
  }

  /// Without conjunctions, punctuation and emoji at the ends.
  private static func trimmed(_ range: Range<Int>, in text: AnalyzedText) -> Range<Int> {
    func carries(_ index: Int) -> Bool {
      let token = text.tokens[index]
      return token.kind == .word || token.kind == .number || token.normal == "%"
    }
    // The number of a list item says nothing: “5. Every time …”.
    let isListed =
      range.count > 2 && text.tokens[range.lowerBound].kind == .number
      && [".", ")", ":"].contains(text.tokens[range.lowerBound + 1].normal)
    let range = isListed ? (range.lowerBound + 2)..<range.upperBound : range
    guard let first = range.first(where: { carries($0) && !conjunctions.contains(text.normals[$0]) }),
      let last = range.last(where: carries)
    else { return range.lowerBound..<range.lowerBound }
    return first..<(last + 1)
  }
}
