import Foundation
import GRDB

/// The memory of refreshes: what is known of each feed and of each site's `robots.txt`, the items seen, the queue of proposals,
/// the notices, and who decided what. One SQLite file with a write-ahead log; each change is one transaction, so that a process
/// killed at any time leaves it whole, and several may use it at once.
public struct RefreshStore: Sendable {
  let database: any DatabaseWriter
  /// For messages.
  let path: String

  /// Opens the file, making it and its folder where they are missing, and brings older forms of it up to date.
  ///
  /// - Throws: ``KnowledgeRefreshError/store(path:reason:)``
  public init(path: String) throws(KnowledgeRefreshError) {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    // With a write-ahead log a commit must reach the disk before it counts.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = FULL") }
    self.path = path
    do {
      let folder = URL(filePath: path).deletingLastPathComponent()
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let pool = try DatabasePool(path: path, configuration: configuration)
      try Self.bringUpToDate(pool)
      database = pool
    } catch {
      throw .store(path: path, reason: Self.reason(of: error))
    }
  }

  /// How long a process waits for another that writes, in seconds.
  private static let patience = 30.0

  /// Several processes may do this to a file at once. Each attempt that fails because another was quicker leaves one migration
  /// less to do.
  private static func bringUpToDate(_ pool: DatabasePool) throws {
    for _ in migrator.migrations where (try? migrator.migrate(pool)) != nil { return }
    try migrator.migrate(pool)
  }

  private static let migrator = {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("feeds, items, proposals, notices, audit") { database in
      try database.execute(
        sql: """
          CREATE TABLE feed (id TEXT PRIMARY KEY, state TEXT NOT NULL) WITHOUT ROWID;
          CREATE TABLE item (feed TEXT NOT NULL, key TEXT NOT NULL, digest TEXT NOT NULL, seen INTEGER NOT NULL,
            PRIMARY KEY (feed, key)) WITHOUT ROWID;
          CREATE TABLE proposal (id INTEGER PRIMARY KEY AUTOINCREMENT, state TEXT NOT NULL, organization TEXT NOT NULL,
            entry TEXT NOT NULL, stems TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (organization, entry, stems));
          CREATE INDEX proposal_state ON proposal (state);
          CREATE TABLE notice (feed TEXT NOT NULL, item TEXT NOT NULL, expires TEXT NOT NULL, body TEXT NOT NULL,
            PRIMARY KEY (feed, item)) WITHOUT ROWID;
          CREATE TABLE intent (proposal INTEGER PRIMARY KEY, path TEXT NOT NULL, digest TEXT NOT NULL, body TEXT NOT NULL);
          CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL);
          """)
    }
    migrator.registerMigration("feeds that are behind") { database in
      try database.execute(sql: "UPDATE feed SET state = json_set(state, '$.isBehind', json('false'))")
    }
    migrator.registerMigration("robots.txt") { database in
      try database.execute(
        sql: "CREATE TABLE robots (origin TEXT PRIMARY KEY, expires INTEGER NOT NULL, body TEXT NOT NULL) WITHOUT ROWID"
      )
    }
    migrator.registerMigration("how a text was read, what a notice names") { database in
      // Notices of the first form are fetched anew.
      try database.execute(
        sql: """
          UPDATE proposal SET body = json_set(body, '$.source.how', 'live');
          UPDATE intent SET body = json_set(body, '$.proposal.source.how', 'live');
          DELETE FROM item WHERE feed IN (SELECT feed FROM notice);
          DELETE FROM feed WHERE id IN (SELECT feed FROM notice);
          DELETE FROM notice;
          """)
    }
    return migrator
  }()

  // MARK: - Access

  func read<Value>(_ body: (Database) throws -> Value) throws(KnowledgeRefreshError) -> Value {
    do { return try database.read(body) } catch { throw failure(error) }
  }

  /// Runs the body in one transaction: all of it counts, or nothing.
  func write<Value>(_ body: (Database) throws -> Value) throws(KnowledgeRefreshError) -> Value {
    do { return try database.write(body) } catch { throw failure(error) }
  }

  private func failure(_ error: any Error) -> KnowledgeRefreshError {
    error as? KnowledgeRefreshError ?? .store(path: path, reason: Self.reason(of: error))
  }

  private static func reason(of error: any Error) -> String {
    (error as? DatabaseError)?.message ?? error.localizedDescription
  }

  // MARK: - Values as they are kept

  static func text(of value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  static func value<Value: Decodable>(_ type: Value.Type = Value.self, from text: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }
}
