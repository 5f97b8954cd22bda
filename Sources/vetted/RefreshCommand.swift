import ArgumentParser
import FactChecking
import Foundation
import KnowledgeBase
import KnowledgeRefresh
import Synchronization
import WebFetching

/// `vetted refresh`: news of the organizations, as proposals for review.
struct RefreshCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "refresh",
    abstract: "Ask the feeds of organizations for news, and file it for review.",
    discussion: """
      Asks all feeds that are due, or those that are named. What they say becomes proposals for `vetted review`, and alerts \
      become notices; nothing changes the knowledge base by itself. A feed that fails costs only itself. With --file, a file \
      at hand is read as if a feed had sent it. Exit status 1 when a feed failed, is quarantined or is gone.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(
    help: ArgumentHelp("Ids of feeds, asked whether due or not; by default all that are due.", valueName: "feed"))
  var names: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("Try the feed at an address, without registering or keeping anything.", valueName: "url"))
  var feed: String?

  @Option(name: .long, help: ArgumentHelp("Read a file in place of a feed's address.", valueName: "path"))
  var file: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("With --file: the id of the feed that it is a copy of.", valueName: "feed"))
  var original: String?

  @Flag(name: .long, help: "Tell what would be filed, and keep nothing.")
  var dryRun = false

  @Option(name: .long, help: "The form of the summary.")
  var format: Format = .text

  @OptionGroup var network: NetworkOptions
  @OptionGroup var resources: ResourceOptions

  func validate() throws {
    guard (file == nil) == (original == nil) else { throw ValidationError("--file and --as go together") }
    guard file == nil || names.isEmpty && feed == nil else {
      throw ValidationError("--file reads one feed, which --as names: leave out the others")
    }
  }

  func run() throws {
    let registry = try resources.knowledgeSource().feeds.map(\.value)
    let feeds = try feed.map { [.unregistered($0)] } ?? chosen(from: registry)
    let items = ProgressBar(unit: "items", leastTotal: 100)
    let refresher = FeedRefresher(
      pages: try pages(of: feeds), store: try resources.refreshStore(), proposer: try resources.proposer(),
      clock: Console.now, didRead: { items.show($1, of: $2, $0) })
    let bar = ProgressBar(unit: "feeds")
    let done = Atomic(0)
    let reports = try RefreshRun(refresher: refresher).reports(
      on: feeds, isForced: !names.isEmpty || feed != nil || file != nil, keeps: !dryRun && feed == nil
    ) { bar.show(done.add(1, ordering: .relaxed).newValue, of: feeds.count, $0.feed) }
    Console.endProgress()
    Console.write(format == .json ? try RefreshSummary(reports).json() : RefreshSummary(reports).text)
    try (reports.contains(where: \.needsLook) ? ExitStatus.flagged : .clean).exit()
  }

  private func pages(of feeds: [KnowledgeBase.Feed]) throws -> any FeedFetching {
    if let file { return try FeedCopy(path: file, of: feeds[0]) }
    let fetcher = network.fetcher(
      accepting: WebFetcher.feedMediaTypes + [WebFetcher.anyMediaType], limits: FeedPages.limits)
    return DatedFeedPages(FeedPages(fetcher: fetcher), clock: Console.now)
  }

  private func chosen(from registry: [KnowledgeBase.Feed]) throws -> [KnowledgeBase.Feed] {
    let names = names + [original].compactMap(\.self)
    return try names.isEmpty
      ? registry
      : names.map { name in
        guard let feed = registry.first(where: { $0.id == name }) else {
          throw KnowledgeRefreshError.unknownFeed(name, known: registry.map(\.id))
        }
        return feed
      }
  }
}

/// The reports of a refresh, for people and for programs.
struct RefreshSummary {
  private let reports: [FeedReport]

  init(_ reports: [FeedReport]) { self.reports = reports }

  /// One line for each feed that brought something or has to be seen to, and the sums.
  var text: String {
    let lines = reports.filter { $0.items > 0 || !$0.remarks.isEmpty }.map { report in
      let found = [
        report.items > 0 ? "\(report.items) \(report.items == 1 ? "item" : "items")" : nil,
        Self.named(report.proposals),
        report.notices > 0 ? "\(report.notices) notices" : nil,
      ].compactMap(\.self)
      let head =
        "\(report.feed): \(report.outcome.rawValue)\(found.isEmpty ? "" : ", " + found.joined(separator: ", "))\n"
      return head + report.remarks.map { "  \($0)\n" }.joined()
    }
    let outcomes = FeedReport.Outcome.allCases.compactMap { outcome in
      let count = reports.count { $0.outcome == outcome }
      return count > 0 ? "\(count) \(outcome.rawValue)" : nil
    }
    let proposals = reports.reduce(into: [:]) { sums, report in sums.merge(report.proposals, uniquingKeysWith: +) }
    let items = reports.reduce(0) { $0 + $1.items }
    let notices = reports.reduce(0) { $0 + $1.notices }
    let sums = ["\(items) new items", Self.named(proposals) ?? "no proposals", "\(notices) notices"]
    return lines.joined() + "feeds: \(outcomes.joined(separator: ", "))\n\(sums.joined(separator: ", "))\n"
  }

  /// An object with `feeds`, each with `feed`, `outcome`, `remarks`, `items`, `proposals` by relation, and `notices`.
  func json() throws -> String {
    struct Row: Encodable {
      let feed, outcome: String
      let remarks: [String]
      let items: Int
      let proposals: [String: Int]
      let notices: Int
    }
    let rows = reports.map { report in
      Row(
        feed: report.feed, outcome: report.outcome.rawValue, remarks: report.remarks, items: report.items,
        proposals: Dictionary(uniqueKeysWithValues: report.proposals.map { ($0.key.rawValue, $0.value) }),
        notices: report.notices)
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(["feeds": rows]), as: UTF8.self) + "\n"
  }

  private static func named(_ proposals: [Proposal.Relation: Int]) -> String? {
    let named = Proposal.Relation.allCases.compactMap { relation in
      proposals[relation].map { "\($0) that \(relation.words)" }
    }
    return named.isEmpty ? nil : "proposals: " + named.joined(separator: ", ")
  }
}

extension Proposal.Relation {
  fileprivate var words: String {
    switch self {
    case .conflicts: "conflict"
    case .agrees: "agree"
    case .touches: "touch an entry"
    case .new: "are new"
    }
  }
}

extension FeedReport {
  /// Whether somebody should see to the feed.
  fileprivate var needsLook: Bool { [.failed, .quarantined, .retired].contains(outcome) }
}

/// Feeds over the network, as their sites' `robots.txt` allows it, with time between two requests to a host.
struct FeedPages: FeedFetching {
  private let fetcher: WebFetcher
  private let throttle: HostThrottle
  private let gate: RobotsGate

  /// Enough for the health topics of MedlinePlus: 29 MB, of which a server need not compress anything.
  static let limits = {
    var limits = WebFetcher.Limits()
    limits.wireBytes = limits.bodyBytes
    limits.total = .seconds(120)
    return limits
  }()

  init(fetcher: WebFetcher) {
    self.fetcher = fetcher
    throttle = HostThrottle()
    gate = RobotsGate(fetcher: fetcher, throttle: throttle)
  }

  func answer(to address: String, validators: Validators) throws(WebFetchError) -> WebFetcher.Answer {
    let delay = try gate.admit(address)
    if let host = WebAddress(address)?.host { throttle.waitForTurn(at: host, delay: delay ?? .zero) }
    return try fetcher.fetch(address, validators: validators)
  }
}

extension KnowledgeBase.Feed {
  /// A feed that is only tried: everything that it says is looked at, wherever its links lead.
  fileprivate static func unregistered(_ url: String) -> KnowledgeBase.Feed {
    KnowledgeBase.Feed(
      id: url, name: url, url: url, format: .rss, organization: "unregistered", kind: .news, gate: .proposal,
      linkHosts: [], staleAfterDays: 365)
  }
}
