public import FactCheckCore
package import TextAnalysis

/// Finds candidate entries by their words and by their meaning.
///
/// Two searches run over propositions, phrasings and statements: BM25 with the claim's words and the names of its concepts,
/// so that “jab” finds “vaccine”, and the cosine of the vectors of a language model. What the two find is fused by
/// reciprocal rank (Cormack, Clarke and Büttcher 2009). Without a model the words decide alone.
public struct EvidenceRetriever: EvidenceRetrieving {
  private let analyzer: TextAnalyzer
  private let knowledge: any KnowledgeSearching
  private let model: (any TextEmbedding)?

  /// How many texts are looked at for each candidate wanted.
  private static let hitsPerCandidate = 6
  /// What a further text of an entry adds to its score.
  private static let furtherHitShare = 0.1
  /// How many texts of an entry have to be near. One may be so by chance: with two the own entry of 1,092 claims, whose entries
  /// no model was trained on, comes first in 87.0 of 100 cases, with one in 85.7.
  private static let depth = 2
  /// The constant of reciprocal rank fusion: the larger, the less the first ranks stand out. With the usual 60 and equal
  /// weights the own entry of a left-out phrasing comes first in 78 of 100 cases, with these in 91 (entries that no model was
  /// trained on).
  private static let rankOffset = 10.0
  /// What a rank by words weighs beside one by meaning.
  private static let wordWeight = 0.1

  package init(analyzer: TextAnalyzer, knowledge: any KnowledgeSearching, model: (any TextEmbedding)? = nil) {
    self.analyzer = analyzer
    self.knowledge = knowledge
    self.model = model
  }

  public func candidates(for text: String, limit: Int) throws -> [Candidate] {
    let analyzed = analyzer.analyze(text)
    guard limit > 0, analyzed.tokens.contains(where: { $0.kind == .word }) else { return [] }
    let words = queryWords(of: analyzed)
    let hits = words.isEmpty ? [] : try knowledge.search(anyOf: words, limit: limit * Self.hitsPerCandidate)
    let byWords = Ranking(hits, furtherHitShare: Self.furtherHitShare)
    guard let vector = try model?.vectors(of: [text]).first else {
      return try candidates(byWords.found, limit: limit, vector: nil)
    }
    let near = try knowledge.nearest(to: vector, limit: limit * Self.hitsPerCandidate)
    let fused = Ranking.fused(
      [(byWords, Self.wordWeight), (Ranking(near, depth: Self.depth), 1)], offset: Self.rankOffset)
    return try candidates(fused, limit: limit, vector: vector)
  }

  /// The best entries of a ranking, read from the knowledge base.
  private func candidates(_ found: [Ranking.Found], limit: Int, vector: [Float]?) throws -> [Candidate] {
    let best = found.prefix(limit)
    let entries = try knowledge.entries(withIDs: best.map(\.entry))
    let byID = Dictionary(entries.map { ($0.id, $0) }) { first, _ in first }
    return try best.compactMap { found in
      guard let entry = byID[found.entry] else { return nil }
      let similarities = try vector.map { try knowledge.similarities(of: entry.id, to: $0) } ?? []
      return Candidate(entry: entry, score: found.score, matched: found.phrasing, similarities: similarities)
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

/// Entries in the order in which a search found them.
struct Ranking {
  struct Found {
    let entry: String
    var score: Double
    /// The text that was found first.
    let phrasing: Phrasing
  }

  /// The best first; of equals, in the order of the ids.
  let found: [Found]

  /// - Parameters:
  ///   - hits: texts, the best first. An entry's score is that of its best text.
  ///   - furtherHitShare: the share of the scores of its other texts that is added.
  init(_ hits: [PhrasingHit], furtherHitShare: Double) {
    var best: [String: Found] = [:]
    for hit in hits {
      best[
        hit.entry, default: Found(entry: hit.entry, score: hit.score * (1 - furtherHitShare), phrasing: hit.phrasing)
      ]
      .score += hit.score * furtherHitShare
    }
    found = Self.ordered(best)
  }

  /// - Parameters:
  ///   - hits: texts, the best first.
  ///   - depth: an entry's score is the mean of so many of its best texts; where fewer were found, the last hit stands for them.
  init(_ hits: [PhrasingHit], depth: Int) {
    let least = hits.last?.score ?? 0
    var best: [String: Found] = [:]
    var counts: [String: Int] = [:]
    for hit in hits where counts[hit.entry, default: 0] < depth {
      counts[hit.entry, default: 0] += 1
      best[hit.entry, default: Found(entry: hit.entry, score: least, phrasing: hit.phrasing)].score +=
        (hit.score - least) / Double(depth)
    }
    found = Self.ordered(best)
  }

  /// Σ weight / (offset + rank) over the rankings, ranks counted from 1.
  static func fused(_ rankings: [(ranking: Ranking, weight: Double)], offset: Double) -> [Found] {
    var sums: [String: Found] = [:]
    for (ranking, weight) in rankings {
      for (index, found) in ranking.found.enumerated() {
        let share = weight / (offset + Double(index + 1))
        sums[found.entry, default: Found(entry: found.entry, score: 0, phrasing: found.phrasing)].score += share
      }
    }
    return ordered(sums)
  }

  private static func ordered(_ found: [String: Found]) -> [Found] {
    found.values.sorted { ($1.score, $0.entry) < ($0.score, $1.entry) }
  }
}
