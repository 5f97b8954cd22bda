import Glibc

/// A file or standard input, opened for reading.
final class ByteSource: Sendable {
  /// What to call it in messages.
  private let name: String
  private let descriptor: CInt

  static let standardInput = ByteSource(name: "standard input", descriptor: STDIN_FILENO)

  private init(name: String, descriptor: CInt) {
    self.name = name
    self.descriptor = descriptor
  }

  /// - Throws: ``InputError`` for a path at which there is nothing to read.
  init(path: String) throws(InputError) {
    name = path
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    if descriptor < 0 {
      throw errno == ENOENT ? .missing(path) : .unreadable(path, reason: String(cString: strerror(errno)))
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFDIR { throw .folder(path) }
  }

  deinit {
    if descriptor > STDERR_FILENO { close(descriptor) }
  }

  /// At least one byte and at most `count`; none at the end.
  func read(atMost count: Int) throws(InputError) -> [UInt8] {
    var failure: CInt = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
      var got = Glibc.read(descriptor, buffer.baseAddress, count)
      while got < 0 && errno == EINTR { got = Glibc.read(descriptor, buffer.baseAddress, count) }
      if got < 0 { failure = errno }
      initialized = max(got, 0)
    }
    if failure != 0 { throw .unreadable(name, reason: String(cString: strerror(failure))) }
    return bytes
  }

  /// Everything up to the end, or up to `limit` bytes when there is more.
  func readAll(limit: Int) throws(InputError) -> (bytes: [UInt8], isWhole: Bool) {
    var bytes: [UInt8] = []
    while true {
      let chunk = try read(atMost: 1 << 20)
      if chunk.isEmpty { return (bytes, true) }
      let room = limit - bytes.count
      bytes += chunk.prefix(room)
      if chunk.count > room { return (bytes, false) }
    }
  }
}
