public import FactCheckCore
import Foundation
import GRDB
import Synchronization

/// A compiled knowledge base, open for reading. Safe to use from many threads at once.
public final class KnowledgePack: KnowledgeSearching {
  public let path: String
  /// Which state of the knowledge base this is.
  public let summary: FactCheckReport.KnowledgeBaseSummary
  /// The SHA-256 of the source files, in hexadecimal.
  let digest: String
  /// What tells whether the source files may have changed.
  let signature: String
  /// The digest of the model that made the vectors; empty where there are none.
  let model: String
  /// How many source files could not be read when the pack was built.
  let unreadableFiles: Int

  private let database: DatabasePool
  private let ranking: BM25
  private let vectors: VectorIndex?
  private let decoded = Mutex<[String: KnowledgeEntry]>([:])

  /// Opens a pack as it is, whatever its sources have become since.
  ///
  /// - Throws: ``KnowledgeBaseError`` when there is no file, it is damaged, or it has another format.
  public init(path: String) throws(KnowledgeBaseError) {
    guard FileSystem.exists(path) else { throw .unreadable(path: path, reason: "there is no such file") }
    self.path = path
    do {
      var configuration = Configuration()
      configuration.readonly = true
      database = try DatabasePool(path: path, configuration: configuration)
      let meta = try PackMeta(database, path: path)
      summary = meta.summary
      let lengths = try database.read { try Data.fetchOne($0, sql: "SELECT terms FROM lengths") }
      ranking = BM25(lengths: Array(lengths ?? Data()))
      vectors = try database.read { database in
        try Row.fetchOne(database, sql: "SELECT width, components FROM vectors")
          .flatMap { VectorIndex(width: $0["width"], bytes: $0["components"]) }
      }
      model = meta.model
      digest = meta.digest
      signature = meta.signature
      unreadableFiles = meta.unreadable
    } catch {
      throw KnowledgeBaseError(error, readingPackAt: path)
    }
  }

  private func read<Value>(_ body: (Database) throws -> Value) throws(KnowledgeBaseError) -> Value {
    do {
      return try database.read(body)
    } catch {
      throw KnowledgeBaseError(error, readingPackAt: path)
    }
  }
}

// MARK: - Searching

extension KnowledgePack {
  /// Texts of entries that share words with the query, by BM25; of equals, in the order of the entries.
  public func search(anyOf words: [String], limit: Int) throws(KnowledgeBaseError) -> [PhrasingHit] {
    guard limit > 0 else { return [] }
    return try read { database in
      let postings = try database.cachedStatement(sql: "SELECT postings FROM terms WHERE term = ?")
      let lists = try terms(of: words, in: database).compactMap { try Data.fetchOne(postings, arguments: [$0]) }
      let phrasing = try database.cachedStatement(sql: "SELECT entry, role, text FROM phrasings WHERE number = ?")
      return try ranking.best(limit, in: lists).compactMap { number, score in
        try Row.fetchOne(phrasing, arguments: [number]).flatMap { PhrasingHit($0, score: score) }
      }
    }
  }

  /// The stemmed terms of the words, each once, in the order of the words.
  private func terms(of words: [String], in database: Database) throws -> [String] {
    let tokenizer = try database.makeTokenizer(PackFormat.tokenizer)
    var seen: Set<String> = []
    return try words.flatMap { try tokenizer.tokenize(query: $0).map(\.token) }.filter { seen.insert($0).inserted }
  }

  /// The texts that are nearest to a vector, by their cosines; of equals, in the order of the entries.
  public func nearest(to vector: [Float], limit: Int) throws(KnowledgeBaseError) -> [PhrasingHit] {
    guard limit > 0, let vectors else { return [] }
    let best = vectors.cosines(to: vector, in: 0..<vectors.count).largest(limit)
    return try read { database in
      let phrasing = try database.cachedStatement(sql: "SELECT entry, role, text FROM phrasings WHERE number = ?")
      return try best.compactMap { number, cosine in
        try Row.fetchOne(phrasing, arguments: [number]).flatMap { PhrasingHit($0, score: cosine) }
      }
    }
  }

