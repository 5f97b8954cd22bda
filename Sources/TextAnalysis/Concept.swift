/// A thing that claims are about: a disease, a treatment, a food, a group of people.
package struct Concept: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case condition = "conditions"
    case treatment = "treatments"
    case substance = "substances"
    case anatomy = "anatomy"
    case population = "populations"
  }

  /// The first name in the word list.
  package let name: String
  package let kind: Kind
  /// Names of the concepts that a mention of this one also mentions, on all levels, the nearest first.
  package let broader: [String]
}

/// Where a text mentions a concept.
package struct ConceptMention: Hashable, Sendable {
  package let concept: Concept
  /// Indices into ``AnalyzedText/words``.
  package let range: Range<Int>
}
