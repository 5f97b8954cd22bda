/// What a site's `robots.txt` asks of programs (RFC 9309, https://www.rfc-editor.org/rfc/rfc9309).
///
/// Any bytes can be read, as leniently as Google's parser does (https://github.com/google/robotstxt): keys that are
/// misspelled in the usual ways count, colons may be missing, and what cannot be understood is passed over.
public struct RobotsFile: Codable, Hashable, Sendable {
  /// Lines for the same programs.
  struct Group: Codable, Hashable, Sendable {
    /// Product tokens in lower case, or `*`.
    var agents: [String] = []
    var rules: [RobotsRule] = []
    var crawlDelay: Duration?
  }

  let groups: [Group]

  /// How much of a file is read, in bytes: RFC 9309, section 2.5, asks for at least 500 KiB.
  static let sizeLimit = 500 << 10
  /// How much of an address is compared, in bytes: what RFC 9110, section 4.1, asks every server to take. Patterns and
  /// addresses without an end would take forever.
  private static let targetLimit = 8_000

  /// Reads a file. One of more than 500 KiB is cut at the last line end before.
  public init(_ bytes: [UInt8]) {
    var parser = RobotsFileParser()
    parser.read(bytes)
    groups = parser.groups
  }

  /// Answers whether a program may fetch an address.
  ///
  /// Of the rules for the program that match, the one with the longest pattern decides, and `Allow` when two are equally
  /// long; without one everything is allowed. Escapes are compared twice: in the spelling that RFC 9309 asks for, and as
  /// they are written, which is what Google's parser does. Where the two disagree, the address is not allowed.
  ///
  /// - Parameters:
  ///   - address: a whole address, or a path with its query.
  ///   - agent: the product token of the program, in any case.
  /// - Returns: `false` when the file disallows it.
  public func isAllowed(_ address: String, agent: String) -> Bool {
    let target = Self.target(of: address)
    let rules = groups(for: agent).flatMap(\.rules)
    return Self.allow(rules, target)
      && Self.allow(rules.map(\.inNormalSpelling), Array(RobotsSpelling.normal.spell(target).utf8))
  }

  /// How long a program should wait between two requests (`Crawl-delay`, which is not in the RFC, but in wide use): the
  /// longest time that its groups name, at most a minute.
  public func crawlDelay(agent: String) -> Duration? { groups(for: agent).compactMap(\.crawlDelay).max() }

  /// All groups that name the program, or else all for any program (RFC 9309, section 2.2.1).
  private func groups(for agent: String) -> [Group] {
    let token = agent.lowercased()
    let own = groups.filter { $0.agents.contains(token) }
    return own.isEmpty ? groups.filter { $0.agents.contains("*") } : own
  }

  private static func allow(_ rules: [RobotsRule], _ target: [UInt8]) -> Bool {
    let matching = rules.filter { $0.matches(target) }
    let weight = matching.map(\.weight).max()
    return weight == nil || matching.contains { $0.weight == weight && $0.isAllowing }
  }

  /// Path and query of an address, without reading it by the URL Standard, which would change escapes.
  private static func target(of address: String) -> [UInt8] {
    let slash = UInt8(ascii: "/")
    var rest = address.utf8.prefix { $0 != UInt8(ascii: "#") }
    if rest.first != slash, let scheme = rest.firstRange(of: "://".utf8) { rest = rest[scheme.upperBound...] }
    let target = rest.drop { $0 != slash && $0 != UInt8(ascii: "?") }.prefix(targetLimit)
    return target.first == slash ? Array(target) : [slash] + target
  }
}
