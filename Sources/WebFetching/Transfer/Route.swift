/// Where a request may connect to.
struct Route: Sendable {
  /// The host to connect to: that of the address, or that of the proxy.
  let endpoint: WebAddress
  /// The addresses of the host, all of them judged.
  let addresses: [IPAddress]
  /// Whether the endpoint is a proxy.
  let isProxy: Bool
}
