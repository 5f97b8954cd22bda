import FactCheckCore
import FactChecking
import Foundation
import KnowledgeBase

/// A checker on the data and the knowledge base of the repository, made once for all tests.
enum RepositoryChecker {
  static let root = URL(fileURLWithPath: #filePath).appending(path: "../../..").standardized.path

  static let shared = Result {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "vetted-tests-\(ProcessInfo.processInfo.processIdentifier)")
    let store = PackStore(source: "\(root)/KnowledgeBase", cacheDirectory: folder.path)
    return try FactChecker(root: root, pack: try store.open().value)
  }

  static func check(_ text: String) throws -> FactCheckReport {
    try shared.get().check(
      RawContent(bytes: Array(text.utf8), mediaType: "text/plain", charset: "utf-8", source: .init(kind: .text)))
  }
}
