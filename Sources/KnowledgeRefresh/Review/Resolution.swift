public import FactCheckCore

/// How a proposal ends when it is accepted. None changes a verdict by itself but ``disputed``, and that only to `mixed`.
public enum Resolution: String, Hashable, Sendable, Codable, CaseIterable {
  /// The statement stands beside those that say the same.
  case added
  /// Bodies disagree: the statement stands beside those to the contrary, and the entry becomes mixed, with the reason.
  case disputed
  /// The organization has changed its position: its older statements of another stance become superseded.
  case superseded
  /// The statement is kept with its date and the reason, and never counts.
  case setAside = "set-aside"
}

/// What a person decided.
public struct Acceptance: Hashable, Sendable, Codable {
  public let resolution: Resolution
  /// The statement in the reviewer's words, where the sentence itself may not be taken.
  public let text: String?
  /// What the organizations say now, taken together, where that changes.
  public let verdict: KnowledgeEntry.Verdict?
  /// The strongest relation that the statements grant, where it changes: an entry that becomes mixed or supported has one.
  public let strength: KnowledgeEntry.Strength?
  /// Why; not empty unless the statement is only added and the verdict stays.
  public let reason: String
  public let by: String
  /// The file as the reviewer wants it, in place of what the rest would make of it.
  public var edit: Edit?

  public init(
    _ resolution: Resolution, text: String? = nil, verdict: KnowledgeEntry.Verdict? = nil,
    strength: KnowledgeEntry.Strength? = nil, reason: String = "", by: String, edit: Edit? = nil
  ) {
    self.resolution = resolution
    self.text = text
    self.verdict = verdict
    self.strength = strength
    self.reason = reason
    self.by = by
    self.edit = edit
  }

  /// An entry's file as a person wrote it.
  public struct Edit: Hashable, Sendable, Codable {
    /// The id of the entry.
    public let entry: String
    /// What the file held when it was opened; empty for a new one. An edit of anything else would undo what others did.
    public let before: String
    public let after: String

    public init(entry: String, before: String, after: String) {
      self.entry = entry
      self.before = before
      self.after = after
    }
  }
}

extension Acceptance {
  /// Whether it says no more than yes.
  var isBare: Bool { self == Acceptance(.added, by: by) }

  /// The same by somebody else.
  func seconded(by who: String) -> Acceptance {
    Acceptance(resolution, text: text, verdict: verdict, strength: strength, reason: reason, by: who, edit: edit)
  }
}
