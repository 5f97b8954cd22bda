import Foundation

/// A clock that a thread can wait by. A test's need not let any time pass.
public protocol Timekeeping: Sendable {
  var now: ContinuousClock.Instant { get }

  /// Returns when so much time has passed, or earlier when the task was cancelled.
  func pause(for duration: Duration)
}

/// The clock of the system.
public struct SystemClock: Timekeeping {
  public init() {}

  public var now: ContinuousClock.Instant { .now }

  /// Waits in short naps, because a sleeping thread does not notice that its task was cancelled.
  public func pause(for duration: Duration) {
    let end = now + duration
    while !Task.isCancelled, now < end { Thread.sleep(forTimeInterval: min((end - now) / .seconds(1), 0.05)) }
  }
}
