/// As much of an address as the rules need. It decides nothing about what is fetched.
enum WebAddress {
  /// The host of an `https` address, in lower case; `nil` for every other text.
  static func host(ofSecure url: String) -> String? {
    guard url.lowercased().hasPrefix("https://"), url.wordCount == 1 else { return nil }
    let authority = url.dropFirst(8).prefix { !"/?#".contains($0) }
    let host = authority.prefix { $0 != ":" }
    guard !authority.contains("@"), host.contains("."), !host.hasPrefix("."), !host.hasSuffix(".") else { return nil }
    return host.lowercased()
  }

  /// Whether a host is a domain or a subdomain of it.
  static func isHost(_ host: String, within domain: String) -> Bool {
    host == domain || host.hasSuffix("." + domain)
  }
}
