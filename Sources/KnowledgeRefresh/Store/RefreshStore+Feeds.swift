import FactCheckCore
import GRDB

/// What a refresh found in one feed, to be kept as a whole.
struct FeedFindings {
  var state: FeedState
  /// The items that are new or have changed.
  var items: [FreshItem] = []
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

  /// Keeps all that a refresh found in one feed, or nothing of it. Proposals that somebody else has queued in the meantime, in
  /// these words or others, are left out.
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
      var known: [String: [Set<String>]] = [:]
      return try findings.proposals.count { try Self.queue($0, in: database, &known) }
    }
  }

  /// Queues a proposal unless it, or a rewording of it, is there already. What `known` gathers are the stems of what is
  /// there, by entry; all proposals of a feed are of one organization.
  private static func queue(
    _ queued: QueuedProposal, in database: Database, _ known: inout [String: [Set<String>]]
  ) throws -> Bool {
    let proposal = queued.proposal
    let organization = proposal.source.organization
    let entry = proposal.entry ?? ""
    let earlier = try known[entry] ?? knownStems(organization: organization, entry: proposal.entry, in: database)
    known[entry] = earlier + [queued.stems]
    if Proposer.isReworded(queued.stems, among: earlier) { return false }
    try database.execute(
      sql: "INSERT INTO proposal (state, organization, entry, stems, body) VALUES (?, ?, ?, ?, ?)",
      arguments: [
        proposal.state.rawValue, organization, entry, queued.stems.sorted().joined(separator: " "), text(of: proposal),
      ])
    return true
  }
}
