import FactCheckCore
import GRDB

/// The table `meta` of a pack.
struct PackMeta {
  let summary: FactCheckReport.KnowledgeBaseSummary
  let digest: String
  let signature: String
  let model: String
  let unreadable: Int

  /// - Throws: a database error, or ``KnowledgeBaseError`` when the format is another or something is missing.
  init(_ database: some DatabaseReader, path: String) throws {
    let values = try database.read { database in
      try Row.fetchAll(database, sql: "SELECT key, value FROM meta").reduce(into: [String: String]()) { values, row in
        guard let key = String.fromDatabaseValue(row["key"]) else { return }
        values[key] = String.fromDatabaseValue(row["value"])
      }
    }
    func value<Value: LosslessStringConvertible>(_ key: PackFormat.Meta) throws -> Value {
      guard let value = values[key.rawValue].flatMap(Value.init) else {
        throw KnowledgeBaseError.damagedPack(path: path, reason: "“\(key.rawValue)” is missing")
      }
      return value
    }
    let format: String = try value(.format)
    guard format == PackFormat.version else {
      throw KnowledgeBaseError.otherPackFormat(path: path, found: format, expected: PackFormat.version)
    }
    digest = try value(.digest)
    signature = try value(.signature)
    model = try value(.model)
    unreadable = try value(.unreadable)
    summary = FactCheckReport.KnowledgeBaseSummary(
      digest: "sha256:" + digest, entries: try value(.entries), statements: try value(.statements),
      newest: CalendarDate(try value(.newest) as String))
  }
}
