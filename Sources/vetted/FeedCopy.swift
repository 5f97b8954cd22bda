import FactCheckCore
import KnowledgeBase
import KnowledgeRefresh
import WebFetching

/// A feed that lies in a file, in place of what is at its address.
struct FeedCopy: FeedFetching {
  private let content: RawContent

  /// The largest file that is read, in bytes: twice the health topics of MedlinePlus.
  private static let limit = 64 << 20

  /// - Parameters:
  ///   - path: of the file.
  ///   - feed: what it is a copy of.
  /// - Throws: ``InputError``
  init(path: String, of feed: KnowledgeBase.Feed) throws(InputError) {
    let (bytes, isWhole) = try ByteSource(path: path).readAll(limit: Self.limit)
    guard isWhole else { throw .unreadable(path, reason: "it is larger than \(Self.limit >> 20) MiB") }
    content = RawContent(bytes: bytes, source: .init(kind: .file, url: feed.url))
  }

  func answer(to address: String, validators: Validators) -> WebFetcher.Answer {
    WebFetcher.Answer(body: .content(content))
  }

  func page(at address: String) throws(WebFetchError) -> RawContent {
    throw WebFetchError(
      .connectionFailed("a copy of a feed is read without the network"), requested: address, address: address)
  }
}
