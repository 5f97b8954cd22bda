import Foundation
import GRDB
public import WebFetching

extension RefreshStore {
  /// What `robots.txt` of each origin said when it was last asked. Who asks knows how long that holds.
  public func robots() throws(KnowledgeRefreshError) -> [String: RobotsPolicy] {
    try read { database in
      let rows = try Row.fetchAll(database, sql: "SELECT origin, body FROM robots")
      // What another version wrote in another form is asked for again.
      return Dictionary(uniqueKeysWithValues: rows.map { ($0["origin"], $0["body"]) })
        .compactMapValues { try? Self.value(RobotsPolicy.self, from: $0) }
    }
  }

  /// Keeps what origins said, and forgets what does not hold any longer.
  ///
  /// - Parameters:
  ///   - policies: by origin.
  ///   - now: seconds since 1970.
  /// - Throws: ``KnowledgeRefreshError/store(path:reason:)``
  public func keep(_ policies: [String: RobotsPolicy], at now: Int) throws(KnowledgeRefreshError) {
    try write { database in
      for (origin, policy) in policies {
        try database.execute(
          sql: "INSERT OR REPLACE INTO robots VALUES (?, ?, ?)",
          arguments: [origin, Int(policy.expires.timeIntervalSince1970), Self.text(of: policy)])
      }
      try database.execute(sql: "DELETE FROM robots WHERE expires <= ?", arguments: [now])
    }
  }
}
