import FactCheckCore
import TextAnalysis

extension SentenceReading {
  /// What a clause's own words make of the sentence's attribution. Of several clauses that are denied together each may
  /// still be true, so unless the clause stands alone it is only somebody's words.
  func attribution(of clause: Clause, isAlone: Bool, cues: CueLists) -> Attribution {
    if attribution == .denied { return isAlone ? .denied : .reported }
    guard attribution == .asserted else { return attribution }
    let normals = Array(analysis.normals[clause.range])
    let isStory = !cues.personal.matches(in: normals).isEmpty || namesOwnCondition(clause)
    if isStory && cues.authority.matches(in: normals).isEmpty { return .personal }
    return isEmbedded(clause, cues) || isCondition(clause, cues) || isQuoted(clause) ? .reported : .asserted
  }

  /// “My cold”, “our headaches”.
  private func namesOwnCondition(_ clause: Clause) -> Bool {
    analysis.concepts.contains { mention in
      let start = mention.range.lowerBound
      return mention.concept.kind == .condition && clause.range.contains(start)
        && start > clause.range.lowerBound && ["my", "our"].contains(analysis.normals[start - 1])
    }
  }

  /// Whether the predicate depends on a word of saying, believing or doubting: “parents worry that …”.
  private func isEmbedded(_ clause: Clause, _ cues: CueLists) -> Bool {
    guard let predicate = predicate(of: clause) else { return false }
    let before = clause.range.lowerBound..<predicate
    let authorities = cues.authority.matches(in: analysis.normals).map(\.range)
    return cues.attitudes.matches(in: analysis.normals).contains { match in
      let start = match.range.lowerBound
      let isOwn = start > 0 && ["i", "we"].contains(analysis.normals[start - 1])
      return before.contains(start) && !isOwn && !authorities.contains { $0.contains(start) }
    }
  }

  /// “If vaccines caused autism, …”: the predicate stands in a condition that ends behind it, or would be so.
  private func isCondition(_ clause: Clause, _ cues: CueLists) -> Bool {
    guard let predicate = predicate(of: clause),
      let opening = cues.conditions.longestMatch(in: analysis.normals, at: clause.range.lowerBound)
    else { return false }
    let pause = analysis.normals.indices[opening.range.upperBound...].first { analysis.normals[$0] == "," }
    return pause.map { predicate < $0 } ?? analysis.normals.contains("would")
  }

  /// Whether the predicate stands within quotation marks, or the sentence in a block that quotes.
  private func isQuoted(_ clause: Clause) -> Bool {
    if sentence.block == .quote { return true }
    guard let predicate = predicate(of: clause) else { return false }
    let marks = analysis.normals[..<predicate].count { $0 == "\"" }
    return !marks.isMultiple(of: 2) && analysis.normals[predicate...].contains("\"")
  }

  private func predicate(of clause: Clause) -> Int? {
    analysis.relations.first { clause.range.contains($0.range.lowerBound) }?.range.lowerBound
  }
}
