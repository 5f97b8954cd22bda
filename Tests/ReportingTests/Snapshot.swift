import Foundation
import Testing

/// Expected outputs in `Tests/Fixtures`. With `VETTED_RECORD=1` they are written instead of compared.
enum Snapshot {
  static func expect(
    _ actual: String, _ name: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../Fixtures/reports/\(name)").standardized
    if ProcessInfo.processInfo.environment["VETTED_RECORD"] == "1" {
      try actual.write(to: file, atomically: true, encoding: .utf8)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == expected, "run with VETTED_RECORD=1 to accept the new output", sourceLocation: sourceLocation)
  }
}
