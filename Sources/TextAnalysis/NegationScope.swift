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
/// (**causes** *no* harm), and those that *or* joins to it. A negator within the phrase of a relation belongs to it
/// (*no need*), one within the name of a concept to that (*can't sleep*). A clause ends at punctuation and at words
/// such as *but*. Where the negator stands right before a thing that is done (*not vaccinating is dangerous*), what is
/// negated is the doing: then nothing is said to be clear.
struct NegationScope {
  /// Indices of the negated relations.
  let negatedRelations: Set<Int>
  /// How many negators count.
  let count: Int
  let isClear: Bool

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
    let counted = negators.indices.filter { index in
      let range = negators[index].range
      return negators[index].label == .negates && !relations.contains { $0.range.contains(range) }
        && !concepts.contains { $0.range.contains(range) } && !Self.continues(negators, at: index, tokens: tokens)
    }.map { negators[$0] }
    count = counted.count
    var clear = counted.count < 2 && !negators.contains { $0.label == .obscures }
    var negated: Set<Int> = []
    for negator in counted {
      let first = tokens[negator.range.lowerBound].normal
      if Self.removers.contains(first) || Self.negatesADoing(negator.range, tokens: tokens) {
        clear = false
        continue
      }
      guard let target = Self.target(of: negator.range, tokens: tokens, relations: relations) else {
        clear = clear && (relations.isEmpty || !Self.touchesConcept(negator.range, tokens: tokens, concepts: concepts))
        continue
      }
      negated.formSymmetricDifference(Self.coordinated(with: target, tokens: tokens, relations: relations))
    }
    isClear = clear
    negatedRelations = negated
  }

  /// “Nor” behind another negator carries that one on.
  private static func continues(
    _ negators: [PhraseMatcher<Negator>.Match], at index: Int, tokens: [Token]
  ) -> Bool {
    index > 0 && tokens[negators[index].range.lowerBound].normal == "nor"
      && clause(around: negators[index].range, in: tokens).overlaps(negators[index - 1].range)
  }

  /// A relation with those that “or” joins to it: “does not cure *or prevent*” negates both.
  private static func coordinated(
    with target: Int, tokens: [Token], relations: [PhraseMatcher<Relation>.Match]
  ) -> Set<Int> {
    var last = target
    while last + 1 < relations.count {
      let between = tokens[relations[last].range.upperBound..<relations[last + 1].range.lowerBound].map(\.normal)
      guard between.contains(where: { $0 == "or" || $0 == "nor" }),
        between.allSatisfy({ ["or", "nor", "even", "a", "to", ","].contains($0) })
      else { break }
      last += 1
    }
    return Set(target...last)
  }

  /// `not` or `never` right before a concept in the form of a doing: “not vaccinating”.
  private static func negatesADoing(_ range: Range<Int>, tokens: [Token]) -> Bool {
    let next = range.upperBound
    guard range.count == 1, next < tokens.count, ["not", "never"].contains(tokens[range.lowerBound].normal) else {
      return false
    }
    guard range.lowerBound == 0 || !isAuxiliary(tokens[range.lowerBound - 1].normal) else { return false }
    return tokens[next].normal.hasSuffix("ing")
  }

  private static func isAuxiliary(_ word: String) -> Bool {
    ["is", "are", "was", "were", "be", "been", "am", "has", "have", "'s"].contains(word)
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
    // “The link between salt and stroke is a myth”: a predicate turns its whole clause.
    if isAuxiliary(tokens[negator.lowerBound].normal) { return inClause.last }
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
