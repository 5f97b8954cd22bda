import Digests
import Foundation

/// Pages that were fetched, in a folder, so that checking a page again does not fetch it again: a private cache after
/// RFC 9111.
///
/// A page is one file, written whole or not at all; any number of programs may share the folder. What cannot be read or
/// written is as if it were not there, since a cache is never worth an error. When the pages take more than the limit,
/// those that were used longest ago go first.
public struct PageCache: Sendable {
  private let folder: String
  private let byteLimit: Int

  /// - Parameters:
  ///   - folder: where the pages are; it is made when the first page comes, for its owner alone.
  ///   - byteLimit: how many bytes all pages together may take on disk.
  public init(folder: String, byteLimit: Int = 200_000_000) {
    self.folder = folder
    self.byteLimit = byteLimit
  }

  /// The page of an address in normal form; `nil` when there is none.
  func page(at address: String) -> CachedPage? {
    let path = path(of: address)
    guard let bytes = FileManager.default.contents(atPath: path), let page = CachedPage(file: bytes),
      page.head.address == address
    else { return nil }
    try? FileManager.default.setAttributes([.modificationDate: Date.now], ofItemAtPath: path)
    return page
  }

  /// Keeps a page in place of the one that its address has, and drops others when there are too many. A page that takes
  /// more than a tenth of the limit is not kept.
  func keep(_ page: CachedPage) {
    let bytes = page.file
    guard bytes.count <= byteLimit / 10, makeFolder() else { return remove(page.head.address) }
    do {
      try bytes.write(to: URL(fileURLWithPath: path(of: page.head.address)), options: .atomic)
      prune()
    } catch {
      remove(page.head.address)
    }
  }

  /// Forgets the page of an address in normal form.
  func remove(_ address: String) { try? FileManager.default.removeItem(atPath: path(of: address)) }

  /// What `robots.txt` of each origin said when it was last asked.
  var robots: [String: RobotsPolicy] {
    let bytes = FileManager.default.contents(atPath: robotsPath)
    return bytes.flatMap { try? JSONDecoder().decode([String: RobotsPolicy].self, from: $0) } ?? [:]
  }

  /// Keeps what is known of origins in place of what was.
  func keep(_ policies: [String: RobotsPolicy]) {
    guard makeFolder(), let bytes = try? JSONEncoder().encode(policies) else { return }
    try? bytes.write(to: URL(fileURLWithPath: robotsPath), options: .atomic)
  }

  private var robotsPath: String { "\(folder)/robots.json" }

  private func path(of address: String) -> String { "\(folder)/\(SHA256.hexDigest(of: address)).\(Self.suffix)" }

  private static let suffix = "page"

  private func makeFolder() -> Bool {
    let owned: [FileAttributeKey: Any] = [.posixPermissions: 0o700]
    let manager = FileManager.default
    return (try? manager.createDirectory(atPath: folder, withIntermediateDirectories: true, attributes: owned)) != nil
  }

  /// Drops the pages that were used longest ago, until the others are within the limit.
  private func prune() {
    let keys: Set<URLResourceKey> = [.fileSizeKey, .contentModificationDateKey]
    let files = try? FileManager.default.contentsOfDirectory(
      at: URL(fileURLWithPath: folder), includingPropertiesForKeys: Array(keys))
    let pages = (files ?? []).filter { $0.pathExtension == Self.suffix }.map { file in
      let values = try? file.resourceValues(forKeys: keys)
      return (file, size: values?.fileSize ?? 0, used: values?.contentModificationDate ?? .distantPast)
    }
    var excess = pages.reduce(-byteLimit) { $0 + $1.size }
    for (file, size, _) in pages.sorted(by: { $0.used < $1.used }) where excess > 0 {
      try? FileManager.default.removeItem(at: file)
      excess -= size
    }
  }
}
