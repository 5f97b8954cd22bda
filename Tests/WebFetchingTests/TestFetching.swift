import FactCheckCore
import Synchronization
import TestSupport

@testable import WebFetching

/// A resolver that gives each look-up of a name the next of its answers, and the last one again and again.
final class ScriptedResolver: HostResolving {
  private let script: [String: [HostLookup]]
  private let calls = Mutex<[String]>([])

  init(_ script: [String: [HostLookup]]) { self.script = script }

  /// The names that were looked up, in order.
  var lookedUp: [String] { calls.withLock(\.self) }

  func lookUp(_ name: String, within limit: Duration) -> HostLookup {
    let earlier = calls.withLock { calls in
      defer { calls.append(name) }
      return calls.count { $0 == name }
    }
    guard let answers = script[name], let last = answers.last else { return .notFound }
    return earlier < answers.count ? answers[earlier] : last
  }
}

extension HostLookup {
  static func at(_ addresses: String...) -> HostLookup { .addresses(addresses.compactMap { IPAddress($0) }) }
}

extension WebFetcher {
  /// A fetcher that may connect to the server, and to nothing else on this machine.
  static func reaching(
    _ server: LoopbackServer, limits: Limits = .quick, proxy: WebAddress? = nil,
    resolver: any HostResolving = ScriptedResolver([:])
  ) -> WebFetcher {
    WebFetcher(
      version: "9.9", contact: "https://vetted.example/contact",
      policy: AddressPolicy(allowedPorts: [80, 443, server.port], allowedPrivateHosts: ["127.0.0.1"]),
      limits: limits, proxy: proxy, resolver: resolver)
  }

  /// What is wrong with an address; `nil` when the page came.
  func problem(with address: String) -> WebFetchError.Problem? {
    do {
      _ = try fetch(address)
      return nil
    } catch {
      return error.problem
    }
  }

  func refusal(of address: String) -> AddressPolicy.Refusal.Code? {
    if case .refused(let refusal) = problem(with: address) { refusal.code } else { nil }
  }
}

extension WebFetcher.Limits {
  /// Short enough for tests that run into them.
  static var quick: WebFetcher.Limits {
    var limits = WebFetcher.Limits()
    limits.connect = .seconds(2)
    limits.firstByte = .seconds(2)
    limits.total = .seconds(4)
    return limits
  }

  func with<Value>(_ limit: WritableKeyPath<Self, Value>, _ value: Value) -> Self {
    var limits = self
    limits[keyPath: limit] = value
    return limits
  }
}
