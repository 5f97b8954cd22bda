import Digests
import Foundation

/// The trained models, as `Data/models/models.json` names them.
///
/// The weights are mapped into memory, so that opening them costs little and several processes share them. Sizes are
/// compared at once; ``verify()`` reads every byte.
public struct LanguageModels: Sendable {
  /// Claims and vectors of single sentences.
  public let sentence: SentenceModel
  /// A claim beside evidence.
  public let stance: StanceModel
  /// The SHA-256 of all weights together, in hexadecimal.
  public let digest: String
  private let manifest: ModelManifest
  private let folder: String

  /// - Parameters:
  ///   - folder: the folder of `models.json`.
  ///   - threads: how many threads one call of a model uses at most.
  /// - Throws: ``LanguageModelError``, naming the file that is missing or another, with the digest it should have.
  public init(folder: String, threads: Int = 1) throws(LanguageModelError) {
    let manifest = try ModelManifest(path: "\(folder)/models.json")
    func weights(_ file: ModelManifest.File) throws(LanguageModelError) -> Safetensors {
      try Safetensors(path: file.path(in: folder))
    }
    let vocabularyPath = try manifest.vocabulary.path(in: folder)
    guard let lines = FileManager.default.contents(atPath: vocabularyPath) else {
      throw .unreadable(path: vocabularyPath, reason: "it cannot be read")
    }
    let tokenizer = WordPieceTokenizer(vocabulary: try WordPieceVocabulary(lines: Array(lines)))
    let words = try weights(manifest.words)
    sentence = try SentenceModel(
      tokenizer: tokenizer, weights: [words, weights(manifest.sentence)], digest: manifest.sentence.sha256,
      temperature: manifest.claimTemperature, threads: threads)
    stance = try StanceModel(
      tokenizer: tokenizer, weights: [words, weights(manifest.stance)], temperature: manifest.stanceTemperature,
      threads: threads)
    digest = SHA256.hexDigest(of: Array(manifest.files.map(\.sha256).joined().utf8))
    self.manifest = manifest
    self.folder = folder
  }

  /// The files with their digests as they should be, and whether they are: about 20 ms for all.
  ///
  /// - Throws: ``LanguageModelError/otherFile(path:reason:digest:)`` for the first that is not.
  public func verify() throws(LanguageModelError) {
    for file in manifest.files { try file.verify(in: folder) }
  }

  /// When the last of the files was changed, in seconds since 1970.
  public var modified: Double {
    manifest.files.map { file in
      let attributes = try? FileManager.default.attributesOfItem(atPath: "\(folder)/\(file.name)")
      return (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? .infinity
    }.max() ?? .infinity
  }
}
