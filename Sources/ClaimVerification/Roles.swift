import TextAnalysis

/// What stands on the two sides of a relation: in “obesity causes diabetes” obesity acts and diabetes is acted on.
struct Roles {
  /// Names of concepts, with the broader ones.
  let agents: Set<String>
  let patients: Set<String>

  init(of mention: RelationMention, in text: AnalyzedText) {
    let start = text.relations.last { $0.range.upperBound <= mention.range.lowerBound }?.range.upperBound ?? 0
    let end = text.relations.first { $0.range.lowerBound >= mention.range.upperBound }?.range.lowerBound
    let before = Self.names(in: start..<mention.range.upperBound, of: text)
    let after = Self.names(in: mention.range.upperBound..<(end ?? text.tokens.count), of: text)
    (agents, patients) = Self.isPassive(mention, in: text) ? (after, before) : (before, after)
  }

  /// Whether the same things stand in turned places: obesity causes diabetes, diabetes causes obesity.
  func areTurned(against other: Roles) -> Bool {
    let isCrossed = !agents.isDisjoint(with: other.patients) || !patients.isDisjoint(with: other.agents)
    return isCrossed && agents.isDisjoint(with: other.agents) && patients.isDisjoint(with: other.patients)
  }

  private static func names(in range: Range<Int>, of text: AnalyzedText) -> Set<String> {
    text.concepts.filter { range.contains($0.range.lowerBound) }
      .reduce(into: []) { names, mention in
        names.insert(mention.concept.name)
        names.formUnion(mention.concept.broader)
      }
  }

  private static let auxiliaries: Set<String> = [
    "is", "are", "was", "were", "be", "been", "being", "'s", "gets", "get",
  ]

  /// “Is caused by”, “can be cured with”, “you get it from”.
  private static func isPassive(_ mention: RelationMention, in text: AnalyzedText) -> Bool {
    let (first, next) = (mention.range.lowerBound, mention.range.upperBound)
    if next < text.tokens.count, text.normals[next] == "by" { return true }
    let isParticiple = text.normals[first].hasSuffix("ed") && first > 0 && auxiliaries.contains(text.normals[first - 1])
    return isParticiple || mention.relation.strength == .causes && endsInOrigin(text.normals[..<next])
  }

  private static func endsInOrigin(_ words: ArraySlice<String>) -> Bool {
    words.last == "from" || [["because", "of"], ["due", "to"]].contains(Array(words.suffix(2)))
  }
}
