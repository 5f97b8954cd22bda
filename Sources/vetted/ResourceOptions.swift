import ArgumentParser
import ClaimVerification
import FactCheckCore
import FactChecking
import Foundation
import KnowledgeBase
import KnowledgeRefresh
import LanguageModel

/// Where the data files are; the same for all commands.
struct ResourceOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder with Data and KnowledgeBase in it.", valueName: "folder"))
  var data: String?

  @Option(
    name: .customLong("threads"),
    help: ArgumentHelp("How many threads a check uses; by default one for each processor.", valueName: "count"))
  var wantedThreads: Int?

  private var threads: Int { wantedThreads ?? ProcessInfo.processInfo.activeProcessorCount }

  func validate() throws {
    guard wantedThreads ?? 1 > 0 else { throw ValidationError("--threads must be at least 1") }
  }

  /// The folder that holds `Data` and `KnowledgeBase`.
  func root() throws -> String {
    try ResourceLocator(
      option: data, environment: ProcessInfo.processInfo.environment, executable: CommandLine.executablePath
    ).root()
  }

  /// The pipeline, ready to check. What there is to tell about the pack goes to standard error.
  ///
  /// - Parameters:
  ///   - gate: when a judgement becomes a verdict, if not as the data files say.
  ///   - classifier: what weighs model and rules, if not what the data files say.
  /// - Returns: a checker on the models, where there are any, and the pack.
  /// - Throws: what says which file cannot be used.
  func factChecker(gate: GateSettings? = nil, classifier: StanceClassifier? = nil) throws -> FactChecker {
    let root = try root()
    let models = try models(in: root)
    return try FactChecker(
      root: root, pack: try pack(in: root, models: models), models: models, threads: threads, gate: gate,
      classifier: classifier)
  }

  /// The pack of the knowledge base, built first where it is missing or old.
  func pack() throws -> KnowledgePack {
    let root = try root()
    return try pack(in: root, models: models(in: root))
  }

  /// The language models; `nil` where rules decide alone.
  func models(in root: String) throws -> LanguageModels? { try LanguageModels.found(in: root, threads: threads) }

  /// The pack for models that are loaded already.
  func pack(in root: String, models: LanguageModels?) throws -> KnowledgePack {
    let store = try FactChecker.packStore(root: root, cacheDirectory: cacheDirectory, models: models)
    let pack = try store.open(willBuild: Self.tellOfBuilding)
    for diagnostic in pack.diagnostics { Console.tell(diagnostic.message) }
    return pack.value
  }

  /// The files of the knowledge base.
  func knowledgeSource() throws -> KnowledgeSource { try KnowledgeSource(root: "\(root())/KnowledgeBase") }

  /// The queue of proposals and what is known of the feeds.
  func refreshStore() throws(KnowledgeRefreshError) -> RefreshStore { try RefreshStore(path: refreshPath) }

  /// The alerts that are shown today. That the queue cannot be read is told, and hinders no check.
  func notices() -> [Notice] {
    guard FileManager.default.fileExists(atPath: refreshPath) else { return [] }
    do { return try refreshStore().notices(on: .today) } catch {
      Console.tell("\(error)")
      return []
    }
  }

  /// What reads the items of feeds.
  func proposer() throws -> Proposer {
    let checker = try factChecker()
    return Proposer(
      extractor: checker.extractor, segmenter: checker.segmenter, detector: checker.detector,
      retriever: checker.retriever, verifier: checker.verifier, analyzer: checker.analyzer)
  }

  /// Where people decide on the proposals.
  func reviewDesk() throws -> ReviewDesk {
    try ReviewDesk(store: refreshStore(), folder: "\(root())/KnowledgeBase", clock: Console.now)
  }

  private var refreshPath: String { "\(cacheDirectory)/refresh.sqlite" }

  private var cacheDirectory: String {
    ResourceLocator.cacheDirectory(environment: ProcessInfo.processInfo.environment)
  }

  /// Building takes a while, which is told to who waits at a terminal.
  private static func tellOfBuilding() {
    if Console.errorsAreTerminal { Console.tell("building the knowledge base; this is done once") }
  }
}

extension CommandLine {
  /// The path of the running program, which `arguments[0]` need not be.
  static var executablePath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? arguments[0]
  }
}
