#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a weight file, readable as long as this object lives.
///
/// `@unchecked Sendable`: the memory is never written after `init`.
final class WeightBytes: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Maps a file into memory, so that only the pages that are used are read and processes share them.
  ///
  /// The file must not be cut while it is in use: replace a weight file by renaming another over it.
  /// - Throws: ``LanguageModelError/unreadable(path:reason:)``.
  init(mapping path: String) throws(LanguageModelError) {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw Self.unreadable(path) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw Self.unreadable(path) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, reason: "it is not a file") }
    let count = Int(status.st_size)
    isMapped = count > 0
    if isMapped {
      guard let start = mmap(nil, count, PROT_READ, MAP_PRIVATE, file, 0), start != MAP_FAILED else {
        throw Self.unreadable(path)
      }
      bytes = UnsafeRawBufferPointer(start: start, count: count)
    } else {
      bytes = UnsafeRawBufferPointer(start: nil, count: 0)
    }
  }

  /// A copy of bytes in memory, aligned as a mapped file is.
  init(copying source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: source.count, alignment: 64)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(copy)
    isMapped = false
  }

  deinit {
    if isMapped {
      munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    } else {
      bytes.deallocate()
    }
  }

  private static func unreadable(_ path: String) -> LanguageModelError {
    .unreadable(path: path, reason: String(cString: strerror(errno)))
  }
}
