extension WebFetcher {
  /// Finds out where the host is, and refuses it when any of its addresses is to be refused: whoever controls a name
  /// could otherwise hide a private address behind a public one.
  func route(for hop: Hop, until deadline: ContinuousClock.Instant) throws(WebFetchError) -> Route {
    if Task.isCancelled { throw hop.failure(.cancelled) }
    if let proxy {
      return Route(endpoint: proxy, addresses: try addresses(of: proxy, for: hop, until: deadline), isProxy: true)
    }
    let addresses = try addresses(of: hop.address, for: hop, until: deadline)
    if let host = hop.address.host {
      for address in addresses {
        if let refusal = policy.refusal(of: address, resolvedFrom: host) { throw hop.failure(.refused(refusal)) }
      }
    }
    return Route(endpoint: hop.address, addresses: addresses, isProxy: false)
  }

  private func addresses(
    of endpoint: WebAddress, for hop: Hop, until deadline: ContinuousClock.Instant
  ) throws(WebFetchError) -> [IPAddress] {
    let host = endpoint.host ?? .empty
    if let ip = host.ip { return [ip] }
    let name = host.description
    switch resolver.lookUp(name, within: ContinuousClock.now.duration(to: deadline)) {
    case .addresses(let addresses) where !addresses.isEmpty: return addresses
    case .addresses, .notFound: throw hop.failure(.hostNotFound(name))
    case .failed(let detail): throw hop.failure(.lookupFailed(name, detail))
    case .timedOut: throw hop.failure(.timedOut(.lookup, limit: limits.total))
    }
  }
}
