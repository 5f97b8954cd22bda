import ArgumentParser
import FactCheckCore
import FactChecking
import Foundation
import KnowledgeBase

/// Where the data files are; the same for all commands.
struct ResourceOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The folder with Data and KnowledgeBase in it.", valueName: "folder"))
  var data: String?

  /// The folder that holds `Data` and `KnowledgeBase`.
  func root() throws -> String {
    try ResourceLocator(
      option: data, environment: ProcessInfo.processInfo.environment, executable: CommandLine.executablePath
    ).root()
  }

  /// The pack of the knowledge base, built first where it is missing or old.
  func packStore() throws -> PackStore {
    PackStore(
      source: "\(try root())/KnowledgeBase",
      cacheDirectory: ResourceLocator.cacheDirectory(environment: ProcessInfo.processInfo.environment))
  }

  /// The pipeline, ready to check. What there is to tell about the pack goes to standard error.
  func factChecker() throws -> FactChecker {
    let pack = try packStore().open()
    for diagnostic in pack.diagnostics { Console.tell(diagnostic.message) }
    return try FactChecker(root: try root(), pack: pack.value)
  }
}

extension CommandLine {
  /// The path of the running program, which `arguments[0]` need not be.
  static var executablePath: String {
    (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? arguments[0]
  }
}
