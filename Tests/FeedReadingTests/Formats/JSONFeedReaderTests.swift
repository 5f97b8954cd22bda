import FactCheckCore
import FeedReading
import Testing

struct JSONFeedReaderTests {
  @Test func `a JSON Feed is read`() throws {
    let feed = read(
      """
      {"version": "https://jsonfeed.org/version/1.1", "title": "News", "home_page_url": "https://example.org/",
       "next_url": "/feed?page=2", "expired": true, "language": "en", "authors": [{"name": "Jo", "url": "/jo"}],
       "items": [{"id": 7, "url": "/7", "title": "R&amp;D", "content_html": "<p>One</p><p>Two</p>",
       "date_published": "2026-01-02T03:04:05-05:00"}, {"id": "8", "content_text": "a <b>", "author": {"name": "Al"}},]}
      """
    ).value
    #expect(feed.format == .jsonFeed)
    #expect(feed.nextPage == "https://example.org/feed?page=2")
    #expect(feed.isExpired)
    #expect(feed.items.map(\.id) == ["7", "8"])
    #expect(feed.items[0].link == "https://example.org/7")
    #expect(feed.items[0].title == "R&D")
    #expect(feed.items[0].content == "One\n\nTwo")
    #expect(feed.items[0].published?.description == "2026-01-02T08:04:05Z")
    #expect(feed.items[0].authors == [FeedItem.Author(name: "Jo", url: "https://example.org/jo")])
    #expect(feed.items[1].content == "a <b>")
    #expect(feed.items[1].authors == [FeedItem.Author(name: "Al")])
  }

  @Test func `what comes before an error counts`() {
    let feed = read("{\"items\": [{\"id\": \"1\"}, {\"id\": \"2\", \"title\": \"Tw")
    #expect(feed.value.items.map(\.id) == ["1", "2"])
    #expect(feed.codes == ["json-broken"])
  }

  @Test func `the outbreak news of WHO are read`() throws {
    let feed = read(
      """
      {"@odata.context": "https://www.who.int/api/news/$metadata#diseaseoutbreaknews", "value": [
        {"UrlName": "2026-DON000", "ItemDefaultUrl": "/2026-DON000", "Title": "Gout &amp; herbs - Nowhere",
         "PublicationDate": "2026-01-30T09:30:00Z", "LastModified": "2026-02-01T00:00:00Z",
         "Summary": "Two people drank the tea.", "Overview": "<p>Both are well.</p><p>The tea is not.</p>"},
        {"UrlName": null, "Id": "7", "Title": "Nothing more"}]}
      """
    ).value
    #expect(feed.format == .outbreakNews)
    #expect(feed.items.map(\.id) == ["2026-DON000", "7"])
    #expect(feed.items[0].link == "https://www.who.int/emergencies/disease-outbreak-news/item/2026-DON000")
    #expect(feed.items[0].title == "Gout & herbs - Nowhere")
    #expect(feed.items[0].summary == "Two people drank the tea.")
    #expect(feed.items[0].content == "Both are well.\n\nThe tea is not.")
    #expect(feed.items[0].published?.description == "2026-01-30T09:30:00Z")
    #expect(feed.items[1].link == nil)
  }

  @Test func `reviews of claims are read however loosely they are written`() throws {
    let feed = read(
      """
      {"@context": "https://schema.org", "@type": "DataFeed", "dateModified": "2026-01-01", "dataFeedElement": [
        {"@type": "DataFeedItem", "dateCreated": "2026-01-02", "url": "https://example.org/r/1", "item": [null,
          {"@type": "ClaimReview", "claimReviewed": "Tea cures &quot;flu&quot;", "datePublished": "2026-01-03",
           "author": [{"name": "Checkers", "url": "https://example.org/"}],
           "reviewRating": {"ratingValue": "1", "bestRating": 5, "worstRating": -1, "alternateName": "False"},
           "itemReviewed": {"author": {"name": "Someone"}, "firstAppearance": {"url": "https://example.com/post"},
             "appearance": ["https://example.com/post", {"url": "https://example.com/copy"}]}}]},
        {"item": {"claimReviewed": "", "url": "https://example.org/r/2"}}, null]}
      """
    ).value
    let item = try #require(feed.items.first)
    let review = try #require(item.review)
    #expect(feed.format == .claimReview)
    #expect(feed.items.count == 1)
    #expect(item.title == "Tea cures \"flu\"")
    #expect(item.link == "https://example.org/r/1")
    #expect(item.authors.map(\.name) == ["Checkers"])
    #expect(review.rating == "False")
    #expect(review.ratingValue == 1)
    #expect(review.bestRating == 5)
    #expect(review.worstRating == nil)
    #expect(review.claimant == "Someone")
    #expect(review.appearances == ["https://example.com/post", "https://example.com/copy"])
  }
}
