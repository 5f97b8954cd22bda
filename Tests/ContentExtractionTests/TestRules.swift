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
    """
  static let phrases = """
    [forum-address]
    /forum
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
