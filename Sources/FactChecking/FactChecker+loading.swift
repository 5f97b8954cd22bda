import ClaimDetection
import ClaimVerification
import ContentExtraction
import EvidenceRetrieval
import FactCheckCore
public import KnowledgeBase
import TextAnalysis

extension FactChecker {
  /// A checker on the data files of a folder and an open pack.
  ///
  /// - Parameters:
  ///   - root: the folder that holds `Data`; see ``ResourceLocator``.
  ///   - pack: the knowledge base.
  /// - Throws: ``FactCheckingError`` for a data file that cannot be used, and ``KnowledgeBase/KnowledgeBaseError``.
  public init(root: String, pack: KnowledgePack) throws {
    let resources = try Resources(root: root)
    let analyzer = TextAnalyzer(lexicons: resources.lexicons)
    let organizations = Dictionary(try pack.organizations().map { ($0.id, $0) }) { first, _ in first }
    self.init(
      extractor: ContentExtractor(rules: resources.extraction),
      segmenter: SentenceSegmenter(words: resources.segmentation),
      detector: ClaimDetector(analyzer: analyzer, cues: resources.cues, settings: resources.detection),
      retriever: EvidenceRetriever(analyzer: analyzer, knowledge: pack),
      verifier: ClaimVerifier(
        analyzer: analyzer, settings: resources.verification, gate: resources.gate, organizations: organizations),
      languages: LanguageScreen(identifier: resources.languages), gate: resources.gate, knowledge: pack.summary)
  }
}
