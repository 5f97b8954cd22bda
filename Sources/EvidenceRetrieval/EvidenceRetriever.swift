public import FactCheckCore
package import TextAnalysis

/// Finds candidate entries by BM25 over propositions, phrasings and statements.
///
/// The query is the claim's words and the names of its concepts, so that “jab” finds “vaccine”. An entry's score is
/// that of its best text plus a share of the others', because several phrasings that fit say more than one.
public struct EvidenceRetriever: EvidenceRetrieving {
  private let analyzer: TextAnalyzer
  private let knowledge: any KnowledgeSearching

  /// How many texts are looked at for each candidate wanted.
  private static let hitsPerCandidate = 6
  /// What a further text of an entry adds to its score.
  private static let furtherHitShare = 0.1

  package init(analyzer: TextAnalyzer, knowledge: any KnowledgeSearching) {
    self.analyzer = analyzer
    self.knowledge = knowledge
  }

  public func candidates(for text: String, limit: Int) throws -> [Candidate] {
    let words = queryWords(of: analyzer.analyze(text))
    guard limit > 0, !words.isEmpty else { return [] }
    let hits = try knowledge.search(anyOf: words, limit: limit * Self.hitsPerCandidate)
    var best: [String: (score: Double, phrasing: Phrasing)] = [:]
    for hit in hits {
      if let known = best[hit.entry] {
        best[hit.entry] = (known.score + hit.score * Self.furtherHitShare, known.phrasing)
      } else {
        best[hit.entry] = (hit.score, hit.phrasing)
      }
    }
    let ranked = best.sorted { ($1.value.score, $0.key) < ($0.value.score, $1.key) }.prefix(limit)
    let entries = try knowledge.entries(withIDs: ranked.map(\.key))
    return entries.compactMap { entry in
      best[entry.id].map { Candidate(entry: entry, score: $0.score, matched: $0.phrasing) }
    }
  }

  /// The words that carry a topic, and the names of the concepts that they mention.
  private func queryWords(of text: AnalyzedText) -> [String] {
    let spoken = text.tokens.filter {
      ($0.kind == .word || $0.kind == .number) && !analyzer.lexicons.stopwords.contains($0.normal)
    }.map(\.normal)
    let named = text.conceptNames.sorted().flatMap { name in
      name.split(whereSeparator: { !($0.isLetter || $0.isNumber) }).map(String.init)
    }
    var seen: Set<String> = []
    return (spoken + named).filter { seen.insert($0).inserted }
  }
}
