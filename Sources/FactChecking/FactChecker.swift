import ClaimDetection
package import ClaimVerification
import ContentExtraction
import Digests
import EvidenceRetrieval
public import FactCheckCore
import LanguageModel
package import TextAnalysis

/// Checks texts and pages against the knowledge base: the whole way, stage by stage.
public struct FactChecker: Sendable {
  /// The version of the program, in the report's `engine`.
  public static let version = "0.1.0"

  public let extractor: any ContentExtracting
  public let segmenter: any SentenceSegmenting
  public let detector: any ClaimDetecting
  public let retriever: any EvidenceRetrieving
  public let verifier: any ClaimVerifying
  /// What the stages see in a text.
  package let analyzer: TextAnalyzer
  private let languages: LanguageScreen
  /// When a judgement becomes a verdict.
  package let gate: GateSettings
  private let knowledge: FactCheckReport.KnowledgeBaseSummary
  /// The digest of the language models; `nil` without any.
  private let model: String?
  private let threads: Int

  /// The largest text that is checked, in bytes of UTF-8: about 170,000 words.
  public static let textLimit = 1 << 20

  init(
    extractor: any ContentExtracting, segmenter: any SentenceSegmenting, detector: any ClaimDetecting,
    retriever: any EvidenceRetrieving, verifier: any ClaimVerifying, analyzer: TextAnalyzer,
    languages: LanguageScreen, gate: GateSettings, knowledge: FactCheckReport.KnowledgeBaseSummary,
    model: String? = nil, threads: Int = 1
  ) {
    self.extractor = extractor
    self.segmenter = segmenter
    self.detector = detector
    self.retriever = retriever
    self.verifier = verifier
    self.analyzer = analyzer
    self.languages = languages
    self.gate = gate
    self.knowledge = knowledge
    self.model = model
    self.threads = threads
  }

  /// Checks what came from a file, a page or the keyboard.
  ///
  /// - Throws: what the knowledge base throws when it cannot be read; a bad document gives diagnostics instead.
  public func check(_ content: RawContent) throws -> FactCheckReport {
    let extracted = extractor.document(from: content)
    let limited = TextLimit(bytes: Self.textLimit).applied(to: extracted, isWhole: content.isWhole)
    let readable = languages.screened(limited)
    let document = readable.value
    let sentences = readable.isUsable ? segmenter.sentences(in: document) : []
    let claims = try detector.assess(sentences).flatMap(\.claims)
    let partwise = PartwiseChecker(retriever: retriever, verifier: verifier)
    let checked = try claims.concurrentMap(threads, partwise.check).flatMap(\.self)
    return FactCheckReport(
      document: document, digest: "sha256:" + SHA256.hexDigest(of: content.bytes),
      engine: .init(version: Self.version, model: model.map { "sha256:" + $0 }, knowledgeBase: knowledge),
      claims: checked,
      diagnostics: checked.isEmpty ? PageSubstitute.told(readable.diagnostics) : readable.diagnostics)
  }
}
