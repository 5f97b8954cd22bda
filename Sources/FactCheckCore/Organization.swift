/// A professional or public body whose statements the knowledge base holds.
public struct Organization: Hashable, Sendable, Codable {
  public var id: String
  public var name: String
  public var kind: Kind
  /// ISO 3166 alpha-2, `EU`, or `INT` for an international body.
  public var country: String
  /// Domain names the body publishes under; each covers its subdomains.
  public var hosts: [String]
  public var licence: Statement.Licence
  /// The id of the body that it is part of, if it is: see ``outermost(of:in:)``.
  public var parent: String?
  /// How far the body is trusted, by topic and time; see ``trust(on:at:)``.
  public var trust: [TrustWindow]

  public init(
    id: String, name: String, kind: Kind, country: String, hosts: [String], licence: Statement.Licence = .linkOnly,
    parent: String? = nil, trust: [TrustWindow] = []
  ) {
    self.id = id
    self.name = name
    self.kind = kind
    self.country = country
    self.hosts = hosts
    self.licence = licence
    self.parent = parent
    self.trust = trust
  }

  /// The id of the outermost body that a body is part of. Bodies that share it speak with one voice: they are not
  /// independent of each other.
  public static func outermost(of id: String, in organizations: [String: Organization]) -> String {
    var path = [id]
    while let parent = organizations[path[path.count - 1]]?.parent, !path.contains(parent) { path.append(parent) }
    return path[path.count - 1]
  }

  /// The level of the narrowest window that covers a topic on a day: a window for the topic goes before one for every
  /// topic, and of two such windows the one that begins later. ``Trust/full`` when none covers it.
  public func trust(on topic: some StringProtocol, at day: CalendarDate) -> Trust {
    let open = trust.filter { window in
      (window.topic == "*" || window.topic == topic) && window.from <= day && day <= (window.until ?? day)
    }
    let narrowest = open.max { left, right in
      (left.topic == "*" ? 0 : 1, left.from) < (right.topic == "*" ? 0 : 1, right.from)
    }
    return narrowest?.level ?? .full
  }
}

extension Organization {
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    case regulator, charity
    case publicHealthAgency = "public-health-agency"
    case researchAgency = "research-agency"
    case guidelineBody = "guideline-body"
    case professionalSociety = "professional-society"
    case evidenceSynthesis = "evidence-synthesis"
    case internationalBody = "international-body"
  }

  /// What a body's statement is worth.
  public enum Trust: String, Hashable, Sendable, Codable, CaseIterable {
    case full
    /// Counts only beside a statement of another body.
    case corroborate
    /// Shown with its date, never counted.
    case setAside = "set-aside"
  }

  /// A time during which a body is trusted to a degree on a topic, with the reason.
  public struct TrustWindow: Hashable, Sendable, Codable {
    /// An area of the knowledge base, or `*`.
    public var topic: String
    public var from: CalendarDate
    public var until: CalendarDate?
    public var level: Trust
    public var reason: String

    public init(topic: String, from: CalendarDate, until: CalendarDate? = nil, level: Trust, reason: String) {
      self.topic = topic
      self.from = from
      self.until = until
      self.level = level
      self.reason = reason
    }
  }
}
