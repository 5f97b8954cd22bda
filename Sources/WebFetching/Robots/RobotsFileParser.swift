/// Reads `robots.txt` line by line into groups (RFC 9309, section 2.2).
struct RobotsFileParser {
  private(set) var groups: [RobotsFile.Group] = []
  /// Whether the next `User-agent` belongs to the last group: no rule has come since its first.
  private var isNamingAgents = false

  /// No `Crawl-delay` is heeded beyond this, in seconds: some sites name hours to keep programs out, for which there is
  /// `Disallow`.
  private static let longestDelay = 60.0

  mutating func read(_ bytes: [UInt8]) {
    for line in Self.withoutMark(Self.cut(bytes)).split(whereSeparator: Self.isLineEnd) { read(line: line) }
  }

  private static func cut(_ bytes: [UInt8]) -> ArraySlice<UInt8> {
    guard bytes.count > RobotsFile.sizeLimit else { return bytes[...] }
    let start = bytes.prefix(RobotsFile.sizeLimit)
    return start[...(start.lastIndex(where: isLineEnd) ?? start.startIndex)]
  }

  /// Drops a byte order mark, or as much of one as is left.
  private static func withoutMark(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.dropFirst(zip(bytes, [0xEF, 0xBB, 0xBF]).prefix { $0 == $1 }.count)
  }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }

  private mutating func read(line: ArraySlice<UInt8>) {
    let content = line.prefix { $0 != UInt8(ascii: "#") }
    guard let (key, value) = Self.keyAndValue(in: content) else { return }
    switch Key(key) {
    case .userAgent: name(value)
    case .allow: add(value, isAllowing: true)
    case .disallow: add(value, isAllowing: false)
    case .crawlDelay: setDelay(value)
    case nil: break
    }
  }

  /// The sides of the colon. Without one two words are a key and its value.
  private static func keyAndValue(in line: ArraySlice<UInt8>) -> (key: ArraySlice<UInt8>, value: ArraySlice<UInt8>)? {
    if let colon = line.firstIndex(of: UInt8(ascii: ":")) {
      return (line[..<colon].trimmed, line[(colon + 1)...].trimmed)
    }
    let words = line.split(whereSeparator: \.isRobotsSpace)
    return words.count == 2 ? (words[0], words[1]) : nil
  }

  /// Starts a group, or gives the last one a further name. Of a name only the product token counts, as in `Foo/1.0`.
  private mutating func name(_ value: ArraySlice<UInt8>) {
    if !isNamingAgents { groups.append(RobotsFile.Group()) }
    isNamingAgents = true
    let isAnyone = value.first == UInt8(ascii: "*") && value.dropFirst().first?.isRobotsSpace ?? true
    let token = isAnyone ? value.prefix(1) : value.prefix(while: Self.isTokenByte)
    groups[groups.count - 1].agents.append(String(decoding: token, as: UTF8.self).lowercased())
  }

  private static func isTokenByte(_ byte: UInt8) -> Bool {
    Unicode.Scalar(byte).isASCIIAlpha || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_")
  }

  /// A rule without a pattern matches nothing. One that allows the index page of a folder allows the folder too, as
  /// Google's parser has it.
  private mutating func add(_ value: ArraySlice<UInt8>, isAllowing: Bool) {
    guard !groups.isEmpty else { return }
    isNamingAgents = false
    guard !value.isEmpty else { return }
    let pattern = RobotsSpelling.asWritten.spell(value)
    groups[groups.count - 1].rules.append(RobotsRule(isAllowing: isAllowing, pattern: pattern))
    if isAllowing, let slash = pattern.lastIndex(of: "/"), pattern[slash...].hasPrefix("/index.htm") {
      groups[groups.count - 1].rules.append(RobotsRule(isAllowing: true, pattern: pattern[...slash] + "$"))
    }
  }

  private mutating func setDelay(_ value: ArraySlice<UInt8>) {
    guard !groups.isEmpty, let seconds = Double(String(decoding: value, as: UTF8.self)), seconds >= 0 else { return }
    groups[groups.count - 1].crawlDelay = .seconds(min(seconds, Self.longestDelay))
  }

  /// The keys that mean something here.
  private enum Key {
    case userAgent, allow, disallow, crawlDelay

    /// Takes the spellings that Google's parser takes; a longer word that begins with one counts too.
    init?(_ key: ArraySlice<UInt8>) {
      let key = String(decoding: key.prefix(20), as: UTF8.self).lowercased()
      let spellings: [(Key, [String])] = [
        (.userAgent, ["user-agent", "useragent", "user agent"]), (.allow, ["allow"]),
        (.disallow, ["disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw"]),
        (.crawlDelay, ["crawl-delay", "crawldelay", "crawl delay"]),
      ]
      guard let found = spellings.first(where: { $0.1.contains(where: key.hasPrefix) }) else { return nil }
      self = found.0
    }
  }
}

extension UInt8 {
  /// The white space of ASCII, line ends included.
  fileprivate var isRobotsSpace: Bool { self == UInt8(ascii: " ") || (9...13).contains(self) }
}

extension ArraySlice<UInt8> {
  fileprivate var trimmed: ArraySlice<UInt8> {
    let start = drop(while: \.isRobotsSpace)
    return start[..<(start.lastIndex { !$0.isRobotsSpace }.map { $0 + 1 } ?? start.startIndex)]
  }
}