  /// The cosines of an entry's texts to a vector, in the order of its phrasings; empty when there are no vectors.
  public func similarities(of entry: String, to vector: [Float]) throws(KnowledgeBaseError) -> [Double] {
    guard let vectors else { return [] }
    let numbers = try read { database in
      try Row.fetchOne(database, sql: "SELECT first, phrasings FROM entries WHERE id = ?", arguments: [entry])
        .flatMap { row in
          let first = Int.fromDatabaseValue(row["first"]) ?? 0
          let count = Int.fromDatabaseValue(row["phrasings"]) ?? 0
          return first >= 0 && count >= 0 ? first..<first.addingReportingOverflow(count).partialValue : nil
        }
    }
    return vectors.cosines(to: vector, in: numbers ?? 0..<0).map(Double.init)
  }

  /// The vectors as they are kept, by their texts, so that a newer pack need not make them again.
  func vectorsByText() throws(KnowledgeBaseError) -> [String: Data] {
    guard let vectors else { return [:] }
    return try read { database in
      try Row.fetchAll(database, sql: "SELECT number, text FROM phrasings").reduce(into: [:]) { known, row in
        guard let number = Int.fromDatabaseValue(row["number"]), let text = String.fromDatabaseValue(row["text"]),
          (0..<vectors.count).contains(number)
        else { return }
        known[text] = vectors.bytes(of: number)
      }
    }
  }
}

// MARK: - Contents

extension KnowledgePack {
  /// The entries with these ids, in the order of the ids; unknown ids are left out.
  public func entries(withIDs ids: [String]) throws(KnowledgeBaseError) -> [KnowledgeEntry] {
    let known = decoded.withLock { decoded in ids.map { decoded[$0] } }
    let missing = zip(ids, known).filter { $0.1 == nil }.map(\.0)
    if missing.isEmpty { return known.compactMap(\.self) }
    let read = try self.read { database in
      let statement = try database.cachedStatement(sql: "SELECT json FROM entries WHERE id = ?")
      let decoder = JSONDecoder()
      return try missing.compactMap { id in
        try Data.fetchOne(statement, arguments: [id]).map { try decoder.decode(KnowledgeEntry.self, from: $0) }
      }
    }
    return decoded.withLock { decoded in
      for entry in read { decoded[entry.id] = entry }
      return ids.compactMap { decoded[$0] }
    }
  }

  /// The ids of all entries, in order.
  public func entryIDs() throws(KnowledgeBaseError) -> [String] {
    try read { try String.fetchAll($0, sql: "SELECT id FROM entries ORDER BY id") }
  }

  /// All organizations, in the order of their ids.
  public func organizations() throws(KnowledgeBaseError) -> [Organization] {
    try read { database in
      let decoder = JSONDecoder()
      return try Data.fetchAll(database, sql: "SELECT json FROM organizations ORDER BY id")
        .map { try decoder.decode(Organization.self, from: $0) }
    }
  }

  /// What is covered: the areas in order, with the number of their entries.
  public func areas() throws(KnowledgeBaseError) -> [(area: String, entries: Int)] {
    try read { database in
      try Row.fetchAll(
        database,
        sql: "SELECT substr(id, 1, instr(id, '/') - 1) AS area, count(*) AS entries FROM entries GROUP BY 1 ORDER BY 1"
      ).map { ($0["area"], $0["entries"]) }
    }
  }
}

extension PhrasingHit {
  /// - Returns: `nil` when the row does not hold what it should, as in a damaged file.
  fileprivate init?(_ row: Row, score: Float) {
    guard let entry = String.fromDatabaseValue(row["entry"]), let text = String.fromDatabaseValue(row["text"]),
      let role = String.fromDatabaseValue(row["role"]).flatMap(Phrasing.Role.init)
    else { return nil }
    self.init(entry: entry, phrasing: Phrasing(role: role, text: text), score: Double(score))
  }
}

extension KnowledgeBaseError {
  /// What it means that reading a pack failed.
  fileprivate init(_ error: any Error, readingPackAt path: String) {
    switch error {
    case let error as KnowledgeBaseError:
      self = error
    case let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN || error.resultCode == .SQLITE_PERM:
      self = .unreadable(path: path, reason: error.message ?? "\(error)")
    default:
      self = .damagedPack(path: path, reason: (error as? DatabaseError)?.message ?? "\(error)")
    }
  }
}
