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
  /// Without the white space that HTTP allows around values.
  var trimmingHTTPSpace: String { trimming { $0 == " " || $0 == "\t" || $0 == "\r" || $0 == "\n" } }

  fileprivate func trimming(_ isDropped: (Unicode.Scalar) -> Bool) -> String {
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isDropped($0) }),
      let last = scalars.lastIndex(where: { !isDropped($0) })
    else { return "" }
    return String(scalars[first...last])
  }
}
