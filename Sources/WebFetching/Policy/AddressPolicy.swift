/// Decides whether an address may be fetched, so that nobody can use Vetted to reach into a private network
/// (server-side request forgery, https://owasp.org/www-community/attacks/Server_Side_Request_Forgery).
///
/// The decision has two halves. Before anything is looked up, the address itself is judged: scheme, credentials,
/// port, host name or literal IP address. Then every IP address that the name resolves to is judged.
///
/// Networks that reach IPv4 only through NAT64 with DNS64 are not served: there each IPv4 site looks like a refused
/// block.
public struct AddressPolicy: Sendable {
  /// Ports that may be connected to. By default the ports of http and https and the two that web servers use beside
  /// them (8080 is `http-alt` in IANA's registry, 8443 its usual counterpart with TLS). On others answer mail,
  /// databases and caches that a request line can command.
  public var allowedPorts: Set<UInt16>
  /// Private hosts that may be fetched all the same, in the form of ``WebHost/description``: names (`wiki.internal`)
  /// or IP addresses (`10.0.0.5`, `[fd00::5]`). A name stands for whatever it resolves to; an address may also be
  /// what another name resolves to. With a port behind it (`10.0.0.5:8000`) that port is allowed on this host too.
  public var allowedPrivateHosts: Set<String>

  public init(allowedPorts: Set<UInt16> = [80, 443, 8080, 8443], allowedPrivateHosts: Set<String> = []) {
    self.allowedPorts = allowedPorts
    self.allowedPrivateHosts = allowedPrivateHosts
  }
}

extension AddressPolicy {
  /// What the policy says of an address.
  public enum Decision: Hashable, Sendable {
    /// May be fetched, as far as can be told without looking the name up.
    case allowed(WebAddress)
    case refused(Refusal)
  }

  /// Why an address is not fetched.
  public struct Refusal: Hashable, Sendable {
    /// Stable names of the reasons.
    public enum Code: String, Hashable, Sendable, CaseIterable {
      case notAnAddress = "not-an-address"
      case schemeNotAllowed = "scheme-not-allowed"
      case credentialsNotAllowed = "credentials-not-allowed"
      case portNotAllowed = "port-not-allowed"
      case privateName = "private-name"
      case privateAddress = "private-address"
    }

    public let code: Code
    /// Half a sentence in plain words, such as `127.0.0.1 is a loopback address (127.0.0.0/8, RFC 1122)`.
    public let reason: String
  }

  /// Judges an address as somebody wrote it.
  public func decision(on text: String) -> Decision {
    do throws(WebAddressFlaw) {
      let address = try WebAddress.parse(text)
      return refusal(of: address).map(Decision.refused) ?? .allowed(address)
    } catch {
      return .refused(Refusal(code: .notAnAddress, reason: "this is not a web address: \(error)"))
    }
  }

  /// Judges an address without looking its name up.
  ///
  /// - Returns: `nil` when nothing speaks against it.
  public func refusal(of address: WebAddress) -> Refusal? {
    guard address.scheme == "http" || address.scheme == "https", let host = address.host else {
      return Refusal(
        code: .schemeNotAllowed, reason: "only http and https are fetched, and this is “\(address.scheme.excerpt):”")
    }
    if address.hasCredentials {
      return Refusal(
        code: .credentialsNotAllowed, reason: "a user name or a password stands before the “@” of the address")
    }
    if let refusal = refusal(of: host) { return refusal }
    guard let port = address.effectivePort,
      allowedPorts.contains(port) || allowedPrivateHosts.contains("\(host):\(port)")
    else {
      let allowed = allowedPorts.sorted().map(String.init).joined(separator: ", ")
      return Refusal(
        code: .portNotAllowed,
        reason: "port \(address.effectivePort ?? 0) is not one that web pages are fetched from (\(allowed))")
    }
    return nil
  }

  /// Judges an IP address that the host of an address resolved to, or that a connection is about to go to.
  ///
  /// - Returns: `nil` when nothing speaks against it.
  public func refusal(of ip: IPAddress, resolvedFrom host: WebHost) -> Refusal? {
    if isAllowedPrivate(host) || isAllowedPrivate(WebHost(ip)) { return nil }
    guard let block = AddressBlock.refused.first(where: { $0.contains(ip.judged) }) else { return nil }
    let subject = ip.judged == ip ? "\(ip)" : "\(ip) (that is, \(ip.judged))"
    let path =
      host.ip == nil ? "\(host.description.excerpt) leads to \(subject), \(block.kind)" : "\(subject) is \(block.kind)"
    return Refusal(code: .privateAddress, reason: "\(path) (\(block), \(block.source))")
  }

  private func refusal(of host: WebHost) -> Refusal? {
    if isAllowedPrivate(host) { return nil }
    if let ip = host.ip { return refusal(of: ip, resolvedFrom: host) }
    let name = host.description.trimmingTrailingDots
    if let reserved = ReservedName.all.first(where: { $0.covers(name) }) {
      return Refusal(
        code: .privateName, reason: "\(name.excerpt) \(reserved.kind) (\(reserved.name): \(reserved.source))")
    }
    guard name.utf8.contains(UInt8(ascii: ".")) else {
      return Refusal(code: .privateName, reason: "\(name.excerpt) has no dot, so it is a name of the local network")
    }
    return nil
  }

  private func isAllowedPrivate(_ host: WebHost) -> Bool {
    let name = host.description
    return allowedPrivateHosts.contains { host in
      host == name || host.hasPrefix("\(name):") && host.dropFirst(name.count + 1).isPort
    }
  }
}

extension WebHost {
  init(_ ip: IPAddress) {
    switch ip {
    case .v4(let address): self = .ipv4(address)
    case .v6(let address): self = .ipv6(address)
    }
  }
}

extension Substring {
  /// Whether this is the number of a port, without a sign.
  fileprivate var isPort: Bool { first?.isNumber == true && UInt16(self) != nil }
}

extension String {
  /// `example.org` for `example.org.`, the same name with the root written out.
  fileprivate var trimmingTrailingDots: String {
    String(decoding: utf8.reversed().drop { $0 == UInt8(ascii: ".") }.reversed(), as: UTF8.self)
  }
}
