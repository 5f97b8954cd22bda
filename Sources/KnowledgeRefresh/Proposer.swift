package import FactCheckCore
import FeedReading
import KnowledgeBase
package import TextAnalysis

/// Turns what an item of a feed says into proposals: its medical sentences, the entries they are about, and how they stand
/// towards the statements there.
public struct Proposer: Sendable {
  private let extractor: any ContentExtracting
  private let segmenter: any SentenceSegmenting
  private let detector: any ClaimDetecting
  private let retriever: any EvidenceRetrieving
  private let verifier: any ClaimVerifying
  private let analyzer: TextAnalyzer

  /// How many entries are looked at for a sentence.
  private static let candidateLimit = 8
  /// The least probability at which a sentence counts as being about an entry.
  private static let leastConfidence = 0.5
  /// Sentences that share this much of their stems (Jaccard index) say the same in other words.
  private static let rewordedShare = 0.8
  /// Of longer texts the beginning is read: an item is an article and no book.
  private static let sentenceLimit = 2000
  /// Shorter sentences say too little to be filed.
  private static let leastStems = 2

  package init(
    extractor: any ContentExtracting, segmenter: any SentenceSegmenting, detector: any ClaimDetecting,
    retriever: any EvidenceRetrieving, verifier: any ClaimVerifying, analyzer: TextAnalyzer
  ) {
    self.extractor = extractor
    self.segmenter = segmenter
    self.detector = detector
    self.retriever = retriever
    self.verifier = verifier
    self.analyzer = analyzer
  }

  /// The text of an item that is read.
  static func text(of item: FeedItem) -> String {
    [item.title, item.content ?? item.summary].compactMap(\.self).joined(separator: "\n\n")
  }

  /// The text of an item, as a document.
  func document(of item: FeedItem) -> Document {
    let content = RawContent(
      bytes: Array(Self.text(of: item).utf8), mediaType: "text/plain", source: .init(kind: .text))
    return document(from: content).value
  }

  /// The main text of a page, with what there is to tell about it.
  func document(from page: RawContent) -> Diagnosed<Document> { extractor.document(from: page) }

  /// What an item would change.
  ///
  /// - Parameters:
  ///   - document: what the item says, or the page it links to.
  ///   - source: where it comes from.
  ///   - keepsNew: whether sentences that no entry is about are proposed too.
  ///   - known: whether the stems of a sentence of this organization about an entry were proposed before, whatever became of
  ///     that.
  /// - Returns: in the order of the text, without rewordings.
  /// - Throws: what the language model or the knowledge base throws.
  func proposals(
    in document: Document, source: Proposal.Provenance, keepsNew: Bool,
    known: (_ entry: String?) throws -> [Set<String>]
  ) throws -> [QueuedProposal] {
    let sentences = Array(segmenter.sentences(in: document).prefix(Self.sentenceLimit))
    var found: [QueuedProposal] = []
    for claim in try detector.assess(sentences).flatMap(\.claims) where Self.isOwn(claim.attribution) {
      let stems = stems(of: claim.text)
      guard stems.count >= Self.leastStems, let proposal = try proposal(for: claim, from: source),
        keepsNew || proposal.entry != nil
      else { continue }
      let before = try known(proposal.entry) + found.filter { $0.proposal.entry == proposal.entry }.map(\.stems)
      if !Self.isReworded(stems, among: before) { found.append(QueuedProposal(proposal: proposal, stems: stems)) }
    }
    return found
  }

  /// What tells a sentence from others: its concepts, the stems of its other words, its numbers, and whether it is negated.
  private func stems(of text: String) -> Set<String> {
    let analyzed = analyzer.analyze(text)
    let negation = analyzed.negationCount.isMultiple(of: 2) ? [] : ["-"]
    let numbers = analyzed.tokens.filter { $0.kind == .number }.map { "#\($0.normal)" }
    return Set(analyzed.topicStems).union(analyzed.conceptNames).union(numbers).union(negation)
  }

  /// - Returns: `nil` when the organization's active statements say it already.
  private func proposal(for claim: Claim, from source: Proposal.Provenance) throws -> Proposal? {
    let candidates = try retriever.candidates(for: claim.text, limit: Self.candidateLimit)
    let judgements = try verifier.judgements(of: claim, on: candidates)
    guard
      let best = judgements.first(where: { judged in
        judged.stance.relation != .neither && judged.stance.confidence >= Self.leastConfidence
      })
    else {
      return Proposal(source: source, sentence: claim.text, relation: .new)
    }
    let entry = best.entry
    let stance: Statement.Stance = best.stance.relation == .denies ? .denies : .affirms
    let active = entry.statements.filter { $0.status == .active }
    if active.contains(where: { $0.organization == source.organization && $0.stance == stance }) { return nil }
    return Proposal(
      source: source, sentence: claim.text, relation: Self.relation(of: stance, to: active), entry: entry.id,
      stance: stance, confidence: best.stance.confidence, harm: entry.harm)
  }

  private static func relation(of stance: Statement.Stance, to active: [Statement]) -> Proposal.Relation {
    let contrary: Statement.Stance = stance == .affirms ? .denies : .affirms
    if active.contains(where: { $0.stance == contrary }) { return .conflicts }
    return active.contains { $0.stance == stance } ? .agrees : .touches
  }

  /// Whether the publisher says it, rather than asks or reports it.
  private static func isOwn(_ attribution: Attribution) -> Bool { attribution == .asserted || attribution == .denied }

  /// Whether another has about the same words, and the same numbers and polarity: 10 mg is no rewording of 20 mg.
  static func isReworded(_ stems: Set<String>, among known: [Set<String>]) -> Bool {
    func exact(_ stems: Set<String>) -> Set<String> { stems.filter { $0 == "-" || $0.hasPrefix("#") } }
    return known.contains { other in
      let common = Double(stems.intersection(other).count)
      return exact(stems) == exact(other) && common >= rewordedShare * Double(stems.union(other).count)
    }
  }
}
