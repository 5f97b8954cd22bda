import Digests
public import FactCheckCore

/// Keeps the pack of a knowledge base in a cache folder and builds it when it is missing or out of date.
public struct PackStore: Sendable {
  /// The folder of the knowledge base.
  public let source: String
  /// Where the pack is kept.
  public let path: String
  private let model: (any TextEmbedding)?

  /// - Parameters:
  ///   - source: the folder of the knowledge base.
  ///   - cacheDirectory: the program's own folder for what can be made again; it is made when it is missing. Each source has a
  ///     pack of its own there.
  ///   - model: makes the vectors of the texts; without one there are none.
  public init(source: String, cacheDirectory: String, model: (any TextEmbedding)? = nil) {
    self.source = source
    self.model = model
    let name = SHA256.hexDigest(of: FileSystem.absolutePath(source)).prefix(16)
    path = "\(cacheDirectory)/knowledge-\(name).sqlite"
  }

  /// Opens the pack that belongs to the files as they are now, building it first if need be.
  ///
  /// When paths, sizes and times of the files are those noted in the pack, it is current. Otherwise the contents are compared, so
  /// that a fresh checkout of the same files builds nothing.
  ///
  /// - Parameter willBuild: called before the pack is built.
  /// - Returns: the pack, with what there is to tell about it.
  /// - Throws: ``KnowledgeBaseError`` when there is no such knowledge base or the pack cannot be written.
  public func open(willBuild: () -> Void = {}) throws(KnowledgeBaseError) -> Diagnosed<KnowledgePack> {
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
    willBuild()
    try PackBuilder.build(KnowledgeSource(listing), to: path, model: model)
    return diagnosed(try KnowledgePack(path: path), diagnostics)
  }

  /// When the pack was built or last found to be good, in seconds since 1970; 0 when there is none.
  public var modified: Double { FileSystem.modified(path) ?? 0 }

  /// Notes that the pack, if there is one, is good as of now.
  public func touch() { FileSystem.touch(path) }

  private func isCurrent(_ pack: KnowledgePack, _ listing: SourceListing) throws(KnowledgeBaseError) -> Bool {
    guard pack.model == model?.digest ?? "" else { return false }
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
