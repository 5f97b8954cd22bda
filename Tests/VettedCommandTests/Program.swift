import Foundation
import TestSupport
import Testing

/// Runs the program that was built with these tests, on an invented knowledge base, by rules alone and with a private data
/// folder.
struct Program {
  /// What a run left behind.
  struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  let folder: TemporaryFolder
  /// The folder with `Data` and `KnowledgeBase`.
  var root: String { "\(folder.path)/root" }

  init() throws {
    folder = try TemporaryFolder()
    let repository = URL(filePath: #filePath).appending(path: "../../..").standardized
    try FileManager.default.createDirectory(atPath: "\(root)/Data", withIntermediateDirectories: true)
    let data = repository.appending(path: "Data").path
    for name in try FileManager.default.contentsOfDirectory(atPath: data) where name != "models" {
      try FileManager.default.copyItem(
        atPath: "\(data)/\(name)", toPath: "\(root)/Data/\(name)")
    }
    try FileManager.default.copyItem(atPath: Fixtures.path("inputs/KnowledgeBase"), toPath: "\(root)/KnowledgeBase")
  }

  /// - Parameters:
  ///   - arguments: those of the command line.
  ///   - input: what the program reads from standard input.
  ///   - environment: variables beside those that keep the run private.
  /// - Returns: what it wrote, with the folder of the run as `$FOLDER`.
  /// - Throws: what `Process` throws.
  func run(_ arguments: [String], input: String = "", environment: [String: String] = [:]) throws -> Outcome {
    try run(Self.executable, arguments, input: Data(input.utf8), environment: environment)
  }

  /// Runs a line of shell, in which `$vetted` is the program.
  func shell(_ line: String) throws -> Outcome {
    try run(
      "/bin/bash", ["-c", line], input: Data(), environment: ["vetted": Self.executable, "VETTED_REVIEWER": "A"])
  }

  private func run(
    _ executable: String, _ arguments: [String], input: Data, environment: [String: String]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: executable)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder.path)
    let own = [
      "XDG_DATA_HOME": "\(folder.path)/data", "XDG_CACHE_HOME": "\(folder.path)/cache", "VETTED_DATA": root,
      "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8",
    ]
    process.environment = own.merging(environment) { $1 }
    let names = ["input", "output", "errors"].map { "\(folder.path)/\($0)-\(UUID())" }
    for name in names { try Data().write(to: URL(filePath: name)) }
    try input.write(to: URL(filePath: names[0]))
    process.standardInput = FileHandle(forReadingAtPath: names[0])
    process.standardOutput = FileHandle(forWritingAtPath: names[1])
    process.standardError = FileHandle(forWritingAtPath: names[2])
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      try String(contentsOf: URL(filePath: name), encoding: .utf8).replacing(folder.path, with: "$FOLDER")
    }
    return Outcome(status: process.terminationStatus, output: try text(names[1]), errors: try text(names[2]))
  }

  /// The program lies where the tests lie.
  private static let executable: String = {
    let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    let folders = [own, CommandLine.arguments[0]] + CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    let candidates = folders.map { URL(filePath: $0).deletingLastPathComponent().appending(path: "vetted").path }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) } ?? ".build/debug/vetted"
  }()
}
