public import FactCheckCore
import GRDB

extension RefreshStore {
  /// The proposals in these states, those that conflict first, then those of high harm, then the oldest.
  public func proposals(
    in states: Set<Proposal.State> = [.open, .seconding]
  ) throws(KnowledgeRefreshError) -> [Proposal] {
    let found = try read { database in
      try Row.fetchAll(database, sql: "SELECT id, state, body FROM proposal ORDER BY id").compactMap { row in
        let proposal = try Self.proposal(from: row)
        return states.contains(proposal.state) ? proposal : nil
      }
    }
    return found.sorted { $0.urgency < $1.urgency }
  }

  /// - Throws: ``KnowledgeRefreshError/unknownProposal(_:)``
  public func proposal(_ id: Int) throws(KnowledgeRefreshError) -> Proposal {
    try read { try Self.proposal(id, in: $0) }
  }

  /// The notices that are shown on a day, the newest first.
  public func notices(on day: CalendarDate) throws(KnowledgeRefreshError) -> [Notice] {
    let found = try read { database in
      try String.fetchAll(
        database, sql: "SELECT body FROM notice WHERE expires >= ?", arguments: [day.description]
      ).map { try Self.value(Notice.self, from: $0) }
    }
    return found.sorted { ($1.published, $0.item) < ($0.published, $1.item) }
  }

  /// Everything that was decided, in order.
  public func audit() throws(KnowledgeRefreshError) -> [AuditRecord] {
    try read { database in
      try String.fetchAll(database, sql: "SELECT body FROM audit ORDER BY id").map { try Self.value(from: $0) }
    }
  }

  /// The stems of all proposals of an organization about an entry (or about none), whatever became of them.
  func knownStems(organization: String, entry: String?) throws(KnowledgeRefreshError) -> [Set<String>] {
    try read { try Self.knownStems(organization: organization, entry: entry, in: $0) }
  }

  static func knownStems(organization: String, entry: String?, in database: Database) throws -> [Set<String>] {
    try String.fetchAll(
      database, sql: "SELECT stems FROM proposal WHERE organization = ? AND entry = ?",
      arguments: [organization, entry ?? ""]
    ).map { Set($0.split(separator: " ").map(String.init)) }
  }

  /// Changes the state of a proposal, and notes why.
  func decide(_ proposal: Proposal, _ record: AuditRecord) throws(KnowledgeRefreshError) {
    try write { database in
      try Self.update(proposal, in: database)
      try database.execute(sql: "DELETE FROM intent WHERE proposal = ?", arguments: [proposal.id])
      try Self.append(record, to: database)
    }
  }

  static func append(_ record: AuditRecord, to database: Database) throws {
    try database.execute(sql: "INSERT INTO audit (body) VALUES (?)", arguments: [text(of: record)])
  }

  private static func update(_ proposal: Proposal, in database: Database) throws {
    try database.execute(
      sql: "UPDATE proposal SET state = ?, body = ? WHERE id = ?",
      arguments: [proposal.state.rawValue, text(of: proposal), proposal.id])
  }

  private static func proposal(_ id: Int, in database: Database) throws -> Proposal {
    let sql = "SELECT id, state, body FROM proposal WHERE id = ?"
    guard let row = try Row.fetchOne(database, sql: sql, arguments: [id]) else {
      throw KnowledgeRefreshError.unknownProposal(id)
    }
    return try proposal(from: row)
  }

  private static func proposal(from row: Row) throws -> Proposal {
    var proposal = try value(Proposal.self, from: row["body"])
    proposal.id = row["id"]
    return proposal
  }
}

extension RefreshStore {
  /// A decision that is being carried out: the file is written first, then the queue. What a killed process left is brought to
  /// its end by ``ReviewDesk``.
  struct Intent: Codable, Sendable {
    /// The proposal as it will be.
    let proposal: Proposal
    let record: AuditRecord
    /// The file below the knowledge base's folder, and the SHA-256 of what it will be.
    let path: String
    let digest: String
  }

  func begin(_ intent: Intent) throws(KnowledgeRefreshError) {
    try write { database in
      let current = try Self.proposal(intent.proposal.id, in: database)
      if current.state == .accepted || current.state == .rejected {
        throw KnowledgeRefreshError.decided(current.id, current.state, by: current.decision?.by ?? "somebody else")
      }
      try database.execute(
        sql: "INSERT OR REPLACE INTO intent VALUES (?, ?, ?, ?)",
        arguments: [intent.proposal.id, intent.path, intent.digest, Self.text(of: intent)])
    }
  }

  func intents() throws(KnowledgeRefreshError) -> [Intent] {
    try read { database in
      try String.fetchAll(database, sql: "SELECT body FROM intent ORDER BY proposal").map { try Self.value(from: $0) }
    }
  }

  func abandon(_ intent: Intent) throws(KnowledgeRefreshError) {
    try write { try $0.execute(sql: "DELETE FROM intent WHERE proposal = ?", arguments: [intent.proposal.id]) }
  }
}

extension Proposal {
  /// Smaller is more urgent.
  fileprivate var urgency: (Int, Int, Int) {
    let relations: [Relation] = [.conflicts, .touches, .agrees, .new]
    let harms: [KnowledgeEntry.Harm] = [.high, .moderate, .low]
    return (
      relations.firstIndex(of: relation) ?? 0, harm.flatMap { harms.firstIndex(of: $0) } ?? harms.count, id
    )
  }
}
