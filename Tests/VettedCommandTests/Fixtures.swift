import Foundation
import Testing

/// Inputs and expected outputs in `Tests/Fixtures`.
enum Fixtures {
  static func path(_ name: String) -> String {
    URL(filePath: #filePath).appending(path: "../../Fixtures/\(name)").standardized.path
  }

  /// Compares with the expected output; with `VETTED_RECORD=1` writes it instead.
  static func expect(
    _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: path(name))
    if ProcessInfo.processInfo.environment["VETTED_RECORD"] == "1" {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == expected, "run with VETTED_RECORD=1 to accept the new output", sourceLocation: sourceLocation)
  }
}
