import FeedReading
public import WebFetching

/// What is remembered of a feed from one refresh to the next. Times are seconds since 1970.
public struct FeedState: Hashable, Sendable, Codable {
  public enum Status: String, Hashable, Sendable, Codable {
    case active
    /// It answers, but with something that is not to be trusted; see ``FeedState/reason``. Each refresh looks again.
    case quarantined
    /// Its publisher says that it is gone for good. It is asked no more until its address changes.
    case retired
  }

  /// The id of the feed.
  public let feed: String
  /// The address that was asked.
  public var url: String
  /// Those of the last answer that was taken.
  public var validators: Validators
  /// When it was last asked.
  public var asked: Int?
  /// When it may be asked next.
  public var due: Int
  /// How often in a row it could not be fetched.
  public var failures: Int
  public var status: Status
  /// Why it is not active, or what went wrong the last time.
  public var reason: String?
  /// The time of its newest item.
  public var newest: Int?
  /// How many items it had.
  public var items: Int
  /// Whether something of it was left for the next refresh, which has to read it again even if it has not changed.
  public var isBehind: Bool

  public init(feed: String, url: String) {
    self.feed = feed
    self.url = url
    validators = Validators()
    due = 0
    failures = 0
    status = .active
    items = 0
    isBehind = false
  }

  /// Whether it may be asked. A clock that was set back does not keep a feed waiting.
  func isDue(at now: Int) -> Bool { due <= now || (asked ?? 0) > now }
}

extension FeedState {
  /// The state after an answer was taken, all of it or not.
  func updated(by answer: WebFetcher.Answer, _ feed: FeedReading.Feed, isBehind: Bool) -> FeedState {
    var state = self
    // Without them the server sends again what is not known yet.
    state.validators = isBehind ? Validators() : answer.validators
    state.isBehind = isBehind
    state.items = feed.items.count
    // Health topics say when they were begun, and only the whole file when it was changed.
    let dates = feed.format == .healthTopics ? [feed.updated] : feed.items.map { $0.published ?? $0.updated }
    let times = dates.compactMap { $0?.secondsSince1970 }
    state.newest = times.max() ?? newest
    return state
  }
}
