import Foundation
import Testing

@testable import LanguageModel

@Suite struct ModelManifestTests {
  private let folder: String
  /// The SHA-256 of “abc” (FIPS 180-4, example B.1).
  private static let digest = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "vetted-\(UUID())").path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  private func file(_ contents: String?) throws -> ModelManifest.File {
    let path = "\(folder)/weights"
    try? FileManager.default.removeItem(atPath: path)
    if let contents { try contents.write(toFile: path, atomically: true, encoding: .utf8) }
    return ModelManifest.File(name: "weights", size: 3, sha256: Self.digest)
  }

  @Test func `the right file is accepted`() throws {
    try file("abc").verify(in: folder)
    #expect(try file("abc").path(in: folder) == "\(folder)/weights")
  }

  @Test(arguments: [nil, "", "ab", "abcd"] as [String?])
  func `a file that is missing or of another size is named with its digest`(contents: String?) throws {
    let file = try file(contents)
    let error = #expect(throws: LanguageModelError.self) { try file.path(in: folder) }
    #expect(error?.description.contains("\(folder)/weights") == true)
    #expect(error?.description.contains(Self.digest) == true)
  }

  @Test func `an altered file of the same size is found by its digest`() throws {
    let file = try file("abd")
    #expect(throws: Never.self) { try file.path(in: folder) }
    let error = #expect(throws: LanguageModelError.self) { try file.verify(in: folder) }
    #expect(error?.description.contains("its SHA-256 is") == true)
    #expect(error?.description.contains(Self.digest) == true)
  }

  @Test(arguments: [nil, "", "{}", "[]", #"{"vocabulary": 1}"#] as [String?])
  func `a manifest that cannot be read is an error that names it`(contents: String?) throws {
    let path = "\(folder)/models.json"
    if let contents { try contents.write(toFile: path, atomically: true, encoding: .utf8) }
    let error = #expect(throws: LanguageModelError.self) { try LanguageModels(folder: folder) }
    #expect(error?.description.contains(path) == true)
  }
}

@Suite struct ConcurrentChunksTests {
  @Test(arguments: [1, 2, 3, 8, 50])
  func `results come in order, however many threads there are`(threads: Int) throws {
    let numbers = Array(0..<23)
    #expect(try numbers.concurrentChunks(threads) { $0.map { $0 * 2 } } == numbers.map { $0 * 2 })
    #expect(try [Int]().concurrentChunks(threads) { $0 } == [])
  }

  @Test func `an error ends the call`() {
    struct Failure: Error {}
    #expect(throws: Failure.self) {
      try Array(0..<9).concurrentChunks(3) { chunk in
        if chunk.contains(5) { throw Failure() }
        return chunk
      }
    }
  }

  @Test func `softmax is a distribution`() {
    let shares = softmax([1, 2, 3])
    #expect(abs(shares.reduce(0, +) - 1) < 1e-6)
    #expect(shares[2] > shares[1] && shares[1] > shares[0])
    #expect(softmax([1000, 0]) == [1, 0])
  }
}
