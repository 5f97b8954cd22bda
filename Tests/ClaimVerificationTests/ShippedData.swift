import Foundation
import TextAnalysis

/// The data files of the repository.
enum ShippedData {
  private static let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Data")
  private static let lexicons = Result { try Lexicons(files: try texts(under: "lexicons")) }

  static func analyzer() throws -> TextAnalyzer { TextAnalyzer(lexicons: try lexicons.get()) }

  /// The texts of the files below a folder, by their path in it.
  static func texts(under folder: String) throws -> [String: String] {
    let root = data.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".txt") }.reduce(into: [:]) { files, path in
      files[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
  }

  static func value<Value: Decodable>(of type: Value.Type, at path: String) throws -> Value {
    try JSONDecoder().decode(type, from: try Data(contentsOf: data.appending(path: path)))
  }
}
