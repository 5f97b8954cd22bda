/// Resolves relative references (RFC 3986, §5.2). It neither checks nor normalises what is absolute already.
enum AddressReference {
  /// The reference as seen from a base; the reference itself when there is no base that it could be resolved against.
  static func resolve(_ reference: String, against base: String?) -> String {
    guard let base, scheme(of: reference) == nil, let parts = Parts(base) else { return reference }
    if reference.hasPrefix("//") { return parts.scheme + ":" + reference }
    let (path, suffix) = divided(reference)
    let prefix = parts.scheme + "://" + parts.authority
    if path.isEmpty {
      return prefix + parts.path + (suffix.hasPrefix("?") ? "" : parts.query) + suffix
    }
    if path.hasPrefix("/") { return prefix + withoutDots(path) + suffix }
    let folder = parts.path.lastIndex(of: "/").map { String(parts.path[...$0]) } ?? "/"
    return prefix + withoutDots(folder + path) + suffix
  }

  /// The scheme, without the colon, of an absolute address.
  static func scheme(of address: some StringProtocol) -> String? {
    guard let colon = address.utf8.firstIndex(of: UInt8(ascii: ":")), address.utf8.first?.isASCIILetter == true
    else { return nil }
    let scheme = address[..<colon]
    let isScheme = scheme.utf8.allSatisfy { $0.isASCIILetter || $0.isASCIIDigit || "+-.".utf8.contains($0) }
    return isScheme ? String(scheme) : nil
  }

  /// Whether an address is one of http or https.
  static func isWeb(_ address: String) -> Bool {
    ["http", "https"].contains(scheme(of: address)?.lowercased()) && !address.contains(" ")
  }

  /// The parts of a hierarchical base.
  private struct Parts {
    let scheme: String
    let authority: String
    let path: String
    let query: String

    init?(_ base: String) {
      guard let scheme = AddressReference.scheme(of: base) else { return nil }
      let rest = base.dropFirst(scheme.count + 1)
      guard rest.hasPrefix("//") else { return nil }
      let (hierarchy, suffix) = AddressReference.divided(String(rest.dropFirst(2)))
      let slash = hierarchy.firstIndex(of: "/") ?? hierarchy.endIndex
      self.scheme = scheme
      authority = String(hierarchy[..<slash])
      path = slash == hierarchy.endIndex ? "/" : String(hierarchy[slash...])
      query = String(suffix.prefix { $0 != "#" })
    }
  }

  /// Cuts before the query or the fragment.
  private static func divided(_ reference: String) -> (path: String, suffix: String) {
    let cut = reference.firstIndex { $0 == "?" || $0 == "#" } ?? reference.endIndex
    return (String(reference[..<cut]), String(reference[cut...]))
  }

  /// RFC 3986, §5.2.4, of a path that begins with a slash.
  private static func withoutDots(_ path: String) -> String {
    var kept: [Substring] = []
    let segments = path.dropFirst().split(separator: "/", omittingEmptySubsequences: false)
    for segment in segments {
      switch segment {
      case ".": continue
      case "..": _ = kept.popLast()
      default: kept.append(segment)
      }
    }
    // A path that ends in a dot segment names a folder.
    if segments.last == "." || segments.last == ".." { kept.append("") }
    return "/" + kept.joined(separator: "/")
  }
}
