import ContentExtraction
public import FactCheckCore
import TextAnalysis

/// Shows for checked statements the passage of the copy that carries them, so that “checked” can itself be checked.
///
/// A passage is up to three sentences in a row. The one that has the largest share of the statement's concepts and words is
/// shown; whether it says the same is for a person to judge, and a share below ``leastShare`` asks for a look.
public struct CopyVerifier: Sendable {
  private let copies: CopyFolder
  private let extractor: ContentExtractor
  private let segmenter: SentenceSegmenter
  private let analyzer: TextAnalyzer

  /// A share of a statement's concepts and words that a passage which says the same seldom misses.
  public static let leastShare = 0.5
  private static let passageSentences = 3

  /// What a copy says for a statement.
  public struct Finding: Sendable, Encodable {
    public enum Outcome: String, Sendable, Encodable, CaseIterable {
      case carried
      /// No passage has enough of it.
      case weak
      case noCopy = "no-copy"
    }

    public let entry: String
    public let organization: String
    public let statement: String
    /// The address of the copy that was read.
    public let address: String
    public let outcome: Outcome
    /// The nearest passage of the copy.
    public let passage: String?
    /// The share of the statement's concepts and words in it, from 0 to 1.
    public let share: Double
  }

  /// - Parameters:
  ///   - root: the folder that holds `Data`; see ``ResourceLocator``.
  ///   - copies: where the copies are.
  /// - Throws: ``FactCheckingError`` for a data file that cannot be used.
  public init(root: String, copies: CopyFolder) throws(FactCheckingError) {
    let resources = try Resources(root: root)
    self.copies = copies
    extractor = ContentExtractor(rules: resources.extraction)
    segmenter = SentenceSegmenter(words: resources.segmentation)
    analyzer = TextAnalyzer(lexicons: resources.lexicons)
  }

  /// One finding for each checked statement of the entry, in order.
  public func findings(on entry: KnowledgeEntry) -> [Finding] {
    entry.statements.compactMap { statement in
      statement.checked.map { finding(on: statement, read: $0.of, in: entry) }
    }
  }

  private func finding(on statement: Statement, read address: String, in entry: KnowledgeEntry) -> Finding {
    let passages = copies.content(of: address).map(passages)
    let best = passages.flatMap { nearest(of: $0, to: analyzer.analyze(statement.text)) }
    let outcome: Finding.Outcome =
      passages == nil ? .noCopy : (best?.share ?? 0) >= Self.leastShare ? .carried : .weak
    return Finding(
      entry: entry.id, organization: statement.organization, statement: statement.text, address: address,
      outcome: outcome, passage: best?.passage, share: best?.share ?? 0)
  }

  private func passages(of content: RawContent) -> [String] {
    let document = extractor.document(from: content).value
    let sentences = segmenter.sentences(in: document)
    return sentences.indices.flatMap { start in
      (1...Self.passageSentences).compactMap { count in
        guard start + count <= sentences.count else { return nil }
        let span = TextSpan(start: sentences[start].span.start, end: sentences[start + count - 1].span.end)
        return String(document.text[span])
      }
    }
  }

  /// The passage with the largest share; of equals, the shortest.
  private func nearest(of passages: [String], to statement: AnalyzedText) -> (passage: String, share: Double)? {
    let wanted = (statement.conceptNames, Set(statement.topicStems))
    let total = wanted.0.count + wanted.1.count
    guard total > 0 else { return nil }
    return passages.map { passage in
      let own = analyzer.analyze(passage)
      let found = wanted.0.intersection(own.conceptNames).count + wanted.1.intersection(own.vocabulary.stems).count
      return (passage: passage, share: Double(found) / Double(total))
    }.max { ($0.share, $1.passage.utf8.count) < ($1.share, $0.passage.utf8.count) }
  }
}
