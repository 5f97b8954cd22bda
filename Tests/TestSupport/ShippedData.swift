import Foundation
package import TextAnalysis

/// The data files of the repository, for tests that try what is shipped.
package enum ShippedData {
  private static let data = URL(filePath: #filePath).appending(path: "../../../Data").standardized
  private static let lexicons = Result { try Lexicons(files: try texts(under: "lexicons")) }

  package static func analyzer() throws -> TextAnalyzer { TextAnalyzer(lexicons: try lexicons.get()) }

  /// The texts of the files below a folder, by their path in it.
  package static func texts(under folder: String) throws -> [String: String] {
    let root = data.appending(path: folder)
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return try paths.filter { $0.hasSuffix(".txt") }.reduce(into: [:]) { files, path in
      files[path] = try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
  }

  package static func value<Value: Decodable>(of type: Value.Type, at path: String) throws -> Value {
    try JSONDecoder().decode(type, from: try Data(contentsOf: data.appending(path: path)))
  }
}
