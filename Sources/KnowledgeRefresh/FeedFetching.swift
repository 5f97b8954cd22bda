public import FactCheckCore
public import WebFetching

/// Asks for the documents of feeds and for the pages that their items link to.
public protocol FeedFetching: Sendable {
  /// - Parameters:
  ///   - address: that of the feed.
  ///   - validators: those of the answer that was taken last, so that the server need not send the same again; maybe empty.
  /// - Returns: the document, or that it has not changed.
  /// - Throws: what went wrong, and at which address.
  func answer(to address: String, validators: Validators) throws(WebFetchError) -> WebFetcher.Answer

  /// - Parameter address: that of a page.
  /// - Returns: the page.
  /// - Throws: what went wrong, and at which address.
  func page(at address: String) throws(WebFetchError) -> RawContent
}
