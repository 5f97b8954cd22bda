/// The status and the header fields that matter, read line by line.
struct ResponseHead: Hashable, Sendable {
  private(set) var status = 0
  private(set) var contentType: ContentType?
  private(set) var location: String?
  private(set) var retryAfter: String?
  private(set) var etag: String?
  private(set) var lastModified: String?
  /// All lines of the field in one.
  private(set) var cacheControl: String?
  private(set) var expires: String?
  private(set) var vary: String?
  private(set) var date: String?
  /// All that is said of the length, in order.
  private(set) var contentLengths: [String] = []
  /// Whether the empty line behind a final head was seen.
  private(set) var isComplete = false

  var isSuccess: Bool { (200..<300).contains(status) }

  /// Whether two lengths are named: who wrote which cannot be told (RFC 9112, section 6.3).
  var hasTwoLengths: Bool { Set(contentLengths).count > 1 }

  /// Whether a redirect is meant for good (RFC 9110, sections 15.4.2 and 15.4.9).
  var isPermanentRedirect: Bool { status == 301 || status == 308 }

  var validators: Validators { Validators(etag: etag, lastModified: lastModified) }

  /// Where a redirect leads (RFC 9110, section 15.4), as the server wrote it.
  var redirectTarget: String? {
    [301, 302, 303, 307, 308].contains(status) ? location : nil
  }

  /// Takes the next line, with or without its line break. A status line starts anew, since an informational answer
  /// (RFC 9110, section 15.2) comes before the final one. Of a field that comes twice the first counts, but lists are joined.
  /// Lines that continue a field (RFC 9112, section 5.2, obsolete) are passed over.
  mutating func read(_ line: String) {
    if line.utf8.first == UInt8(ascii: " ") || line.utf8.first == UInt8(ascii: "\t") { return }
    let line = line.trimmingHTTPSpace
    if line.utf8.starts(with: "HTTP/".utf8) {
      self = ResponseHead()
      status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
    } else if line.isEmpty {
      isComplete = status >= 200
    } else if let colon = line.utf8.firstIndex(of: UInt8(ascii: ":")) {
      let value = String(line[line.utf8.index(after: colon)...]).trimmingHTTPSpace
      read(value, of: line[..<colon].lowercased())
    }
  }

  private mutating func read(_ value: String, of field: String) {
    switch field {
    case "content-type": contentType = contentType ?? ContentType(value)
    case "location": location = location ?? value
    case "retry-after": retryAfter = retryAfter ?? value
    case "etag": etag = etag ?? value
    case "last-modified": lastModified = lastModified ?? value
    case "cache-control": cacheControl = cacheControl.map { "\($0), \(value)" } ?? value
    case "expires": expires = expires ?? value
    case "vary": vary = vary.map { "\($0), \(value)" } ?? value
    case "date": date = date ?? value
    case "content-length": contentLengths.append(value)
    default: break
    }
  }
}
