import Foundation
import KnowledgeBase
import TestSupport
import Testing

@Suite struct UnifiedDiffTests {
  private static let twelve = (1...12).map { "\($0)\n" }.joined()

  @Test(arguments: ["", "a\n", "a", twelve]) func `equal texts have no diff`(text: String) {
    #expect(UnifiedDiff(from: text, to: text, path: "x").description == "")
  }

  private static let changes: [(String, String, String)] = [
    (twelve, twelve.replacing("6\n", with: "six\n"), "@@ -3,7 +3,7 @@\n 3\n 4\n 5\n-6\n+six\n 7\n 8\n 9\n"),
    (twelve, "0\n" + twelve, "@@ -1,3 +1,4 @@\n+0\n 1\n 2\n 3\n"),
    (twelve, twelve + "13\n14\n", "@@ -10,3 +10,5 @@\n 10\n 11\n 12\n+13\n+14\n"),
    (
      twelve, twelve.replacing("2\n3\n", with: "3\n").replacing("9\n", with: ""),
      "@@ -1,12 +1,10 @@\n 1\n-2\n 3\n 4\n 5\n 6\n 7\n 8\n-9\n 10\n 11\n 12\n"
    ),
    (
      "0\n" + twelve, "zero\n" + twelve.replacing("12\n", with: "twelve\n"),
      "@@ -1,4 +1,4 @@\n-0\n+zero\n 1\n 2\n 3\n@@ -10,4 +10,4 @@\n 9\n 10\n 11\n-12\n+twelve\n"
    ),
    ("a", "a\n", "@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n"),
    ("a\nb", "c\nb", "@@ -1,2 +1,2 @@\n-a\n+c\n b\n\\ No newline at end of file\n"),
    ("a\r\n", "a\n", "@@ -1,1 +1,1 @@\n-a\r\n+a\n"),
    ("é\n", "e\u{301}\n", "@@ -1,1 +1,1 @@\n-é\n+e\u{301}\n"),
  ]

  @Test(arguments: changes)
  func `hunks have three lines of context`(old: String, new: String, hunks: String) {
    let expected = "--- a/entries/x.yaml\n+++ b/entries/x.yaml\n" + hunks
    #expect(UnifiedDiff(from: old, to: new, path: "entries/x.yaml").description.utf8.elementsEqual(expected.utf8))
  }

  @Test func `files that are new or gone are compared with nothing`() {
    #expect(UnifiedDiff(from: "", to: "a\n", path: "x").description == "--- /dev/null\n+++ b/x\n@@ -0,0 +1,1 @@\n+a\n")
    #expect(UnifiedDiff(from: "a\n", to: "", path: "x").description == "--- a/x\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-a\n")
  }

  @Test(
    arguments: [["git", "apply", "--whitespace=nowarn"], ["patch", "--binary", "-s", "-p1", "-i"]].filter {
      FileManager.default.isExecutableFile(atPath: "/usr/bin/\($0[0])")
    })
  func `other programs take the diff`(command: [String]) throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 3)
    let pairs = (0..<60).map { _ in random.textAndChange() }
    var diffs = ""
    for (index, (old, new)) in pairs.enumerated() {
      if !old.isEmpty { try folder.write(old, to: "\(index).yaml") }
      diffs += UnifiedDiff(from: old, to: new, path: "\(index).yaml").description
    }
    try folder.write(diffs, to: "all.diff")
    try #require(try run(command + ["all.diff"], in: folder) == 0)
    for (index, (_, new)) in pairs.enumerated() {
      let written = try? Data(contentsOf: URL(fileURLWithPath: "\(folder.path)/\(index).yaml"))
      #expect((written ?? Data()) == Data(new.utf8), "\(index)")
    }
  }

  private func run(_ command: [String], in folder: TemporaryFolder) throws -> CInt {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/\(command[0])")
    process.arguments = Array(command.dropFirst())
    process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}

extension SeededGenerator {
  /// Up to forty lines of few kinds, and the same with some lines gone, doubled or new; each may lack its last line feed.
  fileprivate mutating func textAndChange() -> (String, String) {
    let kinds = ["    status: active", "    url: null", "", "  - organization: joints", "é", "a\r"]
    let old = (0..<Int.random(in: 0...40, using: &self)).map { _ in kinds[.random(in: kinds.indices, using: &self)] }
    let new = old.flatMap { line -> [String] in
      switch Int.random(in: 0..<12, using: &self) {
      case 0: []
      case 1: [line, "new"]
      case 2: [line, line]
      default: [line]
      }
    }
    return (text(of: old), text(of: new))
  }

  private mutating func text(of lines: [String]) -> String {
    lines.joined(separator: "\n") + (Int.random(in: 0..<5, using: &self) == 0 || lines.isEmpty ? "" : "\n")
  }
}
