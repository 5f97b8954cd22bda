import Foundation

/// The host of an address (https://url.spec.whatwg.org/#concept-host).
public enum WebHost: Hashable, Sendable {
  /// A name in its ASCII form, in lower case, not necessarily a valid one.
  case domain(String)
  case ipv4(IPv4Address)
  case ipv6(IPv6Address)
  /// The host of a scheme that nobody knows, percent-encoded.
  case opaque(String)
  /// The host of `file:///…`.
  case empty

  /// The address, when the host is one.
  public var ip: IPAddress? {
    switch self {
    case .ipv4(let address): .v4(address)
    case .ipv6(let address): .v6(address)
    case .domain, .opaque, .empty: nil
    }
  }
}

extension WebHost: CustomStringConvertible {
  /// The host as it stands in an address, IPv6 in brackets.
  public var description: String {
    switch self {
    case .domain(let name), .opaque(let name): name
    case .ipv4(let address): address.description
    case .ipv6(let address): "[\(address)]"
    case .empty: ""
    }
  }
}

extension WebHost {
  /// Reads the host of an address (https://url.spec.whatwg.org/#concept-host-parser).
  ///
  /// - Parameters:
  ///   - text: what stands between the slashes or the `@` and the port or the path.
  ///   - isOpaque: whether the scheme is not one of the special ones, so that the host is kept as it is.
  /// - Throws: ``WebAddressFlaw/badHost(_:)``.
  init(_ text: String, isOpaque: Bool) throws(WebAddressFlaw) {
    let scalars = text.unicodeScalars
    if scalars.first == "[" {
      guard scalars.last == "]", let address = IPv6Address(String(scalars.dropFirst().dropLast())) else {
        throw .badHost(text)
      }
      self = .ipv6(address)
    } else if isOpaque {
      guard !scalars.contains(where: Self.forbidden.contains) else { throw .badHost(text) }
      self = .opaque(text.percentEncoded(.control))
    } else {
      guard let domain = Self.asciiDomain(text.percentDecoded) else { throw .badHost(text) }
      if IPv4Address.isMeant(by: domain) {
        guard let address = IPv4Address(spelling: domain) else { throw .badHost(text) }
        self = .ipv4(address)
      } else {
        self = .domain(domain)
      }
    }
  }

  /// https://url.spec.whatwg.org/#forbidden-host-code-point
  private static let forbidden = ASCIISet("\0\t\n\r #/:<>?@[\\]^|")
  /// https://url.spec.whatwg.org/#forbidden-domain-code-point
  private static let forbiddenInDomain = ASCIISet.controls.union(" #%/:<>?@[\\]^|\u{7F}")

  /// The form of a name that goes to the resolver (https://url.spec.whatwg.org/#concept-domain-to-ascii).
  ///
  /// Names of ASCII letters are only lower-cased. For others `URLComponents` does the mapping of UTS #46 with ICU's
  /// tables, non-transitional and with the checks of RFC 5893 and of joiners. It is stricter than the standard asks:
  /// labels with hyphens at an end or in the third and fourth place, empty and too long labels fail. What it cannot
  /// map comes back percent-encoded, and `%` is forbidden in a domain.
  private static func asciiDomain(_ domain: String) -> String? {
    let scalars = domain.unicodeScalars
    guard !scalars.isEmpty, !scalars.contains(where: forbiddenInDomain.contains) else { return nil }
    if scalars.allSatisfy(\.isASCII) {
      return String(String.UnicodeScalarView(scalars.map(\.asciiLowercased)))
    }
    var components = URLComponents()
    components.host = domain
    guard let mapped = components.encodedHost, !mapped.isEmpty,
      mapped.unicodeScalars.allSatisfy({ $0.isASCII && !forbiddenInDomain.contains($0) })
    else { return nil }
    return mapped
  }
}
