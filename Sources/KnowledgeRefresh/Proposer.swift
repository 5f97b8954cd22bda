package import FactCheckCore
import FeedReading
import KnowledgeBase
package import TextAnalysis

/// Turns what an item of a feed says into proposals: its medical sentences, the entries they are about, and how they stand
/// towards the statements there.
public struct Proposer: Sendable {
  private let extractor: any ContentExtracting
  let segmenter: any SentenceSegmenting
  private let detector: any ClaimDetecting
  let retriever: any EvidenceRetrieving
  private let verifier: any ClaimVerifying
  let analyzer: TextAnalyzer

  /// How many entries are looked at for a sentence.
  static let candidateLimit = 8
  /// The least probability at which a sentence counts as being about an entry.
  private static let leastConfidence = 0.75
  /// The same for a sentence of a health topic: these say thousands of things, few of which any entry is about.
  private static let leastPlainConfidence = 0.86
  /// The least cosine between such a sentence and the proposition or a phrasing of the entry.
  private static let leastSimilarity = 0.85
  /// The least probability at which such a sentence, read as evidence, supports or refutes the proposition.
  private static let leastBacking = 0.05
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
  ///   - isTopic: whether it is one of many health topics: then only whole sentences that say plainly what an entry says, or
  ///     the contrary, are proposed.
  ///   - hasChanged: whether it said something else before. What a topic has said all along is on file where its publisher has a
  ///     statement in the entry already.
  ///   - known: whether the stems of a sentence of this organization about an entry were proposed before, whatever became of
  ///     that.
  /// - Returns: in the order of the text, without rewordings.
  /// - Throws: what the language model or the knowledge base throws.
  func proposals(
    in document: Document, source: Proposal.Provenance, isTopic: Bool, hasChanged: Bool,
    known: (_ entry: String?) throws -> [Set<String>]
  ) throws -> [QueuedProposal] {
    let sentences = Array(segmenter.sentences(in: document).prefix(Self.sentenceLimit))
    var found: [QueuedProposal] = []
    for saying in try detector.assess(sentences).flatMap({ sayings(in: $0, isTopic: isTopic) }) {
      let stems = stems(of: saying.claim.text)
      guard stems.count >= Self.leastStems,
        let proposal = try proposal(for: saying, from: source, isTopic: isTopic, hasChanged: hasChanged)
      else { continue }
      let before = try known(proposal.entry) + found.filter { $0.proposal.entry == proposal.entry }.map(\.stems)
      if !Self.isReworded(stems, among: before) { found.append(QueuedProposal(proposal: proposal, stems: stems)) }
    }
    return found
  }

  /// A claim with the words in which it would be filed.
  private typealias Saying = (claim: Claim, words: String)

  /// What the publisher says in a sentence, rather than asks or reports.
  private func sayings(in assessed: AssessedSentence, isTopic: Bool) -> [Saying] {
    let own = assessed.claims.filter { $0.attribution == .asserted || $0.attribution == .denied }
    guard isTopic else { return own.map { ($0, $0.text) } }
    // An item of a list says nothing alone, nor does what leaves its subject to the sentence before.
    guard assessed.sentence.text.last == "." else { return [] }
    return own.filter { $0.text == $0.quote }.map { ($0, assessed.sentence.text) }
  }

  /// What tells a sentence from others: its concepts, the stems of its other words, its numbers, and whether it is negated.
  private func stems(of text: String) -> Set<String> {
    let analyzed = analyzer.analyze(text)
    let negation = analyzed.negationCount.isMultiple(of: 2) ? [] : ["-"]
    let numbers = analyzed.tokens.filter { $0.kind == .number }.map { "#\($0.normal)" }
    return Set(analyzed.topicStems).union(analyzed.conceptNames).union(numbers).union(negation)
  }

  /// - Returns: `nil` when the organization's active statements say it already.
  private func proposal(
    for saying: Saying, from source: Proposal.Provenance, isTopic: Bool, hasChanged: Bool
  ) throws -> Proposal? {
    let found = try isTopic ? plainJudgement(of: saying) : judgement(of: saying.claim)
    guard let found else { return isTopic ? nil : Proposal(source: source, sentence: saying.words, relation: .new) }
    let (entry, stance) = (found.entry, found.stance.relation.stance)
    if entry.hasActiveStatement(of: source.organization, stance) { return nil }
    let active = entry.statements.filter { $0.status == .active }
    if isTopic, !hasChanged, active.contains(where: { $0.organization == source.organization }) { return nil }
    return Proposal(
      source: source, sentence: saying.words, relation: Self.relation(of: stance, to: active), entry: entry.id,
      stance: stance, confidence: found.stance.confidence, harm: entry.harm)
  }

  /// The entry that a claim is about, with how it stands towards it.
  private func judgement(of claim: Claim) throws -> EntryJudgement? {
    let candidates = try retriever.candidates(for: claim.text, limit: Self.candidateLimit)
    return try verifier.judgements(of: claim, on: candidates).first { judged in
      judged.stance.relation != .neither && judged.stance.confidence >= Self.leastConfidence
    }
  }

  /// The same for a sentence of a health topic, only where it says plainly what an entry says, or the contrary: near to it in
  /// meaning, judged so, and grounds for it when it is read as evidence.
  private func plainJudgement(of saying: Saying) throws -> EntryJudgement? {
    let candidates = try retriever.candidates(for: saying.claim.text, limit: Self.candidateLimit)
      .filter { ($0.similarity ?? 1) >= Self.leastSimilarity }
    guard !candidates.isEmpty, let best = try verifier.judgements(of: saying.claim, on: candidates).first,
      [.asserts, .denies].contains(best.stance.relation), best.stance.confidence >= Self.leastPlainConfidence
    else { return nil }
    let reading = try verifier.stance(of: best.entry.proposition, towards: saying.words)
    let backing = best.stance.relation == .asserts ? reading.support : reading.refute
    return backing >= Self.leastBacking ? best : nil
  }

  private static func relation(of stance: Statement.Stance, to active: [Statement]) -> Proposal.Relation {
    let contrary: Statement.Stance = stance == .affirms ? .denies : .affirms
    if active.contains(where: { $0.stance == contrary }) { return .conflicts }
    return active.contains { $0.stance == stance } ? .agrees : .touches
  }

  /// Whether another has about the same words, and the same numbers and polarity: 10 mg is no rewording of 20 mg.
  static func isReworded(_ stems: Set<String>, among known: [Set<String>]) -> Bool {
    func exact(_ stems: Set<String>) -> Set<String> { stems.filter { $0 == "-" || $0.hasPrefix("#") } }
    return known.contains { other in
      let common = Double(stems.intersection(other).count)
      return exact(stems) == exact(other) && common >= rewordedShare * Double(stems.union(other).count)
    }
  }
}

extension Candidate {
  /// The cosine of the proposition or phrasing that is nearest to the text; `nil` without a language model.
  fileprivate var similarity: Double? {
    zip(entry.phrasings, similarities).filter { [.proposition, .assertedAs, .deniedAs].contains($0.0.role) }.map(\.1)
      .max()
  }
}

extension StanceJudgement.Relation {
  /// As a statement has it.
  fileprivate var stance: Statement.Stance { self == .denies ? .denies : .affirms }
}
