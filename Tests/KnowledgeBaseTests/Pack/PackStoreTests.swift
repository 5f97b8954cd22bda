import FactCheckCore
import Foundation
import GRDB
import KnowledgeBase
import TestSupport
import Testing

@Suite struct PackStoreTests {
  private let folder: TemporaryFolder
  private let store: PackStore

  init() throws {
    folder = try TemporaryFolder()
    try Fixture.write(to: folder)
    store = PackStore(source: folder.path, cacheDirectory: folder.path + "/cache/vetted")
  }

  /// What tells one file from another that took its name.
  private func inode() throws -> UInt64 {
    let number = try FileManager.default.attributesOfItem(atPath: store.path)[.systemFileNumber] as? UInt64
    return try #require(number)
  }

  private func touch(_ name: String) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: 1_000_000_000)], ofItemAtPath: folder.path + "/" + name)
  }

  @Test func `the first opening builds the pack, the next one uses it`() throws {
    let first = try store.open()
    #expect(first.diagnostics == [])
    #expect(first.value.summary.entries == 1)
    let built = try inode()
    _ = try store.open()
    #expect(try inode() == built)
    let leftovers = try folder.names(in: "cache/vetted").filter { $0.contains("building") }
    #expect(leftovers == [])
  }

  @Test func `a changed file builds it again`() throws {
    let before = try store.open().value.summary.digest
    let name = "entries/garden/nettle-tea-cures-gout.yaml"
    try folder.write(Fixture.entry.replacing("heal gout", with: "soothe gout"), to: name)
    let after = try store.open().value
    #expect(after.summary.digest != before)
    #expect(try after.search(anyOf: ["soothe"], limit: 1).count == 1)
  }

  @Test func `a new and a removed file build it again`() throws {
    #expect(try store.open().value.summary.entries == 1)
    try folder.write(Fixture.entry("diet/beet-cures-warts", about: "beet"), to: "entries/diet/beet-cures-warts.yaml")
    #expect(try store.open().value.summary.entries == 2)
    try folder.remove("entries/diet/beet-cures-warts.yaml")
    #expect(try store.open().value.summary.entries == 1)
  }

  @Test func `new times alone are noted, once`() throws {
    let digest = try store.open().value.summary.digest
    try touch("organizations/herbs.yaml")
    #expect(try store.open().value.summary.digest == digest)
    let signed = try inode()
    _ = try store.open()
    #expect(try inode() == signed)
  }

  @Test func `a pack that is open outlives its replacement`() throws {
    let old = try store.open().value
    try folder.write(Fixture.entry("diet/beet-cures-warts", about: "beet"), to: "entries/diet/beet-cures-warts.yaml")
    _ = try store.open()
    #expect(try old.search(anyOf: ["gout"], limit: 50).allSatisfy { $0.entry == "garden/nettle-tea-cures-gout" })
    #expect(try old.entryIDs().count == 1)
  }

  @Test(arguments: ["", "rubbish", "SQLite format 3\0 and then rubbish"])
  func `a damaged pack is built again, and that is told`(content: String) throws {
    _ = try store.open()
    try Data(content.utf8).write(to: URL(fileURLWithPath: store.path))
    let opened = try store.open()
    #expect(opened.diagnostics.map(\.code) == ["knowledge-pack-rebuilt"])
    #expect(opened.value.summary.entries == 1)
    #expect(try store.open().diagnostics == [])
  }

  @Test func `a pack of another format is built again`() throws {
    _ = try store.open()
    try DatabaseQueue(path: store.path).write {
      try $0.execute(sql: "UPDATE meta SET value = '0' WHERE key = 'format'")
    }
    #expect {
      try KnowledgePack(path: store.path)
    } throws: { error in
      if case KnowledgeBaseError.otherPackFormat(_, found: "0", _) = error { true } else { false }
    }
    #expect(try store.open().diagnostics == [])
    #expect(try KnowledgePack(path: store.path).summary.entries == 1)
  }

  @Test func `files that cannot be read are told each time`() throws {
    try folder.write("id: [", to: "entries/garden/broken.yaml")
    for _ in 0..<2 {
      let opened = try store.open()
      #expect(opened.diagnostics.map(\.code) == ["knowledge-base-incomplete"])
      #expect(opened.value.summary.entries == 1)
    }
  }

  @Test func `what a killed process left is cleared away`() throws {
    try folder.write("half a pack", to: "cache/vetted/" + (store.path as NSString).lastPathComponent + ".building")
    #expect(try store.open().value.summary.entries == 1)
    #expect(try folder.names(in: "cache/vetted").filter { $0.hasSuffix(".building") } == [])
  }

  @Test func `many openings at once build it once`() async throws {
    let counts = try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 { group.addTask { try store.open().value.summary.entries } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(counts == Array(repeating: 1, count: 8))
  }

  @Test func `a cache that cannot be written is told, and the old pack stays`() throws {
    try folder.write("a file", to: "blocked")
    let blocked = PackStore(source: folder.path, cacheDirectory: folder.path + "/blocked/vetted")
    #expect { try blocked.open() } throws: { error in
      if case KnowledgeBaseError.unwritable = error { true } else { false }
    }
  }

  @Test func `each source has a pack of its own, by whatever path it is named`() {
    let cache = folder.path + "/cache"
    let here = PackStore(source: folder.path, cacheDirectory: cache)
    #expect(PackStore(source: folder.path + "/entries/..", cacheDirectory: cache).path == here.path)
    #expect(PackStore(source: folder.path + "/entries", cacheDirectory: cache).path != here.path)
  }

  @Test func `the same source gives the same bytes`() throws {
    let paths = ["a.sqlite", "b.sqlite"].map { folder.path + "/cache/" + $0 }
    for path in paths { try PackBuilder.build(KnowledgeSource(root: folder.path), to: path) }
    let contents = try paths.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(contents[0] == contents[1])
  }
}
