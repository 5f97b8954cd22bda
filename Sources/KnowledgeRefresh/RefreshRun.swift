import Dispatch
import Foundation
public import KnowledgeBase
import Synchronization

/// Refreshes many feeds: one request at a time to a host, several hosts at once.
public struct RefreshRun: Sendable {
  private let refresher: FeedRefresher

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
    didRefresh: @Sendable (FeedReport) -> Void = { _ in }
  ) throws -> [FeedReport] {
    let hosts = Dictionary(grouping: feeds) { URL(string: $0.url)?.host() ?? $0.url }
    let groups = hosts.sorted { $0.key < $1.key }.map(\.value)
    let results = Mutex<(reports: [String: FeedReport], failure: (any Error)?)>(([:], nil))
    DispatchQueue.concurrentPerform(iterations: groups.count) { index in
      for feed in groups[index] {
        if results.withLock({ $0.failure != nil }) || Task.isCancelled { return }
        let result = Result { try refresher.refresh(feed, isForced: isForced, keeps: keeps) }
        results.withLock { results in
          switch result {
          case .success(let report):
            results.reports[feed.id] = report
            didRefresh(report)
          case .failure(let error): results.failure = results.failure ?? error
          }
        }
      }
    }
    let (reports, failure) = results.withLock { $0 }
    if let failure { throw failure }
    return feeds.compactMap { reports[$0.id] }
  }
}
