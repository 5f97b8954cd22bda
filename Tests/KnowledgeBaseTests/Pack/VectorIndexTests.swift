import FactCheckCore
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import KnowledgeBase

/// Gives a text the vector of its letters, and notes what it was asked for.
private final class LetterModel: TextEmbedding {
  let digest: String
  let asked = Mutex<[String]>([])

  init(digest: String = "letters") { self.digest = digest }

  func vectors(of texts: [String]) -> [[Float]] {
    asked.withLock { $0 += texts }
    return texts.map { text in
      var counts = [Float](repeating: 0.01, count: 26)
      for byte in text.lowercased().utf8 where byte >= 97 && byte <= 122 { counts[Int(byte) - 97] += 1 }
      let length = counts.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return counts.map { $0 / length }
    }
  }
}

@Suite struct VectorIndexTests {
  @Test func `cosines are those of the vectors`() throws {
    let bytes = VectorIndex.bytes(of: [1, 0]) + VectorIndex.bytes(of: [0.6, 0.8]) + VectorIndex.bytes(of: [0, -1])
    let index = try #require(VectorIndex(width: 2, bytes: bytes))
    let cosines = index.cosines(to: [0.6, 0.8], in: 0..<3)
    for (cosine, expected) in zip(cosines, [0.6, 1, -0.8] as [Float]) { #expect(abs(cosine - expected) < 0.01) }
    #expect(index.cosines(to: [0.6, 0.8], in: 2..<9).count == 1)
    #expect(index.cosines(to: [1], in: 0..<3).isEmpty)
    #expect(VectorIndex(width: 2, bytes: Data([1, 2, 3])) == nil)
  }

  @Test func `a pack finds the entries whose texts are nearest`() throws {
    let folder = try TemporaryFolder()
    try Fixture.write(to: folder)
    try folder.write(Fixture.entry("diet/beet-cures-warts", about: "beet"), to: "entries/diet/beet-cures-warts.yaml")
    let model = LetterModel()
    let path = folder.path + "/pack.sqlite"
    try PackBuilder.build(KnowledgeSource(root: folder.path), to: path, model: model)
    let pack = try KnowledgePack(path: path)
    for entry in try pack.entries(withIDs: pack.entryIDs()) {
      for (index, phrasing) in entry.phrasings.enumerated() {
        let vector = model.vectors(of: [phrasing.text])[0]
        let similarities = try pack.similarities(of: entry.id, to: vector)
        #expect(similarities.count == entry.phrasings.count)
        #expect(similarities[index] > 0.98)
        #expect(try pack.nearest(to: vector, limit: 1).first?.entry == entry.id)
      }
    }
    let hits = try pack.nearest(to: model.vectors(of: ["beet"])[0], limit: 5)
    #expect(hits.count == 5)
    #expect(hits.map(\.score) == hits.map(\.score).sorted(by: >))
  }

  @Test func `only new texts are given to the model, unless it is another`() throws {
    let folder = try TemporaryFolder()
    try Fixture.write(to: folder)
    let path = folder.path + "/pack.sqlite"
    try PackBuilder.build(KnowledgeSource(root: folder.path), to: path, model: LetterModel())
    try folder.write(Fixture.entry("diet/beet-cures-warts", about: "beet"), to: "entries/diet/beet-cures-warts.yaml")
    let again = LetterModel()
    try PackBuilder.build(KnowledgeSource(root: folder.path), to: path, model: again)
    #expect(
      again.asked.withLock { asked in !asked.isEmpty && asked.allSatisfy { $0.contains("beet") || $0.contains("wart") }
      })
    let other = LetterModel(digest: "other")
    try PackBuilder.build(KnowledgeSource(root: folder.path), to: path, model: other)
    #expect(try KnowledgePack(path: path).model == "other")
    #expect(other.asked.withLock(\.count) > again.asked.withLock(\.count))
  }

  @Test func `a pack without a model has no vectors`() throws {
    let folder = try TemporaryFolder()
    try Fixture.write(to: folder)
    let path = folder.path + "/pack.sqlite"
    try PackBuilder.build(KnowledgeSource(root: folder.path), to: path)
    let pack = try KnowledgePack(path: path)
    #expect(try pack.nearest(to: [1], limit: 3).isEmpty)
    #expect(try pack.similarities(of: pack.entryIDs()[0], to: [1]).isEmpty)
  }
}
