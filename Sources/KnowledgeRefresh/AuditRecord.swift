/// One decision or event, in the order in which they happened; never changed afterwards.
public struct AuditRecord: Hashable, Sendable, Codable {
  public enum Action: String, Hashable, Sendable, Codable, CaseIterable {
    case accepted, rejected, seconded
    case feedRetired = "feed-retired"
    case feedQuarantined = "feed-quarantined"
    case feedRecovered = "feed-recovered"
  }

  /// Seconds since 1970.
  public let time: Int
  /// A person, or `vetted refresh`.
  public let who: String
  public let action: Action
  /// A proposal's number, a feed's id.
  public let subject: String
  public let why: String

  public init(time: Int, who: String, action: Action, subject: String, why: String) {
    self.time = time
    self.who = who
    self.action = action
    self.subject = subject
    self.why = why
  }
}
