import Digests
public import FactCheckCore

/// Keeps the pack of a knowledge base in a cache folder and builds it when it is missing or out of date.
public struct PackStore: Sendable {
  /// The folder of the knowledge base.
  public let source: String
  /// Where the pack is kept.
  public let path: String

  /// - Parameters:
  ///   - source: the folder of the knowledge base.
  ///   - cacheDirectory: the program's own folder for what can be made again; it is made when it is missing. Each source has a
  ///     pack of its own there.
  public init(source: String, cacheDirectory: String) {
    self.source = source
    let name = SHA256.hexDigest(of: FileSystem.absolutePath(source)).prefix(16)
    path = "\(cacheDirectory)/knowledge-\(name).sqlite"
  }

  /// Opens the pack that belongs to the files as they are now, building it first if need be.
  ///
  /// When paths, sizes and times of the files are those noted in the pack, it is current. Otherwise the contents are compared, so
  /// that a fresh checkout of the same files builds nothing.
  ///
  /// - Throws: ``KnowledgeBaseError`` when there is no such knowledge base or the pack cannot be written.
  public func open() throws(KnowledgeBaseError) -> Diagnosed<KnowledgePack> {
    let listing = try SourceListing(root: source)
    var diagnostics: [Diagnostic] = []
    do {
      let pack = try KnowledgePack(path: path)
      if try isCurrent(pack, listing) { return diagnosed(pack, []) }
    } catch .damagedPack(_, let reason) {
      diagnostics.append(
        Diagnostic(
          .note, code: "knowledge-pack-rebuilt",
          message: "\(path): the compiled knowledge base was damaged (\(reason)) and has been built again"))
    } catch .unreadable, .otherPackFormat {
      // There is none yet, or it is an older version's.
    }
    try PackBuilder.build(KnowledgeSource(listing), to: path)
    return diagnosed(try KnowledgePack(path: path), diagnostics)
  }

  private func isCurrent(_ pack: KnowledgePack, _ listing: SourceListing) throws(KnowledgeBaseError) -> Bool {
    if pack.signature == listing.signature { return true }
    guard try listing.contentDigest() == pack.digest else { return false }
    // The pack serves either way: noting the new times only saves this comparison next time.
    try? PackBuilder.sign(packAt: path, of: pack.digest, with: listing.signature)
    return true
  }

  private func diagnosed(_ pack: KnowledgePack, _ diagnostics: [Diagnostic]) -> Diagnosed<KnowledgePack> {
    guard pack.unreadableFiles > 0 else { return Diagnosed(pack, diagnostics) }
    let incomplete = Diagnostic(
      .warning, code: "knowledge-base-incomplete",
      message: "files of \(source) that could not be read are left out (\(pack.unreadableFiles)): run `vetted kb lint`")
    return Diagnosed(pack, diagnostics + [incomplete])
  }
}
