import Digests
import Glibc

/// The files of a knowledge base with their sizes and times, without a look at their contents.
///
/// The list is made on each start of the program to see whether the pack is current, so it asks the system only once for
/// each file: 1,300 files take about 5 ms, most of it in the kernel.
struct SourceListing: Sendable {
  /// The parts of a knowledge base, in alphabetical order.
  enum Folder: String, CaseIterable {
    case entries, feeds, organizations, retired

    /// How many names a path below the folder has: `area/slug.yaml` or `id.yaml`.
    var depth: Int { self == .entries || self == .retired ? 2 : 1 }
  }

  struct File: Sendable {
    let folder: Folder
    /// The path below the root, with its extension.
    let path: String
    /// In bytes.
    let size: Int
    /// In nanoseconds since 1970.
    let modified: Int

    /// The path below the folder.
    var name: Substring { path.dropFirst(folder.rawValue.count + 1) }
  }

  let root: String
  /// By folder, then by the names on the way.
  let files: [File]

  init(root: String) throws(KnowledgeBaseError) {
    var files: [File] = []
    for folder in Folder.allCases {
      guard let found = Self.files(in: folder, of: root) else {
        if folder == .entries { throw .sourceMissing(path: root) }
        continue
      }
      files += found
    }
    self.root = root
    self.files = files
  }

  /// The path of a file as people are told it.
  func displayPath(of file: File) -> String {
    root.isEmpty || root == "." ? file.path : root.hasSuffix("/") ? root + file.path : "\(root)/\(file.path)"
  }

  /// A digest of paths, sizes and times: when it is the same, so are the contents.
  var signature: String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(files.count * 64)
    for file in files {
      bytes += file.path.utf8
      bytes.append(0)
      withUnsafeBytes(of: (file.size, file.modified)) { bytes += $0 }
    }
    return SHA256.hexDigest(of: bytes)
  }

  /// The contents of a file.
  func bytes(of file: File) throws(KnowledgeBaseError) -> [UInt8] {
    // One byte more than is allowed is enough to see that a file is too large.
    try FileSystem.bytes(ofFileAt: displayPath(of: file), atMost: YAMLText.maximumSize + 1)
  }

  /// The digest of all paths and contents, in hexadecimal.
  func contentDigest() throws(KnowledgeBaseError) -> String {
    var digest = ContentDigest()
    for file in files { digest.add(try bytes(of: file), path: file.path) }
    return digest.finish()
  }

  private static func files(in folder: Folder, of root: String) -> [File]? {
    FileSystem.files(in: folder.rawValue, of: root, depth: folder.depth)?.compactMap { path, size, modified in
      let isYAML = path.hasSuffix(".yaml") || path.hasSuffix(".yml")
      return isYAML ? File(folder: folder, path: path, size: size, modified: modified) : nil
    }
  }
}

/// The SHA-256 of a sequence of files with their paths.
struct ContentDigest: ~Copyable {
  private var hasher = SHA256.Hasher()

  mutating func add(_ bytes: [UInt8], path: String) {
    hasher.update(Array("\(path)\n\(bytes.count)\n".utf8))
    hasher.update(bytes)
  }

  consuming func finish() -> String { hasher.finish() }
}
