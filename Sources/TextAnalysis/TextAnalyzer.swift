import FactCheckCore

/// Reads a sentence with the word lists: concepts, relations, negation, hedges, quantities.
package struct TextAnalyzer: Sendable {
  package let lexicons: Lexicons
  private let tokenizer = Tokenizer()
  private let quantityReader = QuantityReader()

  /// How many words may stand between “gives” and the disease.
  private static let reachOfCondition = 3
  private static let relativePronouns: Set<String> = ["that", "who", "which", "whose"]
  /// Behind these an adjective is a predicate.
  private static let copulas: Set<String> = [
    "is", "are", "was", "be", "'s", "'re", "not", "very", "really", "so", "too",
  ]
  /// What stands between two predicates of the same rank.
  private static let coordinators: Set<String> = ["and", "or", "but", ",", ";", "/", "&"]

  package init(lexicons: Lexicons) { self.lexicons = lexicons }

  package func analyze(_ text: String) -> AnalyzedText {
    let tokens = tokenizer.tokens(in: text)
    let normals = tokens.map(\.normal)
    let stems = tokens.map { $0.kind == .word ? Stemmer.stem($0.normal) : $0.normal }
    let (concepts, found) = mentions(in: stems)
    let relations = found.filter { !isAttribute($0, tokens: tokens, concepts: concepts) }
    let negators = lexicons.negators.matches(in: normals)
    let negations = NegationScope(tokens: tokens, negators: negators, relations: relations, concepts: concepts)
    let hedges = lexicons.hedges.matches(in: normals).filter(\.label)
    let absolutes = lexicons.absolutes.matches(in: normals).filter(\.label)

    var listed = Set((concepts.map(\.range) + negators.map(\.range)).joined())
    listed.formUnion(relations.flatMap(\.words))
    listed.formUnion(hedges.map(\.range).joined())
    return AnalyzedText(
      text: text, tokens: tokens, normals: normals, stems: stems, concepts: concepts,
      relations: relations.enumerated().map { index, match in
        RelationMention(
          relation: match.label, range: match.range, isNegated: negations.negatedRelations.contains(index))
      },
      negationCount: negations.count, polarityIsClear: negations.isClear,
      isHedged: !hedges.isEmpty, isAbsolute: !absolutes.isEmpty,
      topicStems: topicStems(tokens: tokens, stems: stems, excluding: listed),
      quantities: quantityReader.quantities(in: tokens),
      qualifiers: lexicons.qualifiers.intersection(normals).union(
        relativeClause(normals: normals, concepts: concepts, relations: relations)),
      vocabulary: AnalyzedText.Vocabulary(concepts: concepts, stems: stems))
  }

  /// Concepts and relations that share no word: the longer phrase wins, of two equally long ones the relation.
  private func mentions(in stems: [String]) -> (concepts: [ConceptMention], relations: [PhraseMatcher<Relation>.Match])
  {
    var concepts: [ConceptMention] = []
    var relations: [PhraseMatcher<Relation>.Match] = []
    var position = 0
    while position < stems.count {
      let concept = lexicons.concepts.longestMatch(in: stems, at: position)
      let relation = lexicons.relations.longestMatch(in: stems, at: position).flatMap { fulfilled($0, in: stems) }
      if let relation, relation.wordCount >= concept?.wordCount ?? 0 {
        relations.append(relation)
        // The words in a gap (“get autism from”) are still to be read.
        concepts += inner(of: relation.range, stems: stems)
        position = relation.range.upperBound
      } else if let concept {
        concepts.append(ConceptMention(concept: concept.label, range: concept.range))
        position = concept.range.upperBound
      } else {
        position += 1
      }
    }
    return (concepts, governing(relations, in: stems))
  }

  /// The match, unless it needs a condition behind it and there is none within three words.
  private func fulfilled(_ match: PhraseMatcher<Relation>.Match, in stems: [String]) -> PhraseMatcher<Relation>.Match? {
    guard match.label.needsCondition else { return match }
    let near = stems.indices[match.range.upperBound...].prefix(Self.reachOfCondition)
    let follows = near.contains { lexicons.concepts.longestMatch(in: stems, at: $0)?.label.kind == .condition }
    return follows ? match : nil
  }

  /// Of relations that stand side by side on one axis the last says what is meant: should *avoid*, helps *prevent*.
  private func governing(
    _ relations: [PhraseMatcher<Relation>.Match], in stems: [String]
  ) -> [PhraseMatcher<Relation>.Match] {
    relations.indices.compactMap { index in
      guard index + 1 < relations.count else { return relations[index] }
      let (match, next) = (relations[index], relations[index + 1])
      let between = stems[match.range.upperBound..<next.range.lowerBound]
      let isGoverned = between.count <= 1 && next.label.axis == match.label.axis
      return isGoverned && !between.contains(where: Self.coordinators.contains) ? nil : match
    }
  }

  /// Concepts strictly inside a relation that was matched over a gap.
  private func inner(of range: Range<Int>, stems: [String]) -> [ConceptMention] {
    guard range.count > 2 else { return [] }
    var found: [ConceptMention] = []
    var position = range.lowerBound + 1
    while position < range.upperBound - 1 {
      guard let match = lexicons.concepts.longestMatch(in: stems, at: position),
        match.range.upperBound < range.upperBound
      else {
        position += 1
        continue
      }
      found.append(ConceptMention(concept: match.label, range: match.range))
      position = match.range.upperBound
    }
    return found
  }

  /// A word that belongs to the thing behind it and says nothing of the sentence: “a source of *dangerous* E. coli”,
  /// “*enhanced* vaccines”.
  private func isAttribute(
    _ match: PhraseMatcher<Relation>.Match, tokens: [Token], concepts: [ConceptMention]
  ) -> Bool {
    let start = match.range.lowerBound
    guard match.range.count == 1, concepts.contains(where: { $0.range.lowerBound == match.range.upperBound }) else {
      return false
    }
    let before = start > 0 ? tokens[start - 1].normal : ""
    switch match.label.axis {
    case .safety: return !Self.copulas.contains(before)
    case .change: return tokens[start].normal.hasSuffix("ed") && (start == 0 || lexicons.stopwords.contains(before))
    default: return false
    }
  }

  /// The mark of a relative clause behind a concept, which restricts it: “sunscreen *that* has expired does not work”.
  /// One that holds the only predicate restricts nothing: “it is sugar *that* causes cavities”.
  private func relativeClause(
    normals: [String], concepts: [ConceptMention], relations: [PhraseMatcher<Relation>.Match]
  ) -> Set<String> {
    let isRestricted = concepts.contains { mention in
      let next = mention.range.upperBound
      guard next < normals.count, Self.relativePronouns.contains(normals[next]) else { return false }
      return relations.count != 1 || relations[0].range.lowerBound != next + 1
    }
    return isRestricted ? ["that"] : []
  }

  private func topicStems(tokens: [Token], stems: [String], excluding listed: Set<Int>) -> [String] {
    var seen: Set<String> = []
    return tokens.indices.compactMap { index in
      let token = tokens[index]
      guard token.kind == .word, token.normal.utf8.count > 2, !listed.contains(index),
        !lexicons.stopwords.contains(token.normal), seen.insert(stems[index]).inserted
      else { return nil }
      return stems[index]
    }
  }
}
