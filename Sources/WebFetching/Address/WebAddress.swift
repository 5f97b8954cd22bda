/// An absolute web address, read and written by the rules of the URL Standard (https://url.spec.whatwg.org).
///
/// The raw text is read once, here. Whoever decides on an address or connects to it works with this value or with its
/// ``description``, on which all parsers agree, so that no second reading can lead to another host.
public struct WebAddress: Hashable, Sendable {
  /// In lower case, without the colon.
  public internal(set) var scheme = ""
  /// Percent-encoded; empty when there is none.
  public internal(set) var username = ""
  /// Percent-encoded; empty when there is none.
  public internal(set) var password = ""
  /// `nil` for schemes without a host, such as `mailto:`.
  public internal(set) var host: WebHost?
  /// `nil` when it is the default port of the scheme.
  public internal(set) var port: UInt16?
  /// Percent-encoded, without the question mark.
  public internal(set) var query: String?
  /// Percent-encoded, without the number sign.
  public internal(set) var fragment: String?

  /// The path between its slashes, percent-encoded.
  var segments: [String] = []
  /// What stands behind the colon of `mailto:` and the like, in place of segments.
  var opaquePath: String?

  /// Nothing yet: what the parser starts from.
  init() {}
}

extension WebAddress {
  /// Reads an address. It is `nil` when a browser would not take the text for an address either.
  ///
  /// - Parameters:
  ///   - text: the address as somebody wrote it, relative to `base` or absolute.
  ///   - base: where the text was found.
  public init?(_ text: String, relativeTo base: WebAddress? = nil) {
    guard let address = try? Self.parse(text, relativeTo: base) else { return nil }
    self = address
  }

  /// Like ``init(_:relativeTo:)``, saying what is wrong.
  static func parse(_ text: String, relativeTo base: WebAddress? = nil) throws(WebAddressFlaw) -> WebAddress {
    var parser = WebAddressParser(text, base: base)
    return try parser.parse()
  }

  /// The path, percent-encoded, with its first slash.
  public var path: String { opaquePath ?? segments.map { "/" + $0 }.joined() }

  /// The port to connect to; `nil` when the scheme has none.
  public var effectivePort: UInt16? { port ?? defaultPort }

  /// Scheme, host and port (RFC 6454): who answers for the address.
  var origin: String { "\(scheme)://\(host?.description ?? "")" + (port.map { ":\($0)" } ?? "") }

  /// Whether there is a user name or a password in it.
  public var hasCredentials: Bool { !username.isEmpty || !password.isEmpty }

  private var defaultPort: UInt16? {
    switch scheme {
    case "http", "ws": 80
    case "https", "wss": 443
    case "ftp": 21
    default: nil
    }
  }

  /// Whether the scheme is one of those that browsers know (https://url.spec.whatwg.org/#special-scheme).
  var isSpecial: Bool { defaultPort != nil || scheme == "file" }
}

extension WebAddress: CustomStringConvertible {
  /// The address in its normal form (https://url.spec.whatwg.org/#concept-url-serializer): ASCII only.
  public var description: String { withoutFragment + (fragment.map { "#" + $0 } ?? "") }

  /// What goes to the server: the normal form without the fragment.
  public var withoutFragment: String {
    scheme + ":" + authority + path + (query.map { "?" + $0 } ?? "")
  }

  private var authority: String {
    guard let host else {
      // Without it the empty first segment would be read as the slashes before a host.
      return segments.count > 1 && segments[0].isEmpty ? "/." : ""
    }
    var credentials = username
    if !password.isEmpty { credentials += ":" + password }
    if hasCredentials { credentials += "@" }
    return "//" + credentials + host.description + (port.map { ":\($0)" } ?? "")
  }
}
