import FactCheckCore
import GRDB

/// What a refresh found in one feed, to be kept as a whole.
struct FeedFindings {
  var state: FeedState
  /// The items that are new or have changed, with the SHA-256 of their text.
  var items: [(key: String, digest: String)] = []
  var proposals: [QueuedProposal] = []
  var notices: [Notice] = []
  var audit: [AuditRecord] = []
}

extension RefreshStore {
  /// What is known of a feed; `nil` when it was never asked.
  public func state(of feed: String) throws(KnowledgeRefreshError) -> FeedState? {
    try read { database in
      try String.fetchOne(database, sql: "SELECT state FROM feed WHERE id = ?", arguments: [feed])
        .map { try Self.value(from: $0) }
    }
  }

  /// The digests of the items of a feed that were seen, by their keys.
  func seenItems(of feed: String) throws(KnowledgeRefreshError) -> [String: String] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT key, digest FROM item WHERE feed = ?", arguments: [feed])
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["key"], $0["digest"]) })
    }
  }

  /// Keeps all that a refresh found in one feed, or nothing of it. Proposals that another process has queued in the meantime
  /// are left out.
  ///
  /// - Returns: how many proposals were new.
  @discardableResult
  func keep(_ findings: FeedFindings, at now: Int) throws(KnowledgeRefreshError) -> Int {
    try write { database in
      let feed = findings.state.feed
      try database.execute(
        sql: "INSERT OR REPLACE INTO feed VALUES (?, ?)", arguments: [feed, Self.text(of: findings.state)])
      for item in findings.items {
        try database.execute(
          sql: "INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?)", arguments: [feed, item.key, item.digest, now])
      }
      for notice in findings.notices {
        try database.execute(
          sql: "INSERT OR REPLACE INTO notice VALUES (?, ?, ?, ?)",
          arguments: [feed, notice.item, notice.expires.description, Self.text(of: notice)])
      }
      for record in findings.audit { try Self.append(record, to: database) }
      return try findings.proposals.count { try Self.queue($0, in: database) }
    }
  }

  /// - Returns: whether it was not in the queue yet.
  private static func queue(_ queued: QueuedProposal, in database: Database) throws -> Bool {
    let proposal = queued.proposal
    try database.execute(
      sql: "INSERT OR IGNORE INTO proposal (state, organization, entry, stems, body) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        proposal.state.rawValue, proposal.source.organization, proposal.entry ?? "",
        queued.stems.sorted().joined(separator: " "), text(of: proposal),
      ])
    return database.changesCount > 0
  }
}
