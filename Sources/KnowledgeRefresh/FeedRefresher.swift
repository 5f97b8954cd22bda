import FactCheckCore
import FeedReading
public import KnowledgeBase
import WebFetching

/// Asks feeds for news and files what they bring: proposals and notices for people, never a change of the knowledge base.
///
/// A feed that fails, misbehaves or is gone costs only itself.
public struct FeedRefresher: Sendable {
  private let pages: any FeedFetching
  private let store: RefreshStore
  private let proposer: Proposer
  let clock: @Sendable () -> Int
  /// A number from 0 to 1, so that feeds that failed together are not asked again together.
  let jitter: @Sendable () -> Double
  private let didRead: @Sendable (_ feed: String, _ done: Int, _ total: Int) -> Void

  /// - Parameters:
  ///   - pages: asks for the documents.
  ///   - store: remembers them.
  ///   - proposer: reads the items.
  ///   - clock: seconds since 1970.
  ///   - jitter: a number from 0 to 1, another each time.
  ///   - didRead: told how many of the new items of a feed have been read, each time another has.
  public init(
    pages: any FeedFetching, store: RefreshStore, proposer: Proposer, clock: @escaping @Sendable () -> Int,
    jitter: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
    didRead: @escaping @Sendable (_ feed: String, _ done: Int, _ total: Int) -> Void = { _, _, _ in }
  ) {
    self.pages = pages
    self.store = store
    self.proposer = proposer
    self.clock = clock
    self.jitter = jitter
    self.didRead = didRead
  }

  /// Asks one feed and keeps what it brought.
  ///
  /// - Parameters:
  ///   - feed: as it stands in the registry.
  ///   - isForced: whether it is asked even if it was asked a short while ago.
  ///   - keeps: whether anything is remembered; otherwise this only tells what a refresh would do.
  /// - Returns: what it brought, or why it brought nothing.
  /// - Throws: ``KnowledgeRefreshError/store(path:reason:)``, and what the language model throws.
  public func refresh(_ feed: KnowledgeBase.Feed, isForced: Bool = false, keeps: Bool = true) throws -> FeedReport {
    let now = clock()
    var state = try store.state(of: feed.id) ?? FeedState(feed: feed.id, url: feed.url)
    // Another address in the registry is another feed: nothing that was learnt of the old one holds.
    if state.url != feed.url { state = FeedState(feed: feed.id, url: feed.url) }
    if state.status == .retired { return told(.retired, of: state) }
    guard isForced || state.isDue(at: now) else { return FeedReport(feed: feed.id, outcome: .notDue) }
    state.asked = now
    var findings = FeedFindings(state: state)
    var report: FeedReport
    do {
      let answer = try pages.answer(to: feed.url, validators: state.validators)
      report = try read(answer, of: feed, into: &findings, now: now)
    } catch let error as WebFetchError {
      report = failed(error, &findings, now: now)
    }
    if keeps {
      let queued = try store.keep(findings, at: now)
      // Another process may have queued some of them in the meantime.
      if queued < findings.proposals.count { report.remarks.append("\(queued) of the proposals were new") }
    }
    return report
  }

  // MARK: - Answers

  private func read(
    _ answer: WebFetcher.Answer, of feed: KnowledgeBase.Feed, into findings: inout FeedFindings, now: Int
  ) throws -> FeedReport {
    findings.state.failures = 0
    guard case .content(let content) = answer.body else {
      findings.state.validators = answer.validators
      findings.state.due = now + Self.wait(freshFor: answer.freshness, feed: nil, now: now)
      var report = told(.unchanged, of: findings.state)
      addStaleness(of: feed, findings.state, now: now, to: &report)
      return report
    }
    var read = FeedReader().wholeItems(from: content)
    if let reason = FeedSuspicion(feed: feed, source: content.source, read: read, hadItems: findings.state.items > 0)
      .reason
    {
      var report = quarantined(reason, &findings, now: now)
      if read.value.format == nil {
        report.named = FeedDiscovery.links(in: content)
        if report.named.isEmpty { report.remarks.append("it names no feed: look for another address") }
      }
      return report
    }
    recover(&findings, now: now)
    var report = FeedReport(feed: feed.id, outcome: .fetched)
    if let target = answer.movedTo {
      report.remarks.append("moved for good to \(target): change the address in its file")
    }
    report.remarks += read.diagnostics.filter { $0.severity != .note }.map(\.message)
    let seen = try store.seenItems(of: feed.id)
    let isWhole = complete(&read.value, from: content.source.finalURL ?? feed.url, of: feed, seen, findings, &report)
    let updated = read.value.updated.map { CalendarDate(secondsSince1970: $0.secondsSince1970) }
    let copy = ReadCopy(content.source, of: feed, updated: updated)
    let fresh = FreshItem.all(in: read.value, seen: seen)
    let left = try file(fresh, of: feed, in: copy, into: &findings, &report, now: now)
    if left > 0 { report.remarks.append("left for the next refresh: \(left) items") }
    findings.state = findings.state.updated(by: answer, read.value, isBehind: left > 0 || !isWhole)
    findings.state.due =
      now + (left > 0 ? Self.leastWait : Self.wait(freshFor: answer.freshness, feed: read.value, now: now))
    report.items = findings.items.count
    report.notices = findings.notices.count
    report.proposals = Dictionary(grouping: findings.proposals, by: \.proposal.relation).mapValues(\.count)
    addStaleness(of: feed, findings.state, now: now, to: &report)
    return report
  }

