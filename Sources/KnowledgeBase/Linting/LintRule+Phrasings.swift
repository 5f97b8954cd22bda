import FactCheckCore

extension LintRule {
  /// A matcher learns the shape of a claim from several phrasings, not from one.
  static let phrasingCount = LintRule("phrasing-count") { entry, _ in
    let lists = [
      ("asserted_as", entry.assertedAs.count, 5), ("denied_as", entry.deniedAs.count, 3),
      ("not_this", entry.notThis.count, 1),
    ]
    return lists.filter { _, count, minimum in count < minimum }.map { key, count, minimum in
      LintIssue(at: key, "“\(key)” has \(count) of at least \(minimum) phrasings: add some in other words and shapes")
    }
  }

  /// A statement of 3 to 28 words; questions assert nothing.
  static let phrasingForm = LintRule("phrasing-form") { entry, _ in
    entry.locatedPhrasings.flatMap { field, phrase -> [LintIssue] in
      let count = phrase.wordCount
      var issues: [LintIssue] = []
      if !(3...28).contains(count) {
        issues.append(LintIssue(at: field, "“\(phrase)” has \(count) words: write 3 to 28"))
      }
      if phrase.hasSuffix("?") {
        issues.append(LintIssue(at: field, "“\(phrase)” is a question: write it as a statement"))
      }
      return issues
    }
  }

  /// No phrasing stands twice in an entry, least of all on both sides.
  static let phrasingRepeated = LintRule("phrasing-repeated") { entry, _ in
    var first: [String: String] = [:]
    return entry.locatedPhrasings.compactMap { field, phrase in
      guard let other = first.updateValue(field, forKey: phrase.normalisedPhrasing) else { return nil }
      return LintIssue(at: field, "“\(phrase)” is also \(other): remove one or use other words")
    }
  }

  /// No two entries claim the same phrasing. One may list as `not_this` what is another's.
  static let phrasingShared = LintRule("phrasing-shared") { entry, context in
    entry.claimedPhrasings.flatMap { field, phrase in
      let others = (context.phrasingOwners[phrase.normalisedPhrasing] ?? []).filter { $0 != entry.id }
      return others.map { other in
        LintIssue(
          at: field, "“\(phrase)” is also a phrasing of \(other): leave it to one, and list it there or as not_this")
      }
    }
  }
}

extension KnowledgeEntry {
  /// Where a phrasing stands, and its text.
  typealias LocatedPhrasing = (field: String, text: String)

  /// The phrasings that say that the proposition is true or false.
  var claimedPhrasings: [LocatedPhrasing] {
    [("proposition", proposition)] + Self.located(assertedAs, "asserted_as") + Self.located(deniedAs, "denied_as")
  }

  /// The phrasings that people wrote as such.
  fileprivate var locatedPhrasings: [LocatedPhrasing] {
    Self.located(assertedAs, "asserted_as") + Self.located(deniedAs, "denied_as") + Self.located(notThis, "not_this")
  }

  private static func located(_ texts: [String], _ key: String) -> [LocatedPhrasing] {
    texts.enumerated().map { index, text in ("\(key)[\(index)]", text) }
  }
}
