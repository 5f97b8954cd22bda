/// What a server answered.
struct Response: Sendable {
  var head = ResponseHead()
  /// Decompressed; empty when it was not wanted.
  var body: [UInt8] = []
}

/// The status and the header fields that matter, read line by line.
struct ResponseHead: Hashable, Sendable {
  private(set) var status = 0
  private(set) var contentType: ContentType?
  private(set) var location: String?
  private(set) var retryAfter: String?
  /// Whether the empty line behind a final head was seen.
  private(set) var isComplete = false

  var isSuccess: Bool { (200..<300).contains(status) }

  /// Where a redirect leads (RFC 9110, section 15.4), as the server wrote it.
  var redirectTarget: String? {
    [301, 302, 303, 307, 308].contains(status) ? location : nil
  }

  /// Takes the next line, with or without its line break. A status line starts anew, since an informational answer
  /// (RFC 9110, section 15.2) comes before the final one. Of a field that comes twice the first counts.
  mutating func read(_ line: String) {
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
    default: break
    }
  }
}

/// The value of `Content-Type` (RFC 9110, section 8.3), as far as it matters here.
struct ContentType: Hashable, Sendable {
  /// In lower case, without parameters.
  let mediaType: String
  /// As it was written, without quotes.
  let charset: String?

  /// - Returns: `nil` when there is no media type in the value.
  init?(_ value: String) {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false).map { String($0).trimmingHTTPSpace }
    guard let type = parts.first, type.utf8.contains(UInt8(ascii: "/")) else { return nil }
    mediaType = type.lowercased()
    charset = parts.dropFirst().lazy.compactMap(Self.charset).first
  }

  private static func charset(_ parameter: String) -> String? {
    let sides = parameter.split(separator: "=", maxSplits: 1)
    guard sides.count == 2, sides[0].lowercased() == "charset" else { return nil }
    let value = String(sides[1]).trimming { $0 == "\"" || $0 == "'" || $0 == " " }
    return value.isEmpty ? nil : value
  }
}

extension String {
  fileprivate var trimmingHTTPSpace: String { trimming { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" } }

  fileprivate func trimming(_ isDropped: (Unicode.Scalar) -> Bool) -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isDropped($0) }),
      let last = scalars.lastIndex(where: { !isDropped($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
