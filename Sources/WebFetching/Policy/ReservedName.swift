/// Host names that lead into the own machine or network, whatever they resolve to.
struct ReservedName: Sendable {
  /// The name, and the end of all names under it.
  let name: String
  /// What such a name is for.
  let kind: String
  /// Who reserved it.
  let source: String

  func covers(_ domain: String) -> Bool { domain == name || domain.hasSuffix("." + name) }

  static let all: [ReservedName] = [
    ReservedName(name: "localhost", kind: "names this machine", source: "RFC 6761, section 6.3"),
    ReservedName(name: "localdomain", kind: "names this machine", source: "the usual /etc/hosts"),
    ReservedName(name: "local", kind: "is a name of the local network", source: "RFC 6762"),
    ReservedName(name: "internal", kind: "is a name of a private network", source: "ICANN Board, 29 July 2024"),
    ReservedName(name: "home.arpa", kind: "is a name of a home network", source: "RFC 8375"),
    ReservedName(name: "lan", kind: "is a name of a home network", source: "RFC 6762, appendix G"),
    ReservedName(name: "intranet", kind: "is a name of a private network", source: "RFC 6762, appendix G"),
    ReservedName(name: "corp", kind: "is a name of a private network", source: "RFC 6762, appendix G"),
    ReservedName(name: "home", kind: "is a name of a home network", source: "RFC 6762, appendix G"),
    ReservedName(name: "private", kind: "is a name of a private network", source: "RFC 6762, appendix G"),
    ReservedName(name: "test", kind: "is a name for tests", source: "RFC 6761, section 6.2"),
    ReservedName(name: "metadata.goog", kind: "is a cloud metadata service", source: "Google Compute Engine"),
    ReservedName(name: "metadata.packet.net", kind: "is a cloud metadata service", source: "Equinix Metal"),
    ReservedName(name: "metadata.platformequinix.com", kind: "is a cloud metadata service", source: "Equinix Metal"),
    ReservedName(name: "metadata.tencentyun.com", kind: "is a cloud metadata service", source: "Tencent Cloud"),
  ]
}
