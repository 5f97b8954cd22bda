public import FactCheckCore
public import WebFetching

/// Feeds and pages over the network, as their sites' `robots.txt` allows it, one request at a time to a host and with
/// time between two.
public struct FeedPages: FeedFetching {
  private let feeds: WebFetcher
  private let pages: WebFetcher
  private let throttle: HostThrottle
  private let gate: RobotsGate
  private let queue = HostQueue()

  /// - Parameters:
  ///   - fetcher: how requests are made; which media types it accepts does not matter.
  ///   - throttle: keeps requests to one host apart.
  ///   - robots: what ``robots`` gave in an earlier run.
  public init(fetcher: WebFetcher, throttle: HostThrottle = HostThrottle(), robots: [String: RobotsPolicy] = [:]) {
    // Feeds are served under any type; what is none is found out by reading it.
    feeds = fetcher.accepting(WebFetcher.feedMediaTypes + [WebFetcher.anyMediaType])
    pages = fetcher.accepting(WebFetcher.pageMediaTypes)
    self.throttle = throttle
    gate = RobotsGate(fetcher: fetcher, throttle: throttle, known: robots)
  }

  /// What `robots.txt` of each origin says that was asked, as long as it holds.
  public var robots: [String: RobotsPolicy] { gate.policies }

  public func answer(to address: String, validators: Validators) throws(WebFetchError) -> WebFetcher.Answer {
    try queue.alone(at: address) { () throws(WebFetchError) in
      try throttle.waitForTurn(toFetch: address, through: gate)
      return try feeds.fetch(address, validators: validators)
    }
  }

  public func page(at address: String) throws(WebFetchError) -> RawContent {
    try queue.alone(at: address) { () throws(WebFetchError) in
      try throttle.waitForTurn(toFetch: address, through: gate)
      return try pages.fetch(address)
    }
  }
}
