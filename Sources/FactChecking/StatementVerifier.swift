import ContentExtraction
public import FactCheckCore
import TextAnalysis

/// Compares statements with the pages that they report, so that “checked” can itself be checked, and a page that has
/// drifted is noticed.
///
/// A passage is up to three sentences in a row. The one that has the largest share of the statement's concepts and words is
/// shown; whether it says the same is for a person to judge.
public struct StatementVerifier {
  private let pages: any PageReading
  private let checker: FactChecker

  /// A share of a statement's concepts and words that a passage which says the same seldom misses.
  private static let leastShare = 0.5
  /// How sure the stance has to be that a passage says the contrary.
  private static let leastRefutation = 0.8
  private static let passageSentences = 3
  /// How many passages are asked before a page is said to contradict a statement: pages quote the myths they refute.
  private static let askedPassages = 3

  /// What a page says for a statement.
  public struct Finding: Sendable, Encodable {
    public enum Outcome: String, Sendable, Encodable, CaseIterable {
      case agrees
      /// No passage has enough of the statement.
      case changed
      /// The nearest passages say the contrary.
      case contradicts
      /// It agrees, at another address.
      case moved
      case gone, unreachable
      case noPage = "no-page"

      /// Whether somebody should look into it.
      public var needsLook: Bool { self == .changed || self == .contradicts || self == .gone || self == .moved }
    }

    public let entry: String
    public let organization: String
    public let statement: String
    public let outcome: Outcome
    /// The address that was read, if there is one.
    public let address: String?
    /// The nearest passage of the page.
    public let passage: String?
    /// The share of the statement's concepts and words in it, from 0 to 1.
    public let share: Double?
    /// Where the page is now, or why it could not be read.
    public let remark: String?
  }

  /// - Parameters:
  ///   - checker: reads pages and judges what they say.
  ///   - pages: where the pages are.
  public init(checker: FactChecker, pages: any PageReading) {
    self.pages = pages
    self.checker = checker
  }

  /// One finding for each statement of the entry that is active, in order.
  ///
  /// - Throws: what the models throw.
  public func findings(on entry: KnowledgeEntry) throws -> [Finding] {
    try entry.statements.filter { $0.status == .active }.map { try finding(on: $0, in: entry) }
  }

  private func finding(on statement: Statement, in entry: KnowledgeEntry) throws -> Finding {
    func found(
      _ outcome: Finding.Outcome, address: String? = nil, best: Found? = nil, remark: String? = nil
    ) -> Finding {
      Finding(
        entry: entry.id, organization: statement.organization, statement: statement.text, outcome: outcome,
        address: address, passage: best?.text, share: best?.share, remark: remark)
    }
    switch pages.page(of: statement) {
    case .absent: return found(.noPage)
    case .gone(let address): return found(.gone, address: address)
    case .unreachable(let address, let reason): return found(.unreachable, address: address, remark: reason)
    case .read(let content, let address, let target):
      let passages = passages(of: content)
      let best = nearest(to: statement.text, among: passages)
      let outcome = try outcome(of: statement.text, best: best.first, passages: passages)
      let isElsewhere = outcome == .agrees && target != nil
      return found(isElsewhere ? .moved : outcome, address: address, best: best.first, remark: target)
    }
  }

  private func outcome(of statement: String, best: Found?, passages: [Passage]) throws -> Finding.Outcome {
    guard let best, best.share >= Self.leastShare else { return .changed }
    let text = Document(plainText: statement)
    let contradicts = try checker.segmenter.sentences(in: text).contains { sentence in
      try isRefuted(String(text.text[sentence.span]), by: passages)
    }
    return contradicts ? .contradicts : .agrees
  }

  /// Whether the passage nearest to a sentence of the statement refutes it, and no other near one speaks for it.
  private func isRefuted(_ sentence: String, by passages: [Passage]) throws -> Bool {
    let near = nearest(to: sentence, among: passages).prefix(Self.askedPassages).filter { $0.share >= Self.leastShare }
    let estimates = try near.map { try checker.verifier.stance(of: sentence, towards: $0.text) }
    guard let first = estimates.first else { return false }
    return first.refute >= Self.leastRefutation && estimates.allSatisfy { $0.support <= $0.refute }
  }

  /// One to three sentences of a page.
  private struct Passage {
    let text: String
    let concepts: Set<String>
    let stems: Set<String>
  }

  private struct Found {
    let text: String
    let share: Double
  }

  private func passages(of content: RawContent) -> [Passage] {
    let document = checker.extractor.document(from: content).value
    let sentences = checker.segmenter.sentences(in: document)
    return sentences.indices.flatMap { start in
      (1...Self.passageSentences).compactMap { count -> Passage? in
        guard start + count <= sentences.count else { return nil }
        let span = TextSpan(start: sentences[start].span.start, end: sentences[start + count - 1].span.end)
        let text = String(document.text[span])
        let analyzed = checker.analyzer.analyze(text)
        return Passage(text: text, concepts: analyzed.conceptNames, stems: analyzed.vocabulary.stems)
      }
    }
  }

  /// The passages, those with the largest share of the text's concepts and words first; of equals, the shortest.
  private func nearest(to text: String, among passages: [Passage]) -> [Found] {
    let analyzed = checker.analyzer.analyze(text)
    let (concepts, stems) = (analyzed.conceptNames, Set(analyzed.topicStems))
    let total = concepts.count + stems.count
    guard total > 0 else { return [] }
    let found = passages.map { passage in
      let common = concepts.intersection(passage.concepts).count + stems.intersection(passage.stems).count
      return Found(text: passage.text, share: Double(common) / Double(total))
    }
    return found.sorted { ($1.share, $0.text.utf8.count) < ($0.share, $1.text.utf8.count) }
  }
}
