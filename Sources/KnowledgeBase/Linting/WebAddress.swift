/// As much of an address as the rules need. It decides nothing about what is fetched.
enum WebAddress {
  /// The host of an `https` address, in lower case; `nil` for every other text.
  static func host(ofSecure url: String) -> String? { host(of: url, scheme: "https") }

  /// The host of an address with this scheme, in lower case; `nil` for every other text.
  static func host(of url: String, scheme: String) -> String? {
    guard url.lowercased().hasPrefix(scheme + "://"), url.wordCount == 1 else { return nil }
    let authority = url.dropFirst(scheme.count + 3).prefix { !"/?#".contains($0) }
    let host = authority.prefix { $0 != ":" }
    guard !authority.contains("@"), host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".") else { return nil }
    return host.lowercased()
  }

  /// Whether a text is a domain name and nothing else: letters, digits and hyphens between dots.
  static func isDomain(_ text: String) -> Bool {
    host(ofSecure: "https://" + text) == text
      && text.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 || $0 == 46 }
  }

  /// Whether a host is a domain or a subdomain of it.
  static func isHost(_ host: String, within domain: String) -> Bool {
    host == domain || host.hasSuffix("." + domain)
  }
}
