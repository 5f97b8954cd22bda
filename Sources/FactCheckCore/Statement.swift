/// What one organization says of a proposition, in the words of this project, with where it says so.
public struct Statement: Hashable, Sendable, Codable {
  /// The id of an ``Organization``.
  public var organization: String
  public var stance: Stance
  /// Written for this project: plain words, at most two sentences.
  public var text: String
  /// At most 25 words of the page, only where its licence allows it.
  public var quote: String?
  /// The SHA-256 of ``quote`` in UTF-8, in hexadecimal.
  public var sha256: String?
  public var url: String?
  public var published: CalendarDate?
  /// Set only when the text of the page was really read.
  public var checked: Check?
  public var licence: Licence
  public var status: Status
  /// Why the statement is not active.
  public var why: String?
  /// Since when the statement is not active.
  public var since: CalendarDate?

  public init(
    organization: String, stance: Stance, text: String, quote: String? = nil, sha256: String? = nil, url: String? = nil,
    published: CalendarDate? = nil, checked: Check? = nil, licence: Licence = .linkOnly, status: Status = .active,
    why: String? = nil, since: CalendarDate? = nil
  ) {
    self.organization = organization
    self.stance = stance
    self.text = text
    self.quote = quote
    self.sha256 = sha256
    self.url = url
    self.published = published
    self.checked = checked
    self.licence = licence
    self.status = status
    self.why = why
    self.since = since
  }
}

extension Statement {
  /// How a statement stands towards the proposition of its entry.
  public enum Stance: String, Hashable, Sendable, Codable, CaseIterable {
    case affirms, denies
    /// Grants it only in part: for some people, in a weaker form, or with insufficient evidence.
    case limits
    /// Says that it is in dispute.
    case disputes
  }

  public enum Status: String, Hashable, Sendable, Codable, CaseIterable {
    case active, stale, withdrawn, superseded
    case setAside = "set-aside"
  }

  public enum Licence: String, Hashable, Sendable, Codable, CaseIterable {
    case publicDomain = "public-domain"
    case ogl
    case ccBy = "cc-by"
    case linkOnly = "link-only"

    /// Whether a short verbatim quote may be kept.
    public var allowsQuote: Bool { self != .linkOnly }
  }

  /// The record of having read a page.
  public struct Check: Hashable, Sendable, Codable {
    public var on: CalendarDate
    /// `stored-copy` or `live`.
    public var how: String
    /// The address of the copy that was read.
    public var of: String

    public init(on: CalendarDate, how: String, of: String) {
      self.on = on
      self.how = how
      self.of = of
    }
  }
}
