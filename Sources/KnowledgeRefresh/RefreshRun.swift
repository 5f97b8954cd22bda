import Dispatch
import Foundation
public import KnowledgeBase
import Synchronization
import WebFetching

/// Refreshes many feeds: one request at a time to a host, several hosts at once.
public struct RefreshRun: Sendable {
  private let refresher: FeedRefresher

  /// How many hosts are asked at once. Most of the time is spent waiting for them, so it has nothing to do with the number of
  /// processors: a few that stall must not keep the others waiting.
  static let hostsAtOnce = 8

  public init(refresher: FeedRefresher) { self.refresher = refresher }

  /// Refreshes feeds.
  ///
  /// - Parameters:
  ///   - feeds: as they stand in the registry.
  ///   - isForced: whether those that were asked a short while ago are asked too.
  ///   - keeps: whether anything is remembered.
  ///   - didRefresh: called with each report as it comes, one at a time, in any order.
  /// - Returns: the reports in the order of the feeds.
  /// - Throws: the first failure of the queue or the models; what was kept before stays.
  public func reports(
    on feeds: [KnowledgeBase.Feed], isForced: Bool = false, keeps: Bool = true,
    didRefresh: @escaping @Sendable (FeedReport) -> Void = { _ in }
  ) throws -> [FeedReport] {
    let groups = Dictionary(grouping: feeds) { WebAddress($0.url)?.host?.description ?? $0.url }
    let work = Work(groups.sorted { $0.key < $1.key }.map(\.value))
    let threads = DispatchGroup()
    for _ in 0..<min(Self.hostsAtOnce, groups.count) {
      threads.enter()
      Thread.detachNewThread {
        while let group = work.next() {
          for feed in group where !work.hasFailed {
            work.finish(
              Result { try refresher.refresh(feed, isForced: isForced, keeps: keeps) }, didRefresh: didRefresh)
          }
        }
        threads.leave()
      }
    }
    threads.wait()
    let reports = try work.reports()
    return feeds.compactMap { reports[$0.id] }
  }

  /// What is to be done, and what came of it.
  private final class Work: Sendable {
    private struct State {
      var waiting: [[KnowledgeBase.Feed]]
      var reports: [String: FeedReport] = [:]
      var failure: (any Error)?
    }

    private let state: Mutex<State>

    /// - Parameter groups: the feeds of each host.
    init(_ groups: [[KnowledgeBase.Feed]]) { state = Mutex(State(waiting: groups.reversed())) }

    var hasFailed: Bool { state.withLock { $0.failure != nil } }

    /// The feeds of a host that nobody has taken yet; `nil` when there are none, or when it makes no sense to go on.
    func next() -> [KnowledgeBase.Feed]? { state.withLock { $0.failure == nil ? $0.waiting.popLast() : nil } }

    func finish(_ result: Result<FeedReport, any Error>, didRefresh: (FeedReport) -> Void) {
      state.withLock { state in
        switch result {
        case .success(let report):
          state.reports[report.feed] = report
          didRefresh(report)
        case .failure(let error): state.failure = state.failure ?? error
        }
      }
    }

    /// - Throws: the first failure.
    func reports() throws -> [String: FeedReport] {
      try state.withLock { state in
        if let failure = state.failure { throw failure }
        return state.reports
      }
    }
  }
}
