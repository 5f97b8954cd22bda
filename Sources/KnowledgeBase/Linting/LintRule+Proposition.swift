import FactCheckCore

extension LintRule {
  /// An id is never used again, because old reports point to it.
  static let idReused = LintRule("id-reused") { entry, context in
    guard context.retiredIDs.contains(entry.id) else { return [] }
    return [LintIssue(at: "id", "the id belongs to a retired entry: choose another slug")]
  }

  /// One sentence with a full stop.
  static let propositionForm = LintRule("proposition-form") { entry, _ in
    let text = entry.proposition
    guard text.hasSuffix("."), SentenceCount.count(in: text) == 1 else {
      return [LintIssue(at: "proposition", "the proposition is not one sentence with a full stop: rewrite it so")]
    }
    return []
  }

  /// Nobody is both meant and left out.
  static let population = LintRule("population") { entry, _ in
    guard entry.population.not.contains(entry.population.who) else { return [] }
    return [LintIssue(at: "population", "“\(entry.population.who)” is in “who” and in “not”: remove one")]
  }
}
