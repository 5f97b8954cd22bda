public import FeedReading

/// What a refresh found in one feed, for people to read.
public struct FeedReport: Hashable, Sendable {
  public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
    case fetched
    /// The server says that nothing has changed.
    case unchanged
    case failed, quarantined, retired
    /// It was asked a short while ago.
    case notDue = "not-due"
  }

  /// The id of the feed.
  public let feed: String
  public let outcome: Outcome
  /// What went wrong, or what somebody should see to.
  public var remarks: [String] = []
  /// Items that are new or have changed.
  public var items = 0
  /// Pages that were read in place of the text of items.
  public var pages = 0
  /// New proposals by how they stand to what is known.
  public var proposals: [Proposal.Relation: Int] = [:]
  public var notices = 0
  /// The feeds that its address names when a web page answers there.
  public var named: [FeedLink] = []

  public init(feed: String, outcome: Outcome) {
    self.feed = feed
    self.outcome = outcome
  }
}
