import TextAnalysis

/// The thing that “it” in the next sentence stands for, as far as that is plain.
struct Antecedent {
  private let name: Substring
  /// Whether a disease is named beside a remedy, so that only what is said tells which of them is meant.
  private let standsBesideCondition: Bool

  /// - Returns: `nil` when the text names nothing, or several things that could be meant.
  init?(in text: AnalyzedText) {
    let named = text.concepts.filter { $0.concept.kind != .population }
    let broader = Set(named.flatMap(\.concept.broader))
    let telling = named.filter { !broader.contains($0.concept.name) }
    let things = telling.filter { $0.concept.kind == .treatment || $0.concept.kind == .substance }
    let others = telling.filter { $0.concept.kind != .treatment && $0.concept.kind != .substance }
    let candidates = things.isEmpty ? others : things
    guard let first = candidates.first, Set(candidates.map(\.concept.name)).count == 1 else { return nil }
    name = text.text(of: first.range)
    standsBesideCondition = !things.isEmpty && others.contains { $0.concept.kind == .condition }
  }

  /// The name to put in for the pronoun: “the vaccine protects from measles; it *prevents* …” is about the vaccine, “it
  /// *causes* …” may be about either.
  func name(before relation: Relation) -> Substring? {
    let isSaidOfRemedies =
      relation.family == .preventing || relation.family == .treating || relation.axis == .efficacy
    return !standsBesideCondition || isSaidOfRemedies ? name : nil
  }
}
