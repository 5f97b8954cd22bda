/// One thing that a feed tells of: an article, an alert, a health topic, a reviewed claim.
public struct FeedItem: Hashable, Sendable {
  /// What the publisher calls it: `guid`, `id`, `rdf:about` or `@id`, as written.
  public var id: String?
  /// Clean text.
  public var title: String?
  /// Absolute where a base was known.
  public var link: String?
  /// Clean text: tags gone, entities decoded, paragraphs separated by blank lines.
  public var summary: String?
  /// The whole text where the feed has it, as clean as ``summary``.
  public var content: String?
  public var published: FeedDate?
  public var updated: FeedDate?
  public var authors: [Author] = []
  /// A BCP 47 language tag as the feed wrote it.
  public var language: String?
  /// In a feed of reviewed claims, what the review says.
  public var review: ClaimReview?

  public init() {}

  /// What tells this item from the others of its feed: its id or, where the publisher gave none, its link, its title or its
  /// text; `nil` when it has nothing of these.
  public var identity: String? { id ?? link ?? title ?? summary ?? content }
}

extension FeedItem {
  /// Who wrote an item.
  public struct Author: Hashable, Sendable {
    public var name: String?
    public var email: String?
    /// Absolute where a base was known.
    public var url: String?

    public init(name: String? = nil, email: String? = nil, url: String? = nil) {
      self.name = name
      self.email = email
      self.url = url
    }

    var isEmpty: Bool { name == nil && email == nil && url == nil }
  }

  /// A fact check as schema.org's `ClaimReview` has it.
  public struct ClaimReview: Hashable, Sendable {
    /// `claimReviewed`, clean text.
    public var claim: String
    /// Who made the claim: `itemReviewed.author`.
    public var claimant: String?
    /// Where the claim was made: addresses of `itemReviewed`'s appearances.
    public var appearances: [String] = []
    /// The verdict in words: `reviewRating.alternateName`.
    public var rating: String?
    /// The verdict as a number on the scale from `worstRating` to `bestRating`; `nil` where the feed gave none or -1.
    public var ratingValue: Double?
    public var worstRating: Double?
    public var bestRating: Double?

    public init(claim: String) { self.claim = claim }
  }
}
