import Synchronization

/// Keeps requests to one host apart, whoever makes them and on whichever thread.
public final class HostThrottle: Sendable {
  private let spacing: Duration
  private let clock: any Timekeeping
  /// When each host was asked last, or will be by a thread that waits.
  private let turns = Mutex<[WebHost: ContinuousClock.Instant]>([:])

  /// - Parameters:
  ///   - spacing: the least time between two requests to one host.
  ///   - clock: what to wait by.
  public init(spacing: Duration = .seconds(1), clock: any Timekeeping = SystemClock()) {
    self.spacing = spacing
    self.clock = clock
  }

  /// Waits until the host may be asked. Threads that wait for one host come one after another, in the order of their calls.
  ///
  /// - Parameters:
  ///   - host: who is to be asked.
  ///   - delay: how much time the host wants since the last request, when that is more than the spacing.
  public func waitForTurn(at host: WebHost, delay: Duration = .zero) {
    let now = clock.now
    let turn = turns.withLock { turns in
      let turn = turns[host].map { max(now, $0 + max(spacing, delay)) } ?? now
      turns[host] = turn
      return turn
    }
    if turn > now { clock.pause(for: turn - now) }
  }

  /// Waits until an address may be fetched, as its site's `robots.txt` allows it.
  ///
  /// - Parameters:
  ///   - address: as somebody wrote it.
  ///   - gate: asks `robots.txt`; `nil` where it is not to be asked.
  /// - Throws: what ``RobotsGate/admit(_:)`` throws.
  public func waitForTurn(toFetch address: String, through gate: RobotsGate?) throws(WebFetchError) {
    let delay = try gate?.admit(address)
    if let host = WebAddress(address)?.host { waitForTurn(at: host, delay: delay ?? .zero) }
  }
}
