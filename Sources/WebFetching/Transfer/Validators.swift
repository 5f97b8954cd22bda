/// What a server gave to recognize a version of a page by (RFC 9110, section 8.8), exactly as it was sent, so that the next
/// request can ask whether there is a newer one.
public struct Validators: Hashable, Sendable {
  /// The value of `ETag`, with its quotes.
  public let etag: String?
  /// The value of `Last-Modified`.
  public let lastModified: String?

  /// The largest value that is kept, in bytes of UTF-8.
  private static let longest = 1024

  /// Leaves out values that cannot be sent back: empty ones, those longer than 1 KiB, and those with control characters or
  /// bytes that were not UTF-8. An entity tag of `*` is left out too: sent back it would match every version.
  public init(etag: String? = nil, lastModified: String? = nil) {
    self.etag = etag.flatMap { Self.isUsable($0) && $0 != "*" ? $0 : nil }
    self.lastModified = lastModified.flatMap { Self.isUsable($0) ? $0 : nil }
  }

  /// Whether there is nothing to recognize a version by.
  public var isEmpty: Bool { etag == nil && lastModified == nil }

  private static func isUsable(_ value: String) -> Bool {
    (1...longest).contains(value.utf8.count)
      && !value.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "\u{FFFD}" }
  }

  /// The values of a later answer where it has them, and these where it has not (RFC 9111, section 3.2).
  func updated(by later: Validators) -> Validators {
    Validators(etag: later.etag ?? etag, lastModified: later.lastModified ?? lastModified)
  }

  /// The header lines that ask for a page only if it is another version (RFC 9110, sections 13.1.2 and 13.1.3).
  var requestFields: [String] {
    [etag.map { "If-None-Match: \($0)" }, lastModified.map { "If-Modified-Since: \($0)" }].compactMap(\.self)
  }
}

extension Validators: Codable {
  private enum Key: String, CodingKey { case etag, lastModified }

  /// Reads what was stored; values that cannot be sent are left out here too.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    self.init(
      etag: try container.decodeIfPresent(String.self, forKey: .etag),
      lastModified: try container.decodeIfPresent(String.self, forKey: .lastModified))
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(etag, forKey: .etag)
    try container.encodeIfPresent(lastModified, forKey: .lastModified)
  }
}
