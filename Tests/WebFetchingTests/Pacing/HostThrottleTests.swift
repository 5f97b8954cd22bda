import Synchronization
import Testing

@testable import WebFetching

@Suite struct HostThrottleTests {
  private let clock = StoppedClock()
  private let here = WebHost.domain("a.example")

  @Test func `the first request to each host need not wait`() {
    let throttle = HostThrottle(clock: clock)
    throttle.waitForTurn(at: here)
    throttle.waitForTurn(at: .domain("b.example"))
    throttle.waitForTurn(at: .ipv4(IPv4Address(192, 0, 2, 1)), delay: .seconds(60))
    #expect(clock.pauses.isEmpty)
  }

  @Test(
    arguments: [
      (0, 0, [2]), (500, 0, [1.5]), (2000, 0, []), (3000, 0, []), (500, 1, [1.5]), (500, 60, [59.5]), (61_000, 60, []),
    ] as [(Int, Int, [Double])])
  func `a host is left alone as long as spacing and delay ask for`(passed: Int, delay: Int, expected: [Double]) {
    let throttle = HostThrottle(spacing: .seconds(2), clock: clock)
    throttle.waitForTurn(at: here)
    clock.advance(by: .milliseconds(passed))
    throttle.waitForTurn(at: here, delay: .seconds(delay))
    #expect(clock.pauses == expected.map { .seconds($0) })
  }

  @Test func `the spacing counts from the last turn and not from the first`() {
    let throttle = HostThrottle(clock: clock)
    for _ in 0..<3 { throttle.waitForTurn(at: here) }
    clock.advance(by: .seconds(3))
    throttle.waitForTurn(at: here)
    #expect(clock.pauses == [.seconds(1), .seconds(2)])
  }

  @Test func `threads that wait for one host come one after another`() async {
    let throttle = HostThrottle(clock: clock)
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { [here] in throttle.waitForTurn(at: here) } }
    }
    #expect(clock.pauses.sorted() == (1..<20).map { .seconds($0) })
  }

  @Test func `a cancelled task stops waiting`() async {
    let wait = Task.detached { SystemClock().pause(for: .seconds(600)) }
    wait.cancel()
    await wait.value
  }
}

/// A clock that stands still unless it is told otherwise, and keeps how long it was to be waited for.
final class StoppedClock: Timekeeping {
  private let time = Mutex(ContinuousClock.now)
  private let asked = Mutex<[Duration]>([])

  var now: ContinuousClock.Instant { time.withLock(\.self) }
  var pauses: [Duration] { asked.withLock(\.self) }

  func pause(for duration: Duration) { asked.withLock { $0.append(duration) } }

  func advance(by duration: Duration) { time.withLock { $0 += duration } }
}
