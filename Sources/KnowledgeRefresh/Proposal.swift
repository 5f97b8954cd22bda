public import FactCheckCore

/// What a feed's item would change in the knowledge base, for a person to decide.
///
/// A proposal never changes anything by itself.
public struct Proposal: Hashable, Sendable, Codable {
  /// Its number in the queue; 0 before it is stored.
  public var id: Int
  public let source: Provenance
  /// The sentence of the item, or a clause of it, as it can be read alone.
  public let sentence: String
  public let relation: Relation
  /// The id of the entry that it touches; `nil` where none fits.
  public let entry: String?
  /// How the sentence stands towards the proposition of the entry; `nil` without one.
  public let stance: Statement.Stance?
  /// The probability that ``stance`` is right, from 0 to 1; 0 without an entry.
  public let confidence: Double
  /// What it would do to a person to believe the wrong side; `nil` without an entry.
  public let harm: KnowledgeEntry.Harm?
  public var state: State
  /// Who decided, and why; `nil` while it is open.
  public var decision: Decision?

  public init(
    id: Int = 0, source: Provenance, sentence: String, relation: Relation, entry: String? = nil,
    stance: Statement.Stance? = nil, confidence: Double = 0, harm: KnowledgeEntry.Harm? = nil, state: State = .open,
    decision: Decision? = nil
  ) {
    self.id = id
    self.source = source
    self.sentence = sentence
    self.relation = relation
    self.entry = entry
    self.stance = stance
    self.confidence = confidence
    self.harm = harm
    self.state = state
    self.decision = decision
  }
}

extension Proposal {
  /// The proposal as a reviewer reads it: about another entry, or with another stance.
  public func about(_ entry: String?, stance: Statement.Stance?) -> Proposal {
    Proposal(
      id: id, source: source, sentence: sentence, relation: relation, entry: entry, stance: stance,
      confidence: confidence, harm: harm, state: state, decision: decision)
  }
}

extension Proposal {
  /// How a sentence stands towards what is active in the entry that it touches.
  public enum Relation: String, Hashable, Sendable, Codable, CaseIterable {
    /// An active statement says the contrary.
    case conflicts
    /// The active statements say the same.
    case agrees
    /// It is about the entry, whose active statements take neither side.
    case touches
    /// No entry is about it.
    case new
  }

  public enum State: String, Hashable, Sendable, Codable, CaseIterable {
    case open
    /// Accepted by one person where two are needed.
    case seconding
    case accepted, rejected
  }

  /// Where a proposal comes from, so that anyone can look again.
  public struct Provenance: Hashable, Sendable, Codable {
    /// The id of the feed.
    public let feed: String
    /// The id of the organization.
    public let organization: String
    /// What the publisher calls the item.
    public let item: String
    public let title: String
    public let link: String?
    /// The address of what was read: the feed, or the page that the item links to.
    public let read: String
    /// `live`, or `stored-copy` where it was a file at hand.
    public let how: String
    /// The day on which the item was published, as it says.
    public let published: CalendarDate?
    /// The SHA-256 of the text that was read, in hexadecimal.
    public let digest: String
    /// The day on which it was read.
    public let retrieved: CalendarDate

    public init(
      feed: String, organization: String, item: String, title: String, link: String?, read: String,
      how: String = "live", published: CalendarDate?, digest: String, retrieved: CalendarDate
    ) {
      self.feed = feed
      self.organization = organization
      self.item = item
      self.title = title
      self.link = link
      self.read = read
      self.how = how
      self.published = published
      self.digest = digest
      self.retrieved = retrieved
    }
  }

  /// Who decided on a proposal.
  public struct Decision: Hashable, Sendable, Codable {
    public let by: String
    public let on: CalendarDate
    public let reason: String
    /// How it is to end; `nil` when it was rejected.
    public let acceptance: Acceptance?

    public init(by: String, on: CalendarDate, reason: String, acceptance: Acceptance? = nil) {
      self.by = by
      self.on = on
      self.reason = reason
      self.acceptance = acceptance
    }
  }
}
