import Foundation

/// The data that is shipped, as the caller of the library loads it.
enum DataFolder {
  /// The texts of a folder under `Data`, by file name.
  static func files(in folder: String) throws -> [String: String] {
    let data = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Data/\(folder)")
    var files: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(at: data, includingPropertiesForKeys: nil) {
      files[file.lastPathComponent] = try String(contentsOf: file, encoding: .utf8)
    }
    return files
  }
}
