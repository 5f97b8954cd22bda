import FactCheckCore
public import Foundation
import Synchronization

/// Asks each site's `robots.txt` whether Vetted may fetch an address, once a day at most (RFC 9309, section 2.3).
///
/// Only the address that is asked for is judged, not those that it redirects to.
public final class RobotsGate: Sendable {
  private let fetcher: WebFetcher
  private let throttle: HostThrottle
  private let now: @Sendable () -> Date
  /// By origin.
  private let known: Mutex<[String: RobotsPolicy]>

  /// - Parameters:
  ///   - fetcher: fetches the files; which media types it accepts does not matter.
  ///   - throttle: keeps these requests apart from others to the same host.
  ///   - known: what ``policies`` gave in an earlier run.
  ///   - now: the time.
  public init(
    fetcher: WebFetcher, throttle: HostThrottle, known: [String: RobotsPolicy] = [:],
    now: @escaping @Sendable () -> Date = { .now }
  ) {
    var fetcher = fetcher.accepting(["text/plain", WebFetcher.anyMediaType])
    // As many as RFC 9309, section 2.3.1.2, asks for.
    fetcher.limits.redirects = max(5, fetcher.limits.redirects)
    self.fetcher = fetcher
    self.throttle = throttle
    self.now = now
    self.known = Mutex(known)
  }

  /// What is known and still holds, by origin.
  public var policies: [String: RobotsPolicy] {
    let now = now()
    return known.withLock { known in known.filter { $0.value.holds(at: now) } }
  }

  /// Finds out whether an address may be fetched, and asks its site first if need be.
  ///
  /// - Parameter text: the address as somebody wrote it.
  /// - Returns: how long the site wants programs to wait between two requests, at most a minute; `nil` when it does not say.
  /// - Throws: ``WebFetchError/Problem/blockedByRobots`` or ``WebFetchError/Problem/robotsUnreadable(_:)``; the refusal of
  ///   the address policy, of the address itself or of what its name leads to; why the site cannot be reached at all; or that
  ///   the task was cancelled.
  @discardableResult
  public func admit(_ text: String) throws(WebFetchError) -> Duration? {
    let hop = try fetcher.firstHop(to: text, validators: Validators())
    switch try policy(for: hop).access {
    case .everything: return nil
    case .nothing(let reason): throw hop.failure(.robotsUnreadable(reason))
    case .file(let file):
      guard file.isAllowed(hop.address.withoutFragment, agent: WebFetcher.productToken) else {
        throw hop.failure(.blockedByRobots)
      }
      return file.crawlDelay(agent: WebFetcher.productToken)
    }
  }

  private func policy(for hop: Hop) throws(WebFetchError) -> RobotsPolicy {
    let origin = hop.address.origin
    let now = now()
    if let policy = known.withLock({ $0[origin] }), policy.holds(at: now) { return policy }
    let policy = RobotsPolicy(access: try access(at: origin, for: hop), fetched: now)
    known.withLock { $0[origin] = policy }
    return policy
  }

  private func access(at origin: String, for hop: Hop) throws(WebFetchError) -> RobotsPolicy.Access {
    if let host = hop.address.host { throttle.waitForTurn(at: host) }
    let address = origin + "/robots.txt"
    do throws(WebFetchError) {
      return .file(RobotsFile(try fetcher.fetch(address).bytes))
    } catch {
      switch error.problem {
      // A server that gets too many requests should not get more: only the others say that there is no file.
      case .status(let status, _) where (400..<500).contains(status) && status != 429: return .everything
      case .cancelled: throw hop.failure(.cancelled)
      // What the name of the host leads to speaks against every address there; so does that there is nobody.
      case .refused, .hostNotFound, .lookupFailed, .connectionFailed, .tls:
        guard error.address == address else { return .nothing(reason: error.problem.reason) }
        throw hop.failure(error.problem)
      default: return .nothing(reason: error.problem.reason)
      }
    }
  }
}
