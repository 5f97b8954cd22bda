/// Why a text is no address.
enum WebAddressFlaw: Error, Hashable {
  case noScheme
  case noHost
  case badHost(String)
  case badPort
}

extension WebAddressFlaw: CustomStringConvertible {
  var description: String {
    switch self {
    case .noScheme: "it does not begin with https:// or http://"
    case .noHost: "it names no host"
    case .badHost(let host): "“\(host.excerpt)” is neither a host name nor an IP address"
    case .badPort: "the port behind the host is not a number up to 65535"
    }
  }
}
