/// Why a model cannot be loaded or run.
public enum LanguageModelError: Error, Hashable, Sendable {
  case unreadable(path: String, reason: String)
  /// The file is missing or not the one that belongs to this version; `digest` is the SHA-256 that it should have.
  case otherFile(path: String, reason: String, digest: String)
  /// The file is not in the safetensors format, or only a part of it.
  case damagedWeights(path: String, reason: String)
  /// `path` names all files that were searched.
  case tensorMissing(path: String, tensor: String, expected: String)
  /// More than one of a model's files have the tensor.
  case tensorRepeated(paths: [String], tensor: String)
  /// A tensor has another type or shape than the configuration asks for.
  case tensorMismatch(path: String, tensor: String, expected: String, found: String)
  case unusableConfiguration(reason: String)
  case unusableVocabulary(reason: String)
  /// The tokens are more than the model has positions for.
  case sequenceTooLong(count: Int, limit: Int)
  /// The sequence has no tokens, or some that the model does not have.
  case unusableSequence(reason: String)
}

extension LanguageModelError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason)"
    case .otherFile(let path, let reason, let digest):
      "\(path): \(reason); the file with SHA-256 \(digest) is needed: install the data files of this version again"
    case .damagedWeights(let path, let reason):
      "\(path): the weights are damaged (\(reason)); fetch the file again"
    case .tensorMissing(let path, let tensor, let expected):
      "\(path): there is no tensor “\(tensor)” (\(expected)); these are the weights of another model"
    case .tensorRepeated(let paths, let tensor):
      "\(paths.joined(separator: ", ")): each has a tensor “\(tensor)”; leave out the file of another model"
    case .tensorMismatch(let path, let tensor, let expected, let found):
      "\(path): tensor “\(tensor)” is \(found) where \(expected) is needed; these are the weights of another model"
    case .unusableConfiguration(let reason):
      "the model's configuration cannot be used: \(reason)"
    case .unusableVocabulary(let reason):
      "the model's vocabulary cannot be used: \(reason)"
    case .sequenceTooLong(let count, let limit):
      "\(count) tokens are more than the \(limit) that the model reads at once; cut the text into windows"
    case .unusableSequence(let reason):
      "the tokens cannot be read by this model: \(reason)"
    }
  }
}
