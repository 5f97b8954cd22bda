import ArgumentParser
import Foundation

/// The editor that the user has chosen by `VISUAL` or `EDITOR`.
struct TextEditor {
  /// Opens a text in the editor and waits until it is closed.
  ///
  /// - Parameters:
  ///   - text: what is to be edited.
  ///   - name: for the name of the temporary file.
  /// - Returns: the text as it was saved.
  /// - Throws: ``InputError`` and what the file system throws.
  func edited(_ text: String, name: String) throws -> String {
    let environment = ProcessInfo.processInfo.environment
    guard let editor = [environment["VISUAL"], environment["EDITOR"]].compactMap(\.self).first(where: { !$0.isEmpty })
    else { throw ValidationError("no editor is chosen: set EDITOR, or use `vetted review accept --text`") }
    let file = try Self.file(text, name: name)
    defer { try? FileManager.default.removeItem(at: file.deletingLastPathComponent()) }
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    // The variable may hold options, as in “code --wait”.
    process.arguments = ["-c", "\(editor) \"$1\"", "sh", file.path]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw ValidationError("the editor ended with status \(process.terminationStatus); nothing was changed")
    }
    return try String(contentsOf: file, encoding: .utf8)
  }

  /// Puts a text where its author finds it again.
  ///
  /// - Returns: the path.
  static func keep(_ text: String, name: String) throws -> String { try file(text, name: name).path }

  /// A new temporary file in a folder of its own, so that its name can be the entry's.
  private static func file(_ text: String, name: String) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "vetted-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: name.split(separator: "/").last.map { "\($0).yaml" } ?? "entry.yaml")
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file
  }
}
