public import FactCheckCore

/// How a proposal ends when it is accepted. None changes a verdict but ``disputed``, and that only to `mixed`.
public enum Resolution: String, Hashable, Sendable, Codable, CaseIterable {
  /// The statement stands beside those that say the same.
  case added
  /// Bodies disagree: the statement stands beside those to the contrary, and the entry becomes mixed, with the reason.
  case disputed
  /// The organization has changed its position: its older statements to the contrary become superseded.
  case superseded
  /// The statement is kept with its date and the reason, and never counts.
  case setAside = "set-aside"
}

/// What a person decided.
public struct Acceptance: Hashable, Sendable {
  public let resolution: Resolution
  /// The statement in the reviewer's words, where the sentence itself may not be taken.
  public let text: String?
  /// The strongest relation that the statements grant, where it changes: an entry that becomes mixed has one.
  public let strength: KnowledgeEntry.Strength?
  /// Why; not empty unless the statement is only added.
  public let reason: String
  public let by: String

  public init(
    _ resolution: Resolution, text: String? = nil, strength: KnowledgeEntry.Strength? = nil, reason: String = "",
    by: String
  ) {
    self.resolution = resolution
    self.text = text
    self.strength = strength
    self.reason = reason
    self.by = by
  }
}
