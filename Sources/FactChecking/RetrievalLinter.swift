import FactCheckCore
public import KnowledgeBase

/// The rules of the knowledge base that need the pipeline: each phrasing leads to its own entry, no near-miss is judged.
public struct RetrievalLinter: Sendable {
  private let checker: FactChecker

  public init(checker: FactChecker) { self.checker = checker }

  public func findings(in source: KnowledgeSource) throws -> [LintFinding] {
    var findings: [LintFinding] = []
    for file in source.entries {
      let entry = file.value
      for (field, phrases) in [("asserted_as", entry.assertedAs), ("denied_as", entry.deniedAs)] {
        for (index, phrase) in phrases.enumerated() {
          let first = try checker.retriever.candidates(for: phrase, limit: 1).first?.entry.id
          guard first != entry.id else { continue }
          let message = "“\(phrase)” finds \(first ?? "nothing") first; word it closer to this entry or move it there"
          findings.append(finding(file, "\(field)[\(index)]", "own-entry-first", message))
        }
      }
      for (index, phrase) in entry.notThis.enumerated() where try isJudged(phrase, by: entry) {
        let message =
          "“\(phrase)” is judged by this entry though it is a near-miss; make the phrasings it resembles narrower"
        findings.append(finding(file, "not_this[\(index)]", "near-miss", message))
      }
    }
    return findings
  }

  private func isJudged(_ phrase: String, by entry: KnowledgeEntry) throws -> Bool {
    let span = TextSpan(start: 0, end: phrase.utf8.count)
    let claim = Claim(span: span, quote: phrase, text: phrase, attribution: .asserted)
    let candidate = Candidate(entry: entry, score: 1, matched: Phrasing(role: .notThis, text: phrase))
    return try checker.verifier.check(claim, against: [candidate]).verdict.label.isFlagged
  }

  private func finding(_ file: EntryFile, _ field: String, _ rule: String, _ message: String) -> LintFinding {
    LintFinding(path: file.path, line: file.line(of: field), rule: rule, severity: .warning, message: message)
  }
}
