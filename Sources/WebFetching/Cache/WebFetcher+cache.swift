public import FactCheckCore
import Foundation

extension WebFetcher {
  /// Fetches a page as ``fetch(_:)`` does, unless the cache has it and it still stands; one that may have changed is asked
  /// for with its validators.
  ///
  /// - Parameters:
  ///   - text: the address as somebody wrote it.
  ///   - cache: where pages are kept.
  ///   - prepare: is called before the server is asked, if it is.
  /// - Returns: the page. Its source says when it was fetched.
  /// - Throws: what ``fetch(_:)`` throws; a page that is kept does not stand in for one that cannot be fetched.
  public func fetch(
    _ text: String, through cache: PageCache, prepare: () throws(WebFetchError) -> Void = {}
  ) throws(WebFetchError) -> RawContent {
    try fetch(text, through: cache, now: .now, prepare: prepare)
  }

  func fetch(
    _ text: String, through cache: PageCache, now: Date, prepare: () throws(WebFetchError) -> Void = {}
  ) throws(WebFetchError) -> RawContent {
    let asked = try firstHop(to: text, validators: Validators()).address
    let address = asked.withoutFragment
    let known = cache.page(at: address)
    if let known, known.isFresh(at: now) { return known.content(asked: asked) }
    try prepare()
    let answer = try fetch(text, validators: known?.head.validators ?? Validators())
    switch answer.body {
    case .content(let content):
      if let page = CachedPage(answer, at: address, now: now) { cache.keep(page) } else { cache.remove(address) }
      return content
    case .notModified:
      guard let known else { throw WebFetchError(.status(304, retryAfter: nil), requested: text, address: address) }
      cache.keep(known.renewed(by: answer, now: now))
      return known.content(asked: asked)
    }
  }
}
