import EvidenceRetrieval
import FactCheckCore
import TestSupport
import Testing
import TextAnalysis

@Suite struct EvidenceRetrieverTests {
  private func retriever(_ entries: KnowledgeEntry...) throws -> EvidenceRetriever {
    EvidenceRetriever(analyzer: try ShippedData.analyzer(), knowledge: WordOverlapKnowledge(entries: entries))
  }

  private func entry(_ id: String, _ proposition: String, assertedAs: [String] = []) throws -> KnowledgeEntry {
    let day = try #require(CalendarDate("2026-11-23"))
    return KnowledgeEntry(
      id: id, proposition: proposition, verdict: .refuted, assertedAs: assertedAs, statements: [],
      review: .init(on: day, due: day))
  }

  @Test(arguments: [
    "the jab causes autism", "autistic after vaxx", "#VaccinesCauseAutism", "Do vaccines cause autism?",
  ])
  func `other words for a thing find it`(text: String) throws {
    let retriever = try retriever(
      try entry("a/garlic", "garlic cures cancer"), try entry("a/autism", "a vaccine can lead to autism"))
    #expect(try retriever.candidates(for: text, limit: 5).first?.entry.id == "a/autism")
  }

  @Test func `a broader concept finds entries too`() throws {
    let retriever = try retriever(try entry("a/cancer", "cancer is rare"))
    #expect(try retriever.candidates(for: "melanoma on the nose", limit: 5).map(\.entry.id) == ["a/cancer"])
  }

  @Test func `the best text is named, and further texts raise the score`() throws {
    let retriever = try retriever(
      try entry("a/one", "garlic cures cancer", assertedAs: ["cancer hates it", "garlic garlic"]),
      try entry("a/two", "garlic cures cancer"))
    let candidates = try retriever.candidates(for: "garlic cures cancer", limit: 5)
    #expect(candidates.map(\.entry.id) == ["a/one", "a/two"])
    #expect(candidates.map(\.matched.text) == ["garlic cures cancer", "garlic cures cancer"])
    #expect(candidates[0].score > candidates[1].score)
  }

  @Test func `equal scores are ordered by id`() throws {
    let retriever = try retriever(
      try entry("b/two", "garlic cures cancer"), try entry("a/one", "garlic cures cancer"),
      try entry("c/three", "garlic cures cancer"))
    for _ in 0..<5 {
      #expect(try retriever.candidates(for: "garlic", limit: 2).map(\.entry.id) == ["a/one", "b/two"])
    }
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (9, 3)])
  func `the limit holds`(limit: Int, count: Int) throws {
    let retriever = try retriever(
      try entry("a/one", "garlic"), try entry("a/two", "garlic"), try entry("a/three", "garlic"))
    #expect(try retriever.candidates(for: "garlic", limit: limit).count == count)
  }

  @Test(arguments: ["", "the of and it", "🤡", "?!"])
  func `words without a topic find nothing`(text: String) throws {
    #expect(try retriever(try entry("a/one", "the of and it")).candidates(for: text, limit: 5).isEmpty)
  }
}

@Suite struct HybridRetrievalTests {
  private let retriever: EvidenceRetriever

  init() throws {
    let day = try #require(CalendarDate("2026-11-23"))
    let entries = ["a/garlic": "garlic cures cancer", "b/zinc": "zinc cures colds", "c/honey": "honey soothes throats"]
      .sorted { $0.key < $1.key }.map { id, proposition in
        KnowledgeEntry(
          id: id, proposition: proposition, verdict: .refuted, assertedAs: ["something about \(id)"], statements: [],
          review: .init(on: day, due: day))
      }
    retriever = EvidenceRetriever(
      analyzer: try ShippedData.analyzer(), knowledge: WordOverlapKnowledge(entries: entries), model: FirstLetterModel()
    )
  }

  @Test func `what only the meaning finds is found`() throws {
    let found = try retriever.candidates(for: "gout", limit: 3)
    #expect(found.first?.entry.id == "a/garlic")
    #expect(found.first?.matched.text == "garlic cures cancer")
  }

  @Test func `what both searches find comes first, and meaning counts more`() throws {
    // By words garlic and zinc are found in this order, by meaning honey, garlic and zinc.
    #expect(try retriever.candidates(for: "h cures", limit: 3).map(\.entry.id) == ["a/garlic", "c/honey", "b/zinc"])
  }

  @Test func `an entry with two near texts comes before one with a single one`() throws {
    let day = try #require(CalendarDate("2026-11-23"))
    let entries = [("a/one", "garlic cures", "onions cure"), ("b/two", "ginger cures", "ginger heals")].map {
      KnowledgeEntry(
        id: $0, proposition: $1, verdict: .refuted, assertedAs: [$2], statements: [], review: .init(on: day, due: day))
    }
    let retriever = EvidenceRetriever(
      analyzer: try ShippedData.analyzer(), knowledge: WordOverlapKnowledge(entries: entries), model: FirstLetterModel()
    )
    #expect(try retriever.candidates(for: "gout", limit: 2).map(\.entry.id) == ["b/two", "a/one"])
  }

  @Test func `candidates carry the cosine of each of their texts`() throws {
    let candidate = try #require(try retriever.candidates(for: "honey", limit: 1).first)
    #expect(candidate.similarities == [1, 0])
  }
}

/// A vector of 26 components, with 1 for the first letter of the text.
private struct FirstLetterModel: TextEmbedding {
  let digest = "first letters"

  func vectors(of texts: [String]) -> [[Float]] {
    texts.map { text in
      let first = text.lowercased().utf8.first.map { Int($0) - 97 }
      return (0..<26).map { $0 == first ? 1 : 0 }
    }
  }
}

/// A knowledge base in memory that counts the words in common.
private struct WordOverlapKnowledge: KnowledgeSearching {
  let entries: [KnowledgeEntry]

  func nearest(to vector: [Float], limit: Int) -> [PhrasingHit] {
    let hits = entries.flatMap { entry in
      zip(entry.phrasings, similarities(of: entry.id, to: vector)).map {
        PhrasingHit(entry: entry.id, phrasing: $0, score: $1)
      }
    }
    return Array(hits.sorted { $0.score > $1.score }.prefix(limit))
  }

  func similarities(of entry: String, to vector: [Float]) -> [Double] {
    let texts = entries.first { $0.id == entry }?.phrasings.map(\.text) ?? []
    return FirstLetterModel().vectors(of: texts).map { own in Double(zip(own, vector).reduce(0) { $0 + $1.0 * $1.1 }) }
  }

  func search(anyOf words: [String], limit: Int) -> [PhrasingHit] {
    let hits = entries.flatMap { entry in
      entry.phrasings.map { phrasing in
        let found = Set(phrasing.text.split(separator: " ").map(String.init)).intersection(words)
        return PhrasingHit(entry: entry.id, phrasing: phrasing, score: Double(found.count))
      }
    }
    return Array(hits.filter { $0.score > 0 }.sorted { $0.score > $1.score }.prefix(limit))
  }

  func entries(withIDs ids: [String]) -> [KnowledgeEntry] {
    ids.compactMap { id in entries.first { $0.id == id } }
  }
}
