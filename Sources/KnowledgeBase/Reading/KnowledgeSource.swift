/// The files of a knowledge base: everything that could be read, and what is wrong with the rest.
public struct KnowledgeSource: Sendable {
  /// The folder as it was given.
  public let root: String
  /// In the order of their ids, as all the others.
  public let entries: [EntryFile]
  public let organizations: [OrganizationFile]
  public let feeds: [FeedFile]
  public let retired: [RetiredFile]
  /// What is wrong with the form of the files, by file and line.
  public let findings: [LintFinding]
  /// The SHA-256 of all paths and contents, in hexadecimal.
  public let digest: String
  /// What ``SourceListing/signature`` was before the files were read.
  let signature: String

  /// Reads a folder with `entries`, `organizations`, `feeds` and `retired`, of which only the first must be there.
  ///
  /// - Throws: when there is no such folder or a file cannot be read at all.
  public init(root: String) throws(KnowledgeBaseError) {
    try self.init(SourceListing(root: root))
  }

  /// The paths of all files that could be read.
  var paths: [String] { entries.map(\.path) + organizations.map(\.path) + feeds.map(\.path) + retired.map(\.path) }

  init(_ listing: SourceListing) throws(KnowledgeBaseError) {
    var reader = SourceReader()
    var digest = ContentDigest()
    for file in listing.files {
      let bytes = try listing.bytes(of: file)
      digest.add(bytes, path: file.path)
      reader.read(bytes, of: file, path: listing.displayPath(of: file))
    }
    root = listing.root
    signature = listing.signature
    entries = reader.entries.sorted { $0.id < $1.id }
    organizations = reader.organizations.sorted { $0.id < $1.id }
    feeds = reader.feeds.sorted { $0.id < $1.id }
    retired = reader.retired.sorted { $0.id < $1.id }
    findings = reader.findings.sorted()
    self.digest = digest.finish()
  }

  private init(_ source: KnowledgeSource, entries: [EntryFile]) {
    root = source.root
    signature = source.signature
    self.entries = entries
    organizations = source.organizations
    feeds = source.feeds
    retired = source.retired
    findings = source.findings
    digest = source.digest
  }

  /// The files as they would be with another content of an entry's file, or with a new one: what a change would do can be looked
  /// at before it is made. The digest stays that of the files as they are.
  package func replacing(_ file: EntryFile) -> KnowledgeSource {
    KnowledgeSource(self, entries: (entries.filter { $0.id != file.id } + [file]).sorted { $0.id < $1.id })
  }
}

/// Reads file after file.
private struct SourceReader {
  private(set) var entries: [EntryFile] = []
  private(set) var organizations: [OrganizationFile] = []
  private(set) var feeds: [FeedFile] = []
  private(set) var retired: [RetiredFile] = []
  private(set) var findings: [LintFinding] = []

  mutating func read(_ bytes: [UInt8], of file: SourceListing.File, path: String) {
    guard let id = id(of: file, path: path) else { return }
    switch file.folder {
    case .entries: keep(EntryFile.read(bytes, path: path, id: id), in: \.entries)
    case .organizations: keep(OrganizationFile.read(bytes, path: path, id: id), in: \.organizations)
    case .feeds: keep(FeedFile.read(bytes, path: path, id: id), in: \.feeds)
    case .retired: keep(RetiredFile.read(bytes, path: path, id: id), in: \.retired)
    }
  }

  private mutating func keep<Value>(
    _ reading: Reading<Value>, in files: WritableKeyPath<SourceReader, [SourceFile<Value>]>
  ) {
    findings += reading.findings
    if let file = reading.file { self[keyPath: files].append(file) }
  }

  /// What the path stands for; `nil`, and a finding, when it is no path of an entry or an organization.
  private mutating func id(of file: SourceListing.File, path: String) -> String? {
    let id = file.name.hasSuffix(".yaml") ? String(file.name.dropLast(5)) : ""
    let parts = id.split(separator: "/", omittingEmptySubsequences: false)
    if parts.count == file.folder.depth, parts.allSatisfy(Self.isSlug) { return id }
    let form = file.folder.depth == 2 ? "<area>/<slug>.yaml" : "<id>.yaml"
    findings.append(
      LintFinding(
        path: path, line: 1, rule: "path", severity: .error,
        message: "the file is left out, for its path is not \(file.folder.rawValue)/\(form) "
          + "with lower-case letters, digits and single hyphens: rename it"))
    return nil
  }

  /// Whether a name is lower-case letters, digits and hyphens that stand between them.
  private static func isSlug(_ name: Substring) -> Bool {
    name.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    }
  }
}