  /// Adds the items of further documents, where they count for more than a sign of life.
  ///
  /// - Returns: whether that is all of the feed for now.
  private func complete(
    _ document: inout FeedReading.Feed, from address: String, of feed: KnowledgeBase.Feed, _ seen: [String: String],
    _ findings: FeedFindings, _ report: inout FeedReport
  ) -> Bool {
    guard !document.isCutOff, feed.gate == .notice || feed.gate == .proposal else { return !document.isCutOff }
    // Who is behind looks again at all that there is.
    let known = findings.state.isBehind ? [] : Set(seen.keys)
    let rest = FeedPaging(feed: feed, pages: pages).rest(of: document, from: address, known: known)
    document.items += rest.items
    report.remarks += rest.remarks
    return rest.isWhole
  }

  /// Files items as far as the gate of their feed lets them, and as time allows.
  ///
  /// - Returns: how many are left for the next refresh.
  private func file(
    _ items: [FreshItem], of feed: KnowledgeBase.Feed, in copy: ReadCopy, into findings: inout FeedFindings,
    _ report: inout FeedReport, now: Int
  ) throws -> Int {
    let today = CalendarDate(secondsSince1970: now)
    switch feed.gate {
    case .stop, .freshness: findings.items = items
    case .notice:
      findings.items = items
      findings.notices = try items.compactMap { try $0.notice(of: feed, today: today, by: proposer) }
    case .proposal:
      var reader = ItemReader(
        feed: feed, pages: pages, proposer: proposer, copy: copy, today: today,
        isLastAttempt: findings.state.isBehind)
      for (index, item) in items.enumerated() where clock() - now <= Self.readingTime {
        didRead(feed.id, index + 1, items.count)
        guard let reading = reader.reading(of: item) else { continue }
        findings.items.append(item)
        try propose(reading, of: item, in: feed, into: &findings)
      }
      if feed.kind == .topics { findings.proposals = findings.proposals.surestOfEach }
      report.pages = reader.pagesRead
      report.remarks += reader.remarks
    }
    return items.count - findings.items.count
  }

  private func propose(
    _ reading: ItemReader.Reading, of item: FreshItem, in feed: KnowledgeBase.Feed, into findings: inout FeedFindings
  ) throws {
    let queued = findings.proposals
    findings.proposals += try proposer.proposals(
      in: reading.document, source: reading.source, isTopic: feed.kind == .topics, hasChanged: item.hasChanged
    ) { entry in
      try store.knownStems(organization: feed.organization, entry: entry)
        + queued.filter { $0.proposal.entry == entry }.map(\.stems)
    }
  }

  // MARK: - Faults

  private func failed(_ error: WebFetchError, _ findings: inout FeedFindings, now: Int) -> FeedReport {
    if case .status(410, _) = error.problem {
      findings.state.status = .retired
      findings.state.reason = "its server says that it is gone for good (410)"
      findings.audit.append(record(.feedRetired, findings.state, now: now))
      return told(.retired, of: findings.state)
    }
    findings.state.failures += 1
    findings.state.reason = error.toldOfFeed
    findings.state.due = now + delay(after: findings.state.failures, error: error)
    return told(.failed, of: findings.state)
  }

  private func quarantined(_ reason: String, _ findings: inout FeedFindings, now: Int) -> FeedReport {
    let isNew = findings.state.status != .quarantined || findings.state.reason != reason
    findings.state.status = .quarantined
    findings.state.reason = reason
    findings.state.due = now + Self.usualWait
    if isNew { findings.audit.append(record(.feedQuarantined, findings.state, now: now)) }
    return told(.quarantined, of: findings.state)
  }

  private func recover(_ findings: inout FeedFindings, now: Int) {
    if findings.state.status == .quarantined {
      findings.audit.append(record(.feedRecovered, findings.state, now: now))
      findings.state.status = .active
    }
    findings.state.reason = nil
  }

  private func record(_ action: AuditRecord.Action, _ state: FeedState, now: Int) -> AuditRecord {
    AuditRecord(time: now, who: "vetted refresh", action: action, subject: state.feed, why: state.reason ?? "")
  }

  private func told(_ outcome: FeedReport.Outcome, of state: FeedState) -> FeedReport {
    var report = FeedReport(feed: state.feed, outcome: outcome)
    if outcome != .unchanged { report.remarks = [state.reason].compactMap(\.self) }
    return report
  }

  private func addStaleness(
    of feed: KnowledgeBase.Feed, _ state: FeedState, now: Int, to report: inout FeedReport
  ) {
    guard let newest = state.newest, now - newest > feed.staleAfterDays * Self.day else { return }
    report.remarks.append("stale: nothing new since \(CalendarDate(secondsSince1970: newest))")
  }
}
