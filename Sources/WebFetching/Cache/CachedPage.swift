import FactCheckCore
import Foundation

/// A page as it was fetched, with what says how long it stands for the one on the web.
///
/// On disk: the head as one line of JSON, a line break, and the body as it is.
struct CachedPage: Hashable {
  struct Head: Hashable, Codable {
    /// The address that was asked for, in normal form and without its fragment.
    let address: String
    /// The address that answered.
    let answeredBy: String?
    let mediaType: String?
    let charset: String?
    /// When the page was fetched, as ISO 8601 in UTC.
    let fetched: String?
    /// Bytes of the body.
    let count: Int
    /// Until when nobody needs to be asked.
    var freshUntil: Date
    var validators: Validators
  }

  var head: Head
  let body: [UInt8]

  /// How long a page stands when its server says nothing of it: long enough to look at it again after a change of words, short
  /// enough not to miss a correction (RFC 9111, section 4.2.2, leaves it to the cache).
  private static let usualRest = Duration.seconds(600)

  /// - Returns: `nil` when the answer brought no page, or one that its server asks not to keep.
  init?(_ answer: WebFetcher.Answer, at address: String, now: Date) {
    guard answer.mayBeKept, case .content(let content) = answer.body, content.isWhole else { return nil }
    head = Head(
      address: address, answeredBy: content.source.finalURL, mediaType: content.mediaType, charset: content.charset,
      fetched: content.source.fetched, count: content.bytes.count,
      freshUntil: Self.end(of: answer.freshness, from: now), validators: answer.validators)
    body = content.bytes
  }

  /// - Returns: `nil` when the bytes are not those of ``file``, as when they break off.
  init?(file: Data) {
    guard let end = file.firstIndex(of: UInt8(ascii: "\n")),
      let head = try? JSONDecoder().decode(Head.self, from: file[..<end])
    else { return nil }
    body = Array(file[(end + 1)...])
    guard body.count == head.count else { return nil }
    self.head = head
  }

  /// The bytes to keep.
  var file: Data {
    guard let line = try? JSONEncoder().encode(head) else { return Data() }
    return line + [UInt8(ascii: "\n")] + body
  }

  /// Whether the page stands without asking. One from the future, as after a clock was set back, does not.
  func isFresh(at now: Date) -> Bool {
    now < head.freshUntil && head.freshUntil <= now + Duration.longestRest.timeInterval
  }

  /// The page after its server said that it is not modified (RFC 9111, section 4.3.4).
  func renewed(by answer: WebFetcher.Answer, now: Date) -> CachedPage {
    var page = self
    page.head.validators = answer.validators
    page.head.freshUntil = Self.end(of: answer.freshness, from: now)
    return page
  }

  /// The page as ``WebFetcher/fetch(_:)`` brought it.
  func content(asked: WebAddress) -> RawContent {
    RawContent(
      bytes: body, mediaType: head.mediaType, charset: head.charset,
      source: Document.Source(
        kind: .url, url: asked.description, finalURL: head.answeredBy, fetched: head.fetched))
  }

  private static func end(of freshness: Duration?, from now: Date) -> Date {
    now + (freshness ?? usualRest).timeInterval
  }
}

extension Duration {
  fileprivate var timeInterval: TimeInterval { self / .seconds(1) }
}
