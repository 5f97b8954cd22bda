public import Foundation

extension WebFetchError {
  /// How long the server asks to be left alone, from the `Retry-After` (RFC 9110, section 10.2.3) of a 429 or a 503, in
  /// seconds or as a date; at most a week.
  ///
  /// - Parameter now: what a date is counted from.
  /// - Returns: `nil` for other problems, and when the server does not say.
  public func retryDelay(at now: Date = .now) -> Duration? {
    guard case .status(let status, let retryAfter?) = problem, status == 429 || status == 503 else { return nil }
    if let date = Date(http: retryAfter) { return .rest(seconds: date.timeIntervalSince(now)) }
    return retryAfter.wholeSeconds.map(Duration.rest(seconds:))
  }
}
