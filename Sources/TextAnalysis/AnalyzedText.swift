import FactCheckCore

/// A text with everything that the word lists tell about it.
package struct AnalyzedText: Sendable {
  package let text: String
  package let tokens: [Token]
  /// The normal form of each token.
  package let normals: [String]
  /// The stem of each token; what is not a word is its own stem.
  package let stems: [String]
  package let concepts: [ConceptMention]
  package let relations: [RelationMention]
  /// How many negations count.
  package let negationCount: Int
  /// Whether it is plain what the negations negate: none or one, in a simple place.
  package let polarityIsClear: Bool
  /// Whether the author says less than that it is so.
  package let isHedged: Bool
  /// Whether the author says that it is always, wholly or for everyone so.
  package let isAbsolute: Bool
  /// Stems of the words that belong to no list and carry a topic, each once, in order.
  package let topicStems: [String]
  package let quantities: [Quantity]
  /// Words that restrict, compare or turn around what the text is about.
  package let qualifiers: Set<String>

  /// What is looked up again and again when texts are compared.
  package let vocabulary: Vocabulary

  /// The concepts mentioned, each once, in the order of the text.
  package var distinctConcepts: [Concept] { vocabulary.distinctConcepts }

  /// The names of the concepts mentioned, with the broader ones.
  package var conceptNames: Set<String> { vocabulary.conceptNames }

  /// The concepts and stems of a text as sets, made once.
  package struct Vocabulary: Sendable {
    package let distinctConcepts: [Concept]
    package let conceptNames: Set<String>
    package let stems: Set<String>

    init(concepts: [ConceptMention], stems: [String]) {
      var seen: Set<String> = []
      distinctConcepts = concepts.map(\.concept).filter { seen.insert($0.name).inserted }
      conceptNames = distinctConcepts.reduce(into: []) { names, concept in
        names.insert(concept.name)
        names.formUnion(concept.broader)
      }
      self.stems = Set(stems)
    }
  }

  /// The part of the text that some tokens cover.
  package func text(of range: Range<Int>) -> Substring {
    guard let first = tokens[range].first, let last = tokens[range].last else { return "" }
    return text[TextSpan(start: first.span.start, end: last.span.end)]
  }
}
