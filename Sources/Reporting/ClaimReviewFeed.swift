import FactCheckCore

/// Entries as a schema.org `DataFeed` of `ClaimReview`s.
///
/// Each says of a proposition what the organizations together say of it, with their pages as citations. The author is this
/// knowledge base, never an organization that it cites. Property names are those of schema.org.
struct ClaimReviewFeed: Encodable {
  private let context = "https://schema.org"
  private let type = "DataFeed"
  private let name = "Vetted knowledge base"
  private let dataFeedElement: [Item]

  init(entries: [KnowledgeEntry], organizations: [Organization]) {
    let names = Dictionary(organizations.map { ($0.id, $0.name) }) { first, _ in first }
    dataFeedElement = entries.map { Item(item: [Review(entry: $0, names: names)], dateModified: $0.review.on) }
  }

  private enum CodingKeys: String, CodingKey {
    case context = "@context"
    case type = "@type"
    case name, dataFeedElement
  }

  private struct Item: Encodable {
    let type = "DataFeedItem"
    let item: [Review]
    let dateModified: CalendarDate

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case item, dateModified
    }
  }

  private struct Review: Encodable {
    let type = "ClaimReview"
    /// Entries have no page of their own: a name that stays.
    let url: String
    let claimReviewed: String
    let datePublished: CalendarDate
    let author = Body(name: "Vetted knowledge base")
    let reviewRating: Rating
    let citation: [Citation]

    init(entry: KnowledgeEntry, names: [String: String]) {
      url = "urn:vetted:entry:\(entry.id)"
      claimReviewed = entry.proposition
      datePublished = entry.review.on
      reviewRating = Rating(entry.verdict)
      citation = entry.statements.filter { $0.status == .active }.map {
        Citation(
          publisher: Body(name: names[$0.organization] ?? $0.organization), abstract: $0.text, url: $0.url,
          datePublished: $0.published)
      }
    }

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case url, claimReviewed, datePublished, author, reviewRating, citation
    }
  }

  private struct Rating: Encodable {
    let type = "Rating"
    let alternateName: String
    /// From ``worstRating`` to ``bestRating``; none for what is unsettled.
    let ratingValue: Int?
    let worstRating = 1
    let bestRating = 5

    init(_ verdict: KnowledgeEntry.Verdict) {
      alternateName = verdict.rawValue
      ratingValue =
        switch verdict {
        case .refuted: 1
        case .mixed: 3
        case .supported: 5
        case .unsettled: nil
        }
    }

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case alternateName, ratingValue, worstRating, bestRating
    }
  }

  private struct Body: Encodable {
    let type = "Organization"
    let name: String

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case name
    }
  }

  private struct Citation: Encodable {
    let type = "CreativeWork"
    let publisher: Body
    let abstract: String
    let url: String?
    let datePublished: CalendarDate?

    enum CodingKeys: String, CodingKey {
      case type = "@type"
      case publisher, abstract, url, datePublished
    }
  }
}
