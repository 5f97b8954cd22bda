public import WebFetching

/// Asks for the document of a feed.
public protocol FeedFetching: Sendable {
  /// - Parameters:
  ///   - address: that of the feed.
  ///   - validators: those of the answer that was taken last, so that the server need not send the same again; maybe empty.
  /// - Returns: the document, or that it has not changed.
  /// - Throws: what went wrong, and at which address.
  func answer(to address: String, validators: Validators) throws(WebFetchError) -> WebFetcher.Answer
}
