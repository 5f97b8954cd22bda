/// A line of `robots.txt` that allows or disallows what its pattern matches (RFC 9309, section 2.2.2).
struct RobotsRule: Codable, Hashable, Sendable {
  let isAllowing: Bool
  /// ASCII, spelled ``RobotsSpelling/asWritten``.
  let pattern: String

  /// Of the rules that match, the heaviest decides.
  var weight: Int { pattern.utf8.count }

  /// The rule with its pattern spelled ``RobotsSpelling/normal``.
  var inNormalSpelling: RobotsRule {
    let spelled = parts.map(RobotsSpelling.normal.spell).joined(separator: "*")
    return RobotsRule(isAllowing: isAllowing, pattern: isAnchored ? spelled + "$" : spelled)
  }

  /// Whether the pattern must fit up to the end.
  private var isAnchored: Bool { pattern.utf8.last == UInt8(ascii: "$") }

  /// What stands between the `*`, at least one part.
  private var parts: [ArraySlice<UInt8>] {
    let body = Array(isAnchored ? pattern.utf8.dropLast() : pattern.utf8[...])
    return body.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
  }

  /// Whether the pattern fits the beginning of a target: `*` stands for any characters, a `$` at the end for the end.
  func matches(_ target: [UInt8]) -> Bool {
    let parts = parts
    guard target.starts(with: parts[0]) else { return false }
    // The earliest place for each part leaves the most room for the next.
    var rest = target.dropFirst(parts[0].count)
    for part in parts.dropFirst() {
      guard let end = Self.end(ofFirst: part, in: rest) else { return false }
      rest = rest[end...]
    }
    guard isAnchored, !rest.isEmpty else { return true }
    // The last part may also come later.
    return parts.count > 1 && target.suffix(parts[parts.count - 1].count) == parts[parts.count - 1]
  }

  /// Where the first occurrence ends. Each byte is looked at twice at most (Knuth, Morris and Pratt 1977), since one person
  /// may have written both file and address.
  private static func end(ofFirst part: ArraySlice<UInt8>, in text: ArraySlice<UInt8>) -> Int? {
    guard let first = part.first else { return text.startIndex }
    guard part.count <= text.count, let start = text.firstIndex(of: first) else { return nil }
    let part = Array(part)
    let borders = borders(of: part)
    var matched = 0
    for index in start..<text.endIndex {
      while matched > 0, part[matched] != text[index] { matched = borders[matched - 1] }
      if part[matched] == text[index] { matched += 1 }
      if matched == part.count { return index + 1 }
    }
    return nil
  }

  /// For each beginning of a part the length of the longest shorter beginning that it also ends with.
  private static func borders(of part: [UInt8]) -> [Int] {
    var borders = [0]
    for byte in part.dropFirst() {
      var length = borders[borders.count - 1]
      while length > 0, part[length] != byte { length = borders[length - 1] }
      borders.append(part[length] == byte ? length + 1 : 0)
    }
    return borders
  }
}
