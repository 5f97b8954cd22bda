import ArgumentParser
import FactChecking
import FeedReading
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
    help: ArgumentHelp(
      "Try the feed at an address, or the first that a web page there names, without registering or keeping anything.",
      valueName: "url"))
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
    let store = try resources.refreshStore()
    let items = ProgressBar(unit: "items", leastTotal: 100)
    let (pages, network) = try self.pages(of: feeds, robots: store.robots())
    let refresher = FeedRefresher(
      pages: pages, store: store, proposer: try resources.proposer(), clock: Console.now,
      didRead: { items.show($1, of: $2, $0) })
    var reports = try self.reports(on: feeds, by: refresher)
    if feed != nil, let page = reports.first, !page.named.isEmpty { reports = try tried(page, by: refresher) }
    if keeps, let network { try store.keep(network.robots, at: Console.now()) }
    Console.endProgress()
    Console.write(format == .json ? try RefreshSummary(reports).json() : RefreshSummary(reports).text)
    try (reports.contains(where: \.needsLook) ? ExitStatus.flagged : .clean).exit()
  }

  /// Whether anything is remembered.
  private var keeps: Bool { !dryRun && feed == nil }

  private func reports(on feeds: [KnowledgeBase.Feed], by refresher: FeedRefresher) throws -> [FeedReport] {
    let bar = ProgressBar(unit: "feeds")
    let done = Atomic(0)
    return try RefreshRun(refresher: refresher).reports(
      on: feeds, isForced: !names.isEmpty || feed != nil || file != nil, keeps: keeps
    ) { bar.show(done.add(1, ordering: .relaxed).newValue, of: feeds.count, $0.feed) }
  }

  /// Tries the first feed that a page names.
  private func tried(_ page: FeedReport, by refresher: FeedRefresher) throws -> [FeedReport] {
    try reports(on: page.named.prefix(1).map { .unregistered($0.address) }, by: refresher).map { report in
      var report = report
      report.remarks.insert("found on \(page.feed), a web page that names \(page.namedFeeds)", at: 0)
      return report
    }
  }

  /// Where the feeds come from; the second value is the network, unless a file stands in for it.
  private func pages(
    of feeds: [KnowledgeBase.Feed], robots: [String: RobotsPolicy]
  ) throws -> (any FeedFetching, FeedPages?) {
    if let file { return (try FeedCopy(path: file, of: feeds[0]), nil) }
    let network = FeedPages(fetcher: network.fetcher(limits: Self.limits), robots: robots)
    return (DatedFeedPages(network, clock: Console.now), network)
  }

  /// Enough for the health topics of MedlinePlus: 29 MB, of which a server need not compress anything.
  private static let limits = {
    var limits = WebFetcher.Limits()
    limits.wireBytes = limits.bodyBytes
    return limits
  }()

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
        report.pages > 0 ? "\(report.pages) pages" : nil, Self.named(report.proposals),
        report.notices > 0 ? "\(report.notices) notices" : nil,
      ].compactMap(\.self)
      let head =
        "\(report.feed): \(report.outcome.rawValue)\(found.isEmpty ? "" : ", " + found.joined(separator: ", "))\n"
      let advice = report.named.isEmpty ? [] : ["it names \(report.namedFeeds): put the right one into its file"]
      return head + (report.remarks + advice).map { "  \($0)\n" }.joined()
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

  /// An object with `feeds`, each with `feed`, `outcome`, `remarks`, `items`, `pages`, `proposals` by relation, `notices`, and
  /// `named`: the feeds that a web page at its address names.
  func json() throws -> String {
    struct Row: Encodable {
      let feed, outcome: String
      let remarks: [String]
      let items, pages: Int
      let proposals: [String: Int]
      let notices: Int
      let named: [String]
    }
    let rows = reports.map { report in
      Row(
        feed: report.feed, outcome: report.outcome.rawValue, remarks: report.remarks, items: report.items,
        pages: report.pages,
        proposals: Dictionary(uniqueKeysWithValues: report.proposals.map { ($0.key.rawValue, $0.value) }),
        notices: report.notices, named: report.named.map(\.address))
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
  /// The feeds that its address names, with their titles.
  fileprivate var namedFeeds: String {
    named.map { link in link.title.map { "\(link.address) (“\($0)”)" } ?? link.address }.joined(separator: ", ")
  }

  /// Whether somebody should see to the feed.
  fileprivate var needsLook: Bool { [.failed, .quarantined, .retired].contains(outcome) }
}

extension KnowledgeBase.Feed {
  /// A feed that is only tried: everything that it says is looked at, wherever its links lead.
  fileprivate static func unregistered(_ url: String) -> KnowledgeBase.Feed {
    KnowledgeBase.Feed(
      id: url, name: url, url: url, format: .rss, organization: "unregistered", kind: .news, gate: .proposal,
      linkHosts: [], staleAfterDays: 365)
  }
}
