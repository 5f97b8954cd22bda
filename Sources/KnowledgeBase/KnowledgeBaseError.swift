/// Why the knowledge base cannot be used at all.
///
/// A file of it that cannot be read is no error but a ``LintFinding``: the others still serve.
public enum KnowledgeBaseError: Error, Hashable, Sendable {
  /// There is no folder of entries at the path.
  case sourceMissing(path: String)
  case unreadable(path: String, reason: String)
  case unwritable(path: String, reason: String)
  /// The file is no pack, or only a part of one.
  case damagedPack(path: String, reason: String)
  /// The pack was written by another version of the program.
  case otherPackFormat(path: String, found: String, expected: String)
  /// The language model gave no vectors for the pack.
  case unusableModel(reason: String)
}

extension KnowledgeBaseError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .sourceMissing(let path):
      "\(path): no knowledge base here, for there is no folder “entries”; name the folder that holds it"
    case .unreadable(let path, let reason):
      "\(path): cannot be read: \(reason)"
    case .unwritable(let path, let reason):
      "\(path): cannot be written: \(reason); make room there or allow it; the compiled knowledge base can have another "
        + "folder in XDG_DATA_HOME"
    case .damagedPack(let path, let reason):
      "\(path): the compiled knowledge base is damaged (\(reason)); delete the file and build it again"
    case .otherPackFormat(let path, let found, let expected):
      "\(path): the compiled knowledge base has format \(found) where \(expected) is read; build it again"
    case .unusableModel(let reason):
      "the vectors of the knowledge base cannot be made: \(reason)"
    }
  }
}
