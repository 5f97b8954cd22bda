public import FactCheckCore
public import WebFetching

/// Feeds over the network, as their sites' `robots.txt` allows it, with time between two requests to a host.
public struct FeedPages: FeedFetching {
  private let fetcher: WebFetcher
  private let throttle: HostThrottle
  private let gate: RobotsGate

  /// - Parameters:
  ///   - fetcher: asks for feeds.
  ///   - throttle: keeps requests to one host apart.
  public init(fetcher: WebFetcher, throttle: HostThrottle = HostThrottle()) {
    self.fetcher = fetcher
    self.throttle = throttle
    gate = RobotsGate(fetcher: fetcher, throttle: throttle)
  }

  public func answer(to address: String, validators: Validators) throws(WebFetchError) -> WebFetcher.Answer {
    try waitForTurn(at: address)
    return try fetcher.fetch(address, validators: validators)
  }

  private func waitForTurn(at address: String) throws(WebFetchError) {
    let delay = try gate.admit(address)
    if let host = WebAddress(address)?.host { throttle.waitForTurn(at: host, delay: delay ?? .zero) }
  }
}
