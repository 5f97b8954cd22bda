// The stages of a check, in their order. Each is a value that does its work synchronously; none knows another.

/// Turns bytes into a document.
public protocol ContentExtracting: Sendable {
  /// Never fails: a document that cannot be read comes back empty, with a diagnostic of severity `error`.
  func document(from content: RawContent) -> Diagnosed<Document>
}

/// Cuts a document into sentences.
public protocol SentenceSegmenting: Sendable {
  /// In order, without overlap, each within one block.
  func sentences(in document: Document) -> [Sentence]
}

/// Finds the claims in sentences.
public protocol ClaimDetecting: Sendable {
  /// One assessment for each sentence, in order. Sentences before it may lend a sentence its subject.
  ///
  /// - Throws: what the language model throws.
  func assess(_ sentences: [Sentence]) throws -> [AssessedSentence]
}

/// Finds the entries that a claim may be about.
public protocol EvidenceRetrieving: Sendable {
  /// At most `limit` candidates, the nearest first; the same text gives the same candidates in the same order.
  ///
  /// - Throws: what the knowledge base throws when it cannot be read.
  func candidates(for text: String, limit: Int) throws -> [Candidate]
}

/// Decides what the candidates say about a claim.
public protocol ClaimVerifying: Sendable {
  /// - Throws: what the language model throws.
  func check(_ claim: Claim, against candidates: [Candidate]) throws -> CheckedClaim

  /// How a claim stands towards the candidates that it may be about, the surest first, whether or not that would be enough
  /// for a verdict.
  ///
  /// - Throws: what the language model throws.
  func judgements(of claim: Claim, on candidates: [Candidate]) throws -> [EntryJudgement]

  /// The numbers by which a text's stance towards each candidate is decided, `nil` for those too far from it; empty where
  /// rules decide alone.
  ///
  /// - Throws: what the language model throws.
  func features(of text: String, towards candidates: [Candidate]) throws -> [[Double]?]

  /// How a claim stands towards one piece of evidence, without an entry around it.
  ///
  /// - Throws: what the language model throws.
  func stance(of claim: String, towards evidence: String) throws -> StanceEstimate
}

/// A searchable knowledge base.
public protocol KnowledgeSearching: Sendable {
  /// Texts of entries that share words with the query, the best first.
  ///
  /// - Parameters:
  ///   - words: the words looked for, any of them; they are stemmed by the index.
  ///   - limit: the largest number of hits.
  /// - Returns: at most `limit` hits, the best first.
  /// - Throws: what the knowledge base throws when it cannot be read.
  func search(anyOf words: [String], limit: Int) throws -> [PhrasingHit]

  /// Texts of entries that are near in meaning, by the cosine of their vectors, the nearest first.
  ///
  /// - Parameters:
  ///   - vector: of length one, from the model that made the vectors of the knowledge base.
  ///   - limit: the largest number of hits.
  /// - Returns: at most `limit` hits; none when the knowledge base has no vectors.
  /// - Throws: what the knowledge base throws when it cannot be read.
  func nearest(to vector: [Float], limit: Int) throws -> [PhrasingHit]

  /// The cosines of an entry's texts to a vector, in the order of ``KnowledgeEntry/phrasings``; empty when there are none.
  func similarities(of entry: String, to vector: [Float]) throws -> [Double]

  /// The entries with these ids, in the order of the ids; unknown ids are left out.
  func entries(withIDs ids: [String]) throws -> [KnowledgeEntry]
}

/// A phrasing found by a search.
public struct PhrasingHit: Hashable, Sendable {
  public let entry: String
  public let phrasing: Phrasing
  /// Higher is better: BM25, or a cosine from -1 to 1.
  public let score: Double

  public init(entry: String, phrasing: Phrasing, score: Double) {
    self.entry = entry
    self.phrasing = phrasing
    self.score = score
  }
}
