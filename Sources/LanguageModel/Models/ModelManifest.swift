import Digests
import Foundation

/// `models.json` beside the weights: which files belong together, and how to read what the models answer.
struct ModelManifest: Codable, Sendable {
  /// A file of the models.
  struct File: Codable, Sendable {
    let name: String
    /// Its size in bytes.
    let size: Int
    /// Its SHA-256 in hexadecimal.
    let sha256: String
  }

  let vocabulary: File
  /// The word embeddings, which all models share.
  let words: File
  let sentence: File
  let stance: File
  /// What the logits of the stance model are divided by, so that its probabilities are those that come true (Guo et al.
  /// 2017, On Calibration of Modern Neural Networks).
  let stanceTemperature: Float
  /// The same for the logit of a claim.
  let claimTemperature: Float

  var files: [File] { [vocabulary, words, sentence, stance] }

  init(path: String) throws(LanguageModelError) {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw .unreadable(path: path, reason: "there is no such file; install the data files of this version again")
    }
    do {
      self = try JSONDecoder().decode(ModelManifest.self, from: data)
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
  }
}

extension ModelManifest.File {
  /// The path of the file, which must be there and as long as it should be.
  ///
  /// - Throws: ``LanguageModelError/otherFile(path:reason:digest:)``
  func path(in folder: String) throws(LanguageModelError) -> String {
    let path = "\(folder)/\(name)"
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    guard let found = attributes?[.size] as? Int else {
      throw .otherFile(path: path, reason: "it is missing", digest: sha256)
    }
    guard found == size else {
      throw .otherFile(path: path, reason: "it has \(found) bytes instead of \(size)", digest: sha256)
    }
    return path
  }

  /// Reads the whole file and compares its digest: some milliseconds for each.
  ///
  /// - Throws: ``LanguageModelError/otherFile(path:reason:digest:)``
  func verify(in folder: String) throws(LanguageModelError) {
    let path = try path(in: folder)
    guard let file = FileHandle(forReadingAtPath: path) else {
      throw .unreadable(path: path, reason: "it cannot be opened")
    }
    var hasher = SHA256.Hasher()
    do {
      while let part = try file.read(upToCount: 1 << 20), !part.isEmpty { hasher.update(Array(part)) }
    } catch {
      throw .unreadable(path: path, reason: "\(error)")
    }
    let found = hasher.finish()
    guard found == sha256 else { throw .otherFile(path: path, reason: "its SHA-256 is \(found)", digest: sha256) }
  }
}
