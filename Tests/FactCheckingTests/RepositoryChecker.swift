import FactCheckCore
import FactChecking
import Foundation

/// A checker on the data and the knowledge base of the repository, made once for all tests.
enum RepositoryChecker {
  static let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardized.path

  /// The pack is kept where the program keeps it, for its vectors take a while to make.
  static let shared = Result {
    let cache = ResourceLocator.cacheDirectory(environment: ProcessInfo.processInfo.environment)
    return try FactChecker.open(root: root, cacheDirectory: cache).value
  }

  static func check(_ text: String) throws -> FactCheckReport {
    try shared.get().check(
      RawContent(bytes: Array(text.utf8), mediaType: "text/plain", charset: "utf-8", source: .init(kind: .text)))
  }
}
