/// Looks up the addresses of a host.
public protocol HostResolving: Sendable {
  /// The addresses of a name, all of them.
  ///
  /// - Parameters:
  ///   - name: a host name in its ASCII form.
  ///   - limit: how long the answer may take.
  /// - Returns: the addresses, or why there are none.
  func lookUp(_ name: String, within limit: Duration) -> HostLookup
}

/// What a look-up of a host came to.
public enum HostLookup: Hashable, Sendable {
  case addresses([IPAddress])
  /// The name has no address.
  case notFound
  /// Nobody could say; with what the system says of it.
  case failed(String)
  case timedOut
}
