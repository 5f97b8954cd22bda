import Foundation

extension ResponseHead {
  /// How long the server says that its answer stays as it is (RFC 9111, section 4.2.1): the `max-age` of `Cache-Control`, else
  /// the time from `Date` to `Expires`; at most ``Swift/Duration/longestRest``. An `Expires` that is no date is in the past
  /// (section 5.3).
  ///
  /// - Parameter now: stands for a `Date` that is missing.
  /// - Returns: `nil` when the server says nothing.
  func freshness(at now: Date) -> Duration? {
    if let maxAge { return .rest(seconds: maxAge) }
    guard let expires else { return nil }
    guard let end = Date(http: expires) else { return .zero }
    let start = date.flatMap { Date(http: $0) } ?? now
    return .rest(seconds: end.timeIntervalSince(start))
  }

  /// Whether the answer may be kept for later (RFC 9111, sections 3 and 4.1): neither `no-store` nor different for each
  /// request.
  var mayBeKept: Bool {
    !cacheDirectives.contains { $0.name == "no-store" } && vary?.contains("*") != true
  }

  /// Seconds; the first `max-age` that has a number counts. `no-cache` is none.
  private var maxAge: Double? {
    if cacheDirectives.contains(where: { $0.name == "no-cache" && $0.value == nil }) { return 0 }
    return cacheDirectives.lazy.filter { $0.name == "max-age" }
      .compactMap { $0.value.flatMap { String($0.trimmingPrefix("\"")).wholeSeconds } }.first
  }

  /// The parts of `Cache-Control`, their names in lower case.
  private var cacheDirectives: [(name: String, value: String?)] {
    (cacheControl ?? "").split(separator: ",").map { directive in
      let sides = directive.split(separator: "=", maxSplits: 1).map { String($0).trimmingHTTPSpace }
      return (sides[0].lowercased(), sides.count == 2 ? sides[1] : nil)
    }
  }
}

extension String {
  /// The number of seconds that the digits at the start say, as `120` and `120"` do (RFC 9111, section 1.2.2).
  var wholeSeconds: Double? { Double(prefix { $0.isASCII && $0.isNumber }) }
}

extension Duration {
  /// The longest time that a server's wish to be left alone is heeded: more than a week is taken for a mistake, such as
  /// the `max-age` of a year that is meant for pictures.
  static let longestRest = Duration.seconds(7 * 86_400)

  /// So many seconds, but none before now and no more than ``longestRest``.
  static func rest(seconds: Double) -> Duration {
    seconds > 0 ? min(.seconds(min(seconds, 1e9)), longestRest) : .zero
  }
}
