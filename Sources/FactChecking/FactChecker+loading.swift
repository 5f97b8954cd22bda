import ClaimDetection
package import ClaimVerification
import ContentExtraction
import EvidenceRetrieval
public import FactCheckCore
import Foundation
public import KnowledgeBase
public import LanguageModel
import TextAnalysis

extension FactChecker {
  /// A checker on the data files of a folder, with the pack of its knowledge base, which is built first where it is missing
  /// or old.
  ///
  /// - Parameters:
  ///   - root: the folder that holds `Data` and `KnowledgeBase`; see ``ResourceLocator``.
  ///   - cacheDirectory: where the pack is kept.
  ///   - threads: how many threads a check uses at most.
  ///   - willBuild: called before the pack is built, which may take a while.
  /// - Returns: the checker, and what there is to tell about the pack.
  /// - Throws: ``FactCheckingError``, ``LanguageModel/LanguageModelError`` and ``KnowledgeBase/KnowledgeBaseError``.
  public static func open(
    root: String, cacheDirectory: String, threads: Int = 1, willBuild: () -> Void = {}
  ) throws -> Diagnosed<FactChecker> {
    let models = try LanguageModels.found(in: root, threads: threads)
    let pack = try packStore(root: root, cacheDirectory: cacheDirectory, models: models).open(willBuild: willBuild)
    return Diagnosed(try FactChecker(root: root, pack: pack.value, models: models, threads: threads), pack.diagnostics)
  }

  /// Where the pack of a folder's knowledge base is kept, with vectors by the models where there are any. Weights that are
  /// newer than the pack are read through first: they may have been altered.
  ///
  /// - Throws: ``LanguageModel/LanguageModelError``
  public static func packStore(
    root: String, cacheDirectory: String, models: LanguageModels?
  ) throws -> PackStore {
    let store = PackStore(source: "\(root)/KnowledgeBase", cacheDirectory: cacheDirectory, model: models?.sentence)
    if let models, models.modified > store.modified {
      try models.verify()
      store.touch()
    }
    return store
  }

  /// A checker on the data files of a folder, an open pack and loaded models.
  ///
  /// - Parameters:
  ///   - root: the folder that holds `Data`; see ``ResourceLocator``.
  ///   - pack: the knowledge base.
  ///   - models: `nil` for rules alone.
  ///   - threads: how many threads a check uses at most.
  ///   - gate: when a judgement becomes a verdict, if not as the data files say.
  ///   - classifier: what weighs model and rules, if not what the data files say.
  /// - Throws: ``FactCheckingError`` for a data file that cannot be used, and ``KnowledgeBase/KnowledgeBaseError``.
  package init(
    root: String, pack: KnowledgePack, models: LanguageModels?, threads: Int = 1, gate: GateSettings? = nil,
    classifier: StanceClassifier? = nil
  ) throws {
    let resources = try Resources(root: root)
    let analyzer = TextAnalyzer(lexicons: resources.lexicons)
    let gate = try gate ?? Resources.gate(root: root, hasModels: models != nil)
    let organizations = Dictionary(try pack.organizations().map { ($0.id, $0) }) { first, _ in first }
    let learned = try models.map { models throws(FactCheckingError) in
      // `??` would lose the type of the error.
      let weights = if let classifier { classifier } else { try Resources.classifier(root: root) }
      return LearnedJudge(model: models.stance, classifier: weights)
    }
    self.init(
      extractor: ContentExtractor(rules: resources.extraction, pdf: PopplerTextExtractor()),
      segmenter: SentenceSegmenter(words: resources.segmentation),
      detector: ClaimDetector(
        analyzer: analyzer, cues: resources.cues, settings: resources.detection, model: models?.sentence),
      retriever: EvidenceRetriever(analyzer: analyzer, knowledge: pack, model: models?.sentence),
      verifier: ClaimVerifier(
        analyzer: analyzer, settings: resources.verification, gate: gate, organizations: organizations,
        learned: learned),
      analyzer: analyzer, languages: LanguageScreen(identifier: resources.languages), gate: gate,
      knowledge: pack.summary,
      model: models?.digest, threads: threads)
  }
}

extension LanguageModels {
  /// The models in `Data/models` below a folder; `nil` where there is no such folder, and rules decide alone.
  ///
  /// - Throws: ``LanguageModel/LanguageModelError`` when a file of them is missing or another.
  public static func found(in root: String, threads: Int = 1) throws(LanguageModelError) -> LanguageModels? {
    let folder = "\(root)/Data/models"
    return FileManager.default.fileExists(atPath: folder) ? try LanguageModels(folder: folder, threads: threads) : nil
  }
}
