import Glibc

/// The few system calls that the module needs, with the reason of a failure in words.
package enum FileSystem {
  /// The files below a folder of a root down to a depth (1 = those in it), in the order of the names on the way. Hidden names
  /// are left out.
  ///
  /// - Returns: for each file its path below the root, its size in bytes, and the time of its last change in nanoseconds since
  ///   1970; `nil` when there is no such folder.
  static func files(in folder: String, of root: String, depth: Int) -> [(path: String, size: Int, modified: Int)]? {
    guard let directory = opendir("\(root)/\(folder)") else { return nil }
    defer { closedir(directory) }
    var files: [(path: String, size: Int, modified: Int)] = []
    for name in names(in: directory).sorted() {
      var status = stat()
      guard fstatat(dirfd(directory), name, &status, 0) == 0 else { continue }
      let path = "\(folder)/\(name)"
      switch status.st_mode & S_IFMT {
      case S_IFREG:
        let modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        files.append((path, Int(status.st_size), modified))
      case S_IFDIR where depth > 1:
        files += Self.files(in: path, of: root, depth: depth - 1) ?? []
      default: continue
      }
    }
    return files
  }

  private static func names(in directory: OpaquePointer) -> [String] {
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }

  /// The beginning of a file.
  package static func bytes(ofFileAt path: String, atMost count: Int) throws(KnowledgeBaseError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unreadable(path: path, reason: reason()) }
    defer { close(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 16 * 1024)
    while bytes.count < count {
      let got = read(file, &chunk, min(chunk.count, count - bytes.count))
      if got < 0 && errno == EINTR { continue }
      guard got >= 0 else { throw .unreadable(path: path, reason: reason()) }
      if got == 0 { break }
      bytes += chunk[..<got]
    }
    return bytes
  }

  /// Makes a folder and those it lies in.
  package static func makeFolder(_ path: String) throws(KnowledgeBaseError) {
    if mkdir(path, 0o777) == 0 || errno == EEXIST { return }
    let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
    guard errno == ENOENT, !parent.isEmpty else { throw .unwritable(path: path, reason: reason()) }
    try makeFolder(parent)
    guard mkdir(path, 0o777) == 0 || errno == EEXIST else { throw .unwritable(path: path, reason: reason()) }
  }

  /// Puts a finished file in the place of another, in one step that also survives a loss of power.
  static func replace(_ path: String, with temporary: String) throws(KnowledgeBaseError) {
    try flush(temporary)
    guard rename(temporary, path) == 0 else { throw .unwritable(path: path, reason: reason()) }
    try flush(folder(of: path))
  }

  /// Puts a text in the place of a file's content, in one step that also survives a loss of power. The file keeps its
  /// permissions and, where that is allowed, its owner; a symbolic link still points to it. Where there is none, one is made.
  ///
  /// - Throws: ``KnowledgeBaseError/unwritable(path:reason:)``.
  package static func write(_ text: String, to path: String) throws(KnowledgeBaseError) {
    let path = absolutePath(path)
    // A new file may take the place of one that may not be written, and that is not what its owner meant.
    guard !exists(path) || access(path, W_OK) == 0 else { throw .unwritable(path: path, reason: reason()) }
    let name = path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]
    // A hidden file is no part of the knowledge base, should it be left behind.
    let temporary = "\(folder(of: path))/.\(name).\(UInt64.random(in: .min ... .max))"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .unwritable(path: path, reason: reason()) }
    defer { remove(temporary) }
    do {
      defer { close(file) }
      try copyPermissions(of: path, to: file)
      try write(Array(text.utf8), to: file, path: path)
    }
    try replace(path, with: temporary)
  }

  /// Gives a new file the owner and the permissions of another, if there is such.
  private static func copyPermissions(of path: String, to file: CInt) throws(KnowledgeBaseError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    // Only root may give a file away, others only to a group of theirs. Permissions come last, for this clears some.
    if fchown(file, status.st_uid, status.st_gid) != 0 { _ = fchown(file, uid_t.max, status.st_gid) }
    guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw .unwritable(path: path, reason: reason()) }
  }

  package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  /// The path with neither `..` nor symbolic links; the path as it is when there is nothing there.
  static func absolutePath(_ path: String) -> String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  static func remove(_ path: String) { unlink(path) }

  /// The time of the last change, in seconds since 1970; `nil` when there is no such file.
  static func modified(_ path: String) -> Double? {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    return Double(status.st_mtim.tv_sec) + Double(status.st_mtim.tv_nsec) / 1e9
  }

  /// Makes now the time of the last change, where there is such a file and it may be written.
  static func touch(_ path: String) { utimensat(AT_FDCWD, path, nil, 0) }

  static func copy(_ path: String, to copy: String) throws(KnowledgeBaseError) {
    let bytes = try bytes(ofFileAt: path, atMost: .max)
    let file = open(copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .unwritable(path: copy, reason: reason()) }
    defer { close(file) }
    try write(bytes, to: file, path: copy)
  }

  private static func write(_ bytes: [UInt8], to file: CInt, path: String) throws(KnowledgeBaseError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw .unwritable(path: path, reason: reason()) }
      rest = rest.dropFirst(count)
    }
  }

  package static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  private static func flush(_ path: String) throws(KnowledgeBaseError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw .unwritable(path: path, reason: reason()) }
    defer { close(file) }
    guard fsync(file) == 0 else { throw .unwritable(path: path, reason: reason()) }
  }

  /// The last error of the system, in words.
  static func reason() -> String { String(cString: strerror(errno)) }
}

/// A lock that one process or thread holds at a time, and that the system takes back when its holder dies.
struct FileLock: ~Copyable {
  private let file: CInt

  /// Waits until nobody else holds the lock.
  init(path: String) throws(KnowledgeBaseError) {
    file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw .unwritable(path: path, reason: FileSystem.reason()) }
    while flock(file, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let reason = FileSystem.reason()
        close(file)
        throw .unwritable(path: path, reason: reason)
      }
    }
  }

  deinit { close(file) }
}
