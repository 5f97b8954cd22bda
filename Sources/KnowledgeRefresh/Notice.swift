public import FactCheckCore

/// An alert of a regulator as its feed gave it: shown as not reviewed, never used to contradict anybody, and gone after
/// a time.
public struct Notice: Hashable, Sendable, Codable {
  /// The id of the feed.
  public let feed: String
  /// The id of the organization.
  public let organization: String
  /// What the publisher calls the item.
  public let item: String
  public let title: String
  public let link: String
  public let published: CalendarDate
  /// The last day on which it is shown.
  public let expires: CalendarDate

  /// For how many days a notice is shown.
  static let days = 90

  public init(
    feed: String, organization: String, item: String, title: String, link: String, published: CalendarDate,
    expires: CalendarDate
  ) {
    self.feed = feed
    self.organization = organization
    self.item = item
    self.title = title
    self.link = link
    self.published = published
    self.expires = expires
  }
}
