import ContentExtraction
import Foundation

/// Words small enough to read in a test, with the thresholds that ship.
enum TestRules {
  static let vocabulary = """
    [content]
    entry-content
    [boilerplate]
    related-posts
    sidebar
    =widget
    [comments]
    comments
    [byline]
    byline
    [hidden]
    =hidden
    sr-only
    [headline]
    entry-title
    [folded]
    accordion
    [post]
    post-message
    [consent]
    cookie-banner
    [forum-furniture]
    signature
    [shop-furniture]
    price
    [reviews]
    reviews
    [offer]
    cta
    [caption]
    picture-credit
    [article-furniture]
    carousel
    """
  static let phrases = """
    [forum-address]
    /forum
    [shop-address]
    /product/
    [furniture-heading]
    Related articles
    [comments-heading]
    Comments
    [furniture-line]
    Read more
    [cross-reference]
    Related
    [dateline-start]
    by
    [dateline-end]
    min read
    [cookie-wall]
    accept all cookies
    [paywall]
    already a subscriber
    [login-page]
    sign in to continue
    [error-page]
    page not found
    [script-rendered]
    enable javascript
    """

  static func rules() throws -> ExtractionRules {
    try ExtractionRules(vocabulary: vocabulary, thresholds: shipped("thresholds.txt"), phrases: phrases)
  }

  /// A data file of the checkout.
  static func shipped(_ name: String) throws -> String {
    let checkout = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "../..").standardized
    return try String(contentsOf: checkout.appending(path: "Data/extraction/\(name)"), encoding: .utf8)
  }
}
