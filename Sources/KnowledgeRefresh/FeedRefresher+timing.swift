import FeedReading
import Foundation
import WebFetching

// When to come again.

extension FeedRefresher {
  private static let hour = 3600
  static let day = 24 * hour
  /// For how many seconds the items of a feed are read in one refresh, with all that it asks for: what comes then is left for the
  /// next, so that no feed keeps others waiting.
  static let readingTime = 10 * 60
  static let leastWait = hour
  /// Where the publisher asks for nothing else.
  static let usualWait = 6 * hour
  private static let firstDelay = 15 * 60

  /// Seconds to the next request that the publisher is content with: `Cache-Control`, `ttl` and `skipHours`, an hour at least
  /// and a day at most.
  static func wait(freshFor: Duration?, feed: FeedReading.Feed?, now: Int) -> Int {
    let asked = max(Int(freshFor?.components.seconds ?? 0), min(feed?.timeToLive ?? 0, day) * 60)
    var wait = min(day, max(leastWait, asked == 0 ? usualWait : asked))
    let skipped = Set(feed?.skipHours ?? [])
    var hours = 0
    while hours < 24, skipped.contains((now + wait) / hour % 24) {
      wait += hour - (now + wait) % hour
      hours += 1
    }
    return wait
  }

  /// Seconds to the next attempt: what the server asks for, or twice as long after each failure, up to a day, with up to a
  /// half more so that not all come at once.
  func delay(after failures: Int, error: WebFetchError) -> Int {
    let now = Date(timeIntervalSince1970: Double(clock()))
    if let wanted = error.retryDelay(at: now) { return max(60, Int(wanted.components.seconds)) }
    let doubled = min(Self.day, Self.firstDelay << min(failures - 1, 10))
    return doubled + Int(Double(doubled) * jitter() / 2)
  }
}
