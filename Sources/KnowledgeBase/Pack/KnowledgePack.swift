public import FactCheckCore
import Foundation
import GRDB
import Synchronization

/// A compiled knowledge base, open for reading. Safe to use from many threads at once.
public final class KnowledgePack: KnowledgeSearching {
  public let path: String
  /// Which state of the knowledge base this is.
  public let summary: FactCheckReport.KnowledgeBaseSummary
  /// How many texts are searched.
  public var phrasingCount: Int { ranking.count }
  /// The SHA-256 of the source files, in hexadecimal.
  let digest: String
  /// What tells whether the source files may have changed.
  let signature: String
  /// How many source files could not be read when the pack was built.
  let unreadableFiles: Int

  private let database: DatabasePool
  private let ranking: BM25
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

  /// In how many phrasings each term occurs, by the term as it was given: 0 for those that nothing contains, and for a term of
  /// several words that of its rarest.
  public func documentFrequencies(of terms: [String]) throws(KnowledgeBaseError) -> [String: Int] {
    try read { database in
      let tokenizer = try database.makeTokenizer(PackFormat.tokenizer)
      let statement = try database.cachedStatement(sql: "SELECT phrasings FROM terms WHERE term = ?")
      var frequencies: [String: Int] = [:]
      for term in terms where frequencies[term] == nil {
        let counts = try tokenizer.tokenize(query: term).map { token, _ in
          try Int.fetchOne(statement, arguments: [token]) ?? 0
        }
        frequencies[term] = counts.min() ?? 0
      }
      return frequencies
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
