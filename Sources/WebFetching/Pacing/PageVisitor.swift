public import FactCheckCore

/// Fetches the pages that people name: through a cache, as their sites' `robots.txt` allows it, and with time between two
/// requests to one host.
public final class PageVisitor {
  private let fetcher: WebFetcher
  private let cache: PageCache?
  private let readsCache: Bool
  private let obeysRobots: Bool
  private let throttle = HostThrottle()
  /// Made for the first page that is fetched, since what is kept has to be read for it. The page may follow its `robots.txt` at
  /// once, so the two do not wait for each other.
  private lazy var gate =
    obeysRobots ? RobotsGate(fetcher: fetcher, throttle: HostThrottle(), known: cache?.robots ?? [:]) : nil

  /// - Parameters:
  ///   - fetcher: how requests are made.
  ///   - cache: where pages are kept, and for a day what `robots.txt` says.
  ///   - readsCache: whether a page that is kept and still stands need not be fetched.
  ///   - obeysRobots: whether `robots.txt` is asked at all.
  public init(fetcher: WebFetcher, cache: PageCache? = nil, readsCache: Bool = true, obeysRobots: Bool = true) {
    self.fetcher = fetcher
    self.cache = cache
    self.readsCache = readsCache
    self.obeysRobots = obeysRobots
  }

  /// - Parameter address: as somebody wrote it.
  /// - Returns: the page. Its source says when it was fetched.
  /// - Throws: what ``WebFetcher/fetch(_:)`` and ``RobotsGate/admit(_:)`` throw.
  public func page(at address: String) throws(WebFetchError) -> RawContent {
    guard let cache, readsCache else {
      try prepare(for: address)
      return try fetcher.fetch(address)
    }
    return try fetcher.fetch(address, through: cache) { () throws(WebFetchError) in try prepare(for: address) }
  }

  private func prepare(for address: String) throws(WebFetchError) {
    let known = gate?.policies.count
    defer { if let gate, gate.policies.count != known { cache?.keep(gate.policies) } }
    try throttle.waitForTurn(toFetch: address, through: gate)
  }
}
