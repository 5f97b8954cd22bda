import Foundation
import KnowledgeBase
import TestSupport
import Testing

@Suite struct FileSystemTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func path(_ name: String) -> String { "\(folder.path)/\(name)" }

  private func text(_ name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

  private func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  @Test(arguments: [0o600, 0o644, 0o664, 0o755]) func `a file keeps its permissions`(permissions: Int) throws {
    try folder.write("old", to: "a.yaml")
    try FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path("a.yaml"))
    try FileSystem.write("new", to: path("a.yaml"))
    #expect(try text("a.yaml") == "new")
    #expect(try self.permissions("a.yaml") == permissions)
    #expect(try folder.names(in: "") == ["a.yaml"])
  }

  @Test func `a new file is as readable as any other`() throws {
    try folder.write("", to: "other.yaml")
    try FileSystem.write("new", to: path("a.yaml"))
    #expect(try text("a.yaml") == "new")
    #expect(try permissions("a.yaml") == permissions("other.yaml"))
  }

  @Test func `a symbolic link stays one`() throws {
    try folder.write("old", to: "files/a.yaml")
    try FileManager.default.createSymbolicLink(atPath: path("link.yaml"), withDestinationPath: "files/a.yaml")
    try FileSystem.write("new", to: path("link.yaml"))
    #expect(try text("files/a.yaml") == "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path("link.yaml")) == "files/a.yaml")
    #expect(try folder.names(in: "files") == ["a.yaml"])
  }

  @Test func `what cannot be written is told and leaves nothing behind`() throws {
    try FileManager.default.createDirectory(atPath: path("folder/inner"), withIntermediateDirectories: true)
    for name in ["nowhere/a.yaml", "folder"] {
      #expect {
        try FileSystem.write("new", to: path(name))
      } throws: { error in
        if case KnowledgeBaseError.unwritable(path(name), _) = error { true } else { false }
      }
    }
    #expect(try folder.names(in: "") == ["folder"])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everything"))
  func `a file that may not be written is not replaced`() throws {
    try folder.write("old", to: "a.yaml")
    try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path("a.yaml"))
    #expect(throws: KnowledgeBaseError.self) { try FileSystem.write("new", to: path("a.yaml")) }
    #expect(try text("a.yaml") == "old")
  }
}
