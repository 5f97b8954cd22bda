/// An address of either version of the Internet Protocol.
public enum IPAddress: Hashable, Sendable {
  case v4(IPv4Address)
  case v6(IPv6Address)

  /// Reads a plain address, such as `192.0.2.1` or `2001:db8::1`, and every spelling that a host may have.
  ///
  /// - Returns: `nil` when the text is no address.
  public init?(_ text: String) {
    if let address = IPv6Address(text) {
      self = .v6(address)
    } else if let address = IPv4Address(spelling: text) {
      self = .v4(address)
    } else {
      return nil
    }
  }
}

extension IPAddress: CustomStringConvertible {
  /// The usual form, IPv6 without brackets.
  public var description: String {
    switch self {
    case .v4(let address): address.description
    case .v6(let address): address.description
    }
  }
}
