public import FactCheckCore
import Foundation
import GRDB

/// Compiles a knowledge base into a pack.
public enum PackBuilder {
  /// Writes the pack of a source, unless the file already is that.
  ///
  /// The pack is written beside its place and then renamed, so that readers see the old pack or the new one, never half of
  /// one, and a failure leaves the old one whole. Several processes may call this at once: the others wait for the first
  /// and then find its pack.
  ///
  /// - Parameters:
  ///   - source: the files.
  ///   - path: the pack.
  ///   - model: makes a vector of each text; those of texts that the old pack has are taken from there. Without a model the
  ///     pack has no vectors.
  /// - Throws: ``KnowledgeBaseError/unwritable(path:reason:)`` when the folder cannot be written or the disk is full, and
  ///   ``KnowledgeBaseError/unusableModel(reason:)``.
  public static func build(
    _ source: KnowledgeSource, to path: String, model: (any TextEmbedding)? = nil
  ) throws(KnowledgeBaseError) {
    try write(to: path) { temporary throws(KnowledgeBaseError) in
      let old = try? KnowledgePack(path: path)
      let isCurrent = old.map { pack in
        pack.digest == source.digest && pack.signature == source.signature && pack.model == model?.digest ?? ""
      }
      if isCurrent == true { return false }
      let known = old?.model == model?.digest ? try old?.vectorsByText() ?? [:] : [:]
      let texts = source.entries.flatMap { $0.value.phrasings.map(\.text) }
      let vectors = try model.map { model throws(KnowledgeBaseError) in
        try Self.vectors(of: texts, by: model, known: known)
      }
      try edit(temporary) { database in
        try PackFormat.create(in: database)
        try insert(source, into: database)
        try insert(vectors, by: model, into: database)
      }
      return true
    }
  }

  /// The vectors of texts as they are kept, one behind the other.
  private static func vectors(
    of texts: [String], by model: any TextEmbedding, known: [String: Data]
  ) throws(KnowledgeBaseError) -> [Data] {
    let new = Array(Set(texts).subtracting(known.keys)).sorted()
    do {
      let made = zip(new, try model.vectors(of: new)).map { ($0, VectorIndex.bytes(of: $1)) }
      let all = known.merging(made) { $1 }
      return texts.compactMap { all[$0] }
    } catch {
      throw .unusableModel(reason: "\(error)")
    }
  }

  /// Notes in the pack of a digest that its files have new times but the same contents.
  static func sign(packAt path: String, of digest: String, with signature: String) throws(KnowledgeBaseError) {
    try write(to: path) { temporary throws(KnowledgeBaseError) in
      guard try KnowledgePack(path: path).digest == digest else { return false }
      try FileSystem.copy(path, to: temporary)
      try edit(temporary) { try insert(signature, as: .signature, into: $0) }
      return true
    }
  }

  /// Holds the lock while a file is written, then puts it in its place if the body says that it is finished.
  private static func write(
    to path: String, body: (_ temporary: String) throws(KnowledgeBaseError) -> Bool
  ) throws(KnowledgeBaseError) {
    try FileSystem.makeFolder(FileSystem.folder(of: path))
    let lock = try FileLock(path: path + ".lock")
    let temporary = path + ".building"
    // What a killed process may have left; only the holder of the lock writes it.
    FileSystem.remove(temporary)
    defer { FileSystem.remove(temporary) }
    if try body(temporary) { try FileSystem.replace(path, with: temporary) }
    extendLifetime(lock)
  }

  private static func edit(_ path: String, _ body: (Database) throws -> Void) throws(KnowledgeBaseError) {
    do {
      var configuration = Configuration()
      // Nobody else sees the file, and it is flushed as a whole before it gets its name.
      configuration.prepareDatabase { database in
        try database.execute(sql: "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF")
      }
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.write(body)
      try queue.close()
    } catch {
      throw .unwritable(path: path, reason: (error as? DatabaseError)?.message ?? "\(error)")
    }
  }
}

// MARK: - Rows

extension PackBuilder {
  private static func insert(_ source: KnowledgeSource, into database: Database) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for organization in source.organizations.map(\.value) {
      try database.execute(
        sql: "INSERT INTO organizations VALUES (?, ?)",
        arguments: [organization.id, try encoder.encode(organization)])
    }
    var first = 0
    for entry in source.entries.map(\.value) {
      let count = entry.phrasings.count
      try database.execute(
        sql: "INSERT INTO entries VALUES (?, ?, ?, ?)", arguments: [entry.id, try encoder.encode(entry), first, count])
      first += count
    }
    try insertPhrasings(of: source, into: database)
    try insertMeta(of: source, into: database)
  }

  private static func insertPhrasings(of source: KnowledgeSource, into database: Database) throws {
    let tokenizer = try database.makeTokenizer(PackFormat.tokenizer)
    let row = try database.cachedStatement(sql: "INSERT INTO phrasings VALUES (?, ?, ?, ?)")
    var index = PhrasingIndexBuilder()
    var number = 0
    for entry in source.entries.map(\.value) {
      for phrasing in entry.phrasings {
        try row.execute(arguments: [number, entry.id, phrasing.role.rawValue, phrasing.text])
        index.add(try tokenizer.tokenize(document: phrasing.text).map(\.token))
        number += 1
      }
    }
    try index.write(into: database)
  }

  private static func insert(
    _ vectors: [Data]?, by model: (any TextEmbedding)?, into database: Database
  ) throws {
    try insert(model?.digest ?? "", as: .model, into: database)
    guard let vectors, let width = vectors.first?.count else { return }
    let components = vectors.reduce(into: Data(capacity: vectors.count * width)) { $0.append($1) }
    try database.execute(sql: "INSERT INTO vectors VALUES (?, ?)", arguments: [width, components])
  }

  private static func insertMeta(of source: KnowledgeSource, into database: Database) throws {
    let entries = source.entries.map(\.value)
    let unreadable = Set(source.findings.map(\.path)).subtracting(source.paths)
    try insert(PackFormat.version, as: .format, into: database)
    try insert(source.digest, as: .digest, into: database)
    try insert(source.signature, as: .signature, into: database)
    try insert("\(entries.count)", as: .entries, into: database)
    try insert("\(entries.reduce(0) { $0 + $1.statements.count })", as: .statements, into: database)
    try insert(entries.map(\.newest).max()?.description ?? "", as: .newest, into: database)
    try insert("\(unreadable.count)", as: .unreadable, into: database)
  }

  private static func insert(_ value: String, as key: PackFormat.Meta, into database: Database) throws {
    try database.execute(sql: "INSERT OR REPLACE INTO meta VALUES (?, ?)", arguments: [key.rawValue, value])
  }
}

extension KnowledgeEntry {
  /// The last day on which anything in the entry was reviewed, read or published.
  fileprivate var newest: CalendarDate {
    statements.flatMap { [$0.published, $0.checked?.on].compactMap(\.self) }.reduce(review.on, max)
  }
}
