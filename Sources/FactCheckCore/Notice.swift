/// An alert of a regulator as its feed gave it: shown as not reviewed, never used to contradict anybody, and gone after
/// a time.
public struct Notice: Hashable, Sendable, Codable {
  /// The id of the feed.
  public let feed: String
  /// What the feed is called.
  public let publisher: String
  /// The id of the organization.
  public let organization: String
  /// What the publisher calls the item.
  public let item: String
  public let title: String
  /// What it says, shortened; `nil` where there is only a title.
  public let body: String?
  public let link: String
  public let published: CalendarDate
  /// The last day on which it is shown.
  public let expires: CalendarDate
  /// The ids of the entries whose subject it names.
  public let entries: [String]

  /// For how many days a notice is shown.
  package static let days = 90

  public init(
    feed: String, publisher: String, organization: String, item: String, title: String, body: String? = nil,
    link: String, published: CalendarDate, expires: CalendarDate, entries: [String] = []
  ) {
    self.feed = feed
    self.publisher = publisher
    self.organization = organization
    self.item = item
    self.title = title
    self.body = body
    self.link = link
    self.published = published
    self.expires = expires
    self.entries = entries
  }
}

extension FactCheckReport {
  /// The report with the notices beside the claims: each where it names an entry that the claim's statements are from. The
  /// verdicts stay as they are.
  public func noting(_ notices: [Notice]) -> FactCheckReport {
    let noted = claims.map { claim in
      var claim = claim
      let touched = Set((claim.verdict.evidence + claim.verdict.nearest).map(\.entry))
      claim.notices = notices.filter { !touched.isDisjoint(with: $0.entries) }
      return claim
    }
    return FactCheckReport(document: document, digest: digest, engine: engine, claims: noted, diagnostics: diagnostics)
  }
}
