import FactCheckCore
import Foundation
import KnowledgeBase
import TestSupport
import Testing

@Suite struct KnowledgePackTests {
  private let folder: TemporaryFolder
  private let pack: KnowledgePack

  init() throws {
    folder = try TemporaryFolder()
    try Fixture.write(to: folder)
    let comfrey = "garden/comfrey-cures-warts"
    try folder.write(Fixture.entry(comfrey, about: "comfrey"), to: "entries/\(comfrey).yaml")
    try folder.write(Fixture.entry("diet/beet-cures-warts", about: "beet"), to: "entries/diet/beet-cures-warts.yaml")
    let path = folder.path + "/pack.sqlite"
    try PackBuilder.build(KnowledgeSource(root: folder.path), to: path)
    pack = try KnowledgePack(path: path)
  }

  @Test func `a search finds the phrasing that says it`() throws {
    let hit = try #require(try pack.search(anyOf: ["heal", "gout", "nettle"], limit: 10).first)
    #expect(hit.entry == "garden/nettle-tea-cures-gout")
    #expect(hit.phrasing == Phrasing(role: .assertedAs, text: "you can heal gout with nettle tea"))
  }

  @Test func `words are stemmed and folded`() throws {
    let hits = try pack.search(anyOf: ["NETTLES", "cüring"], limit: 50)
    #expect(hits.contains { $0.phrasing.text == "Nettle tea cures gout." })
  }

  @Test func `hits come best first, and equals in the order of the entries`() throws {
    let hits = try pack.search(anyOf: ["warts", "heal"], limit: 50)
    #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
    #expect(hits.prefix(2).map(\.entry) == ["diet/beet-cures-warts", "garden/comfrey-cures-warts"])
    #expect(try pack.search(anyOf: ["warts", "heal"], limit: 3) == Array(hits.prefix(3)))
  }

  @Test(arguments: [
    [], [""], ["…", "\""], ["zzz"], ["\" OR \""], ["gout\" OR NEAR(x)"], ["a\0b"], ["*"], ["NOT"], ["(", ")"],
    ["entry:diet"],
    ["'; DROP TABLE entries; --"], Array(repeating: "gout", count: 5_000), (0..<5_000).map { "w\($0)" },
  ])
  func `no words are read as anything but words`(words: [String]) throws {
    _ = try pack.search(anyOf: words, limit: 5)
    #expect(try pack.entryIDs().count == 3)
  }

  @Test(arguments: [-1, 0]) func `no hits are found when none are asked for`(limit: Int) throws {
    #expect(try pack.search(anyOf: ["gout"], limit: limit) == [])
  }

  @Test func `entries come back as they were read, in the order asked for`() throws {
    let source = try KnowledgeSource(root: folder.path)
    let ids = ["garden/nettle-tea-cures-gout", "nowhere/nothing", "diet/beet-cures-warts"]
    for _ in 0..<2 {
      let entries = try pack.entries(withIDs: ids)
      #expect(entries == [source.entries[2].value, source.entries[0].value])
    }
    #expect(try pack.organizations() == source.organizations.map(\.value))
  }

  @Test func `the summary counts what is in the pack`() throws {
    #expect(pack.summary.entries == 3)
    #expect(pack.summary.statements == 6)
    #expect(pack.summary.newest == CalendarDate("2026-11-22"))
    #expect(pack.summary.digest == "sha256:" + (try KnowledgeSource(root: folder.path).digest))
    #expect(try pack.areas().map(\.area) == ["diet", "garden"])
    #expect(try pack.areas().map(\.entries) == [1, 2])
  }

  @Test func `many threads search at once`() async throws {
    let expected = try pack.search(anyOf: ["gout", "warts"], limit: 20)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for _ in 0..<32 {
        group.addTask {
          let hits = try pack.search(anyOf: ["gout", "warts"], limit: 20)
          return try hits == expected && pack.entries(withIDs: hits.map(\.entry)).count == hits.count
        }
      }
      for try await isSame in group { #expect(isSame) }
    }
  }

  @Test func `a file that is no pack is refused`() throws {
    try folder.write("not a database, but long enough to look like one", to: "other.sqlite")
    #expect(throws: KnowledgeBaseError.self) { try KnowledgePack(path: folder.path + "/other.sqlite") }
    #expect(throws: KnowledgeBaseError.self) { try KnowledgePack(path: folder.path + "/missing.sqlite") }
    #expect(throws: KnowledgeBaseError.self) { try KnowledgePack(path: folder.path) }
  }

  @Test func `a damaged pack throws and never crashes`() throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: pack.path)))
    var random = SeededGenerator(seed: 11)
    for _ in 0..<60 {
      var damaged = bytes
      for _ in 0..<20 {
        damaged[Int.random(in: damaged.indices, using: &random)] = .random(in: .min ... .max, using: &random)
      }
      if Bool.random(using: &random) { damaged.removeLast(Int.random(in: damaged.indices, using: &random)) }
      try folder.write(damaged, to: "damaged.sqlite")
      try? useAll(ofPackAt: folder.path + "/damaged.sqlite")
    }
  }

  private func useAll(ofPackAt path: String) throws(KnowledgeBaseError) {
    let pack = try KnowledgePack(path: path)
    _ = try pack.search(anyOf: ["gout", "warts", "tea"], limit: 20)
    _ = try pack.entries(withIDs: pack.entryIDs())
    _ = try pack.organizations()
    _ = try pack.areas()
  }
}
