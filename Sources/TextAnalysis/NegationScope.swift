import FactCheckCore

/// What a turn of phrase with a negator does to the sentence.
package enum Negator: Hashable, Sendable {
  case negates
  /// Nothing: “no doubt”, “not to mention”.
  case cancelled
  /// Something that is not plain: “not only”, “not every”.
  case obscures
}

/// Which relations of a sentence are negated.
///
/// A negator reaches the next relation of its clause (*no* vaccine **causes** …), else the one before it in the clause
/// (**cause** *no* harm). A negator within the phrase of a relation belongs to it (*no need*), one within the name of a concept to that (*can't sleep*). A clause ends at punctuation
/// and at words such as *but*. Where the negator stands right before a
/// thing that is done (*not vaccinating is dangerous*), what is negated is the doing: then nothing is said to be clear.
struct NegationScope {
  /// Indices of the negated relations.
  let negatedRelations: Set<Int>
  /// The tokens of negators that count.
  let ranges: [Range<Int>]
  let isClear: Bool

  var count: Int { ranges.count }

  private static let clauseWords: Set<String> = [
    "but", "however", "although", "though", "while", "whereas", "because", "if", "when", "unless", "until", "who",
    "which",
  ]
  /// Negators that remove their object rather than turn the predicate.
  private static let removers: Set<String> = ["without", "instead", "rather"]

  init(
    tokens: [Token], negators: [PhraseMatcher<Negator>.Match], relations: [PhraseMatcher<Relation>.Match],
    concepts: [ConceptMention]
  ) {
    let counted = negators.filter { negator in
      negator.label == .negates && !relations.contains { $0.range.contains(negator.range) }
        && !concepts.contains { $0.range.contains(negator.range) }
    }
    ranges = counted.map(\.range)
    var clear = counted.count < 2 && !negators.contains { $0.label == .obscures }
    var negated: Set<Int> = []
    for negator in counted {
      let first = tokens[negator.range.lowerBound].normal
      if Self.removers.contains(first) || Self.negatesADoing(negator.range, tokens: tokens, concepts: concepts) {
        clear = false
        continue
      }
      guard let target = Self.target(of: negator.range, tokens: tokens, relations: relations) else {
        clear = clear && (relations.isEmpty || !Self.touchesConcept(negator.range, tokens: tokens, concepts: concepts))
        continue
      }
      negated.formSymmetricDifference([target])
    }
    isClear = clear
    negatedRelations = negated
  }

  /// `not` or `never` right before a concept in the form of a doing: “not vaccinating”.
  private static func negatesADoing(_ range: Range<Int>, tokens: [Token], concepts: [ConceptMention]) -> Bool {
    let next = range.upperBound
    guard range.count == 1, next < tokens.count, ["not", "never"].contains(tokens[range.lowerBound].normal) else {
      return false
    }
    guard range.lowerBound == 0 || !isAuxiliary(tokens[range.lowerBound - 1].normal) else { return false }
    return tokens[next].normal.hasSuffix("ing")
  }

  private static func isAuxiliary(_ word: String) -> Bool {
    ["is", "are", "was", "were", "be", "been", "am", "'s", "'re", "'m"].contains(word)
  }

  /// Whether the negator's clause names a thing that could be what is denied.
  private static func touchesConcept(_ range: Range<Int>, tokens: [Token], concepts: [ConceptMention]) -> Bool {
    let clause = clause(around: range, in: tokens)
    return concepts.contains { clause.overlaps($0.range) }
  }

  private static func target(
    of negator: Range<Int>, tokens: [Token], relations: [PhraseMatcher<Relation>.Match]
  ) -> Int? {
    let clause = clause(around: negator, in: tokens)
    let inClause = relations.indices.filter { clause.overlaps(relations[$0].range) }
    if let next = inClause.first(where: { relations[$0].range.upperBound > negator.upperBound }) { return next }
    // “is harmless and has no E. coli”: what follows a conjunction does not turn what stands before it.
    let conjunction = tokens[..<negator.lowerBound].lastIndex { ["and", "or"].contains($0.normal) } ?? -1
    return inClause.last { (conjunction + 1..<negator.lowerBound).contains(relations[$0].range.lowerBound) }
  }

  private static func clause(around range: Range<Int>, in tokens: [Token]) -> Range<Int> {
    func ends(_ index: Int) -> Bool {
      tokens[index].kind == .punctuation && tokens[index].normal != "'" && tokens[index].normal != "\""
        || clauseWords.contains(tokens[index].normal)
    }
    let start = tokens[..<range.lowerBound].indices.last(where: ends).map { $0 + 1 } ?? 0
    let end = tokens[range.upperBound...].indices.first(where: ends) ?? tokens.count
    return start..<end
  }
}
