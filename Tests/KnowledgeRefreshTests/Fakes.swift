import FactCheckCore
import Foundation
import KnowledgeBase
import KnowledgeRefresh
import Synchronization
import TestSupport
import TextAnalysis
import WebFetching

/// Answers that a test prepares for any feed, one after the other; the last is given again and again.
final class FakePages: FeedFetching {
  enum Reply: Sendable {
    case feed(String, etag: String? = nil, finalURL: String? = nil, movedTo: String? = nil)
    /// A file at hand.
    case copy(String)
    case notModified
    case status(Int, retryAfter: String? = nil)
  }

  private let replies: Mutex<[Reply]>
  private let requests = Mutex<[Validators]>([])

  init(_ replies: [Reply]) { self.replies = Mutex(replies) }

  func page(at address: String) throws(WebFetchError) -> RawContent {
    throw WebFetchError(.status(404, retryAfter: nil), requested: address, address: address)
  }

  /// The validators that were sent.
  var sent: [Validators] { requests.withLock { $0 } }

  func answer(
    to address: String, validators: Validators
  ) throws(WebFetchError) -> WebFetcher.Answer {
    requests.withLock { $0.append(validators) }
    let reply = replies.withLock { $0.count > 1 ? $0.removeFirst() : $0[0] }
    switch reply {
    case .status(let status, let retryAfter):
      throw WebFetchError(.status(status, retryAfter: retryAfter), requested: address, address: address)
    case .notModified:
      return WebFetcher.Answer(body: .notModified, validators: validators)
    case .copy(let text):
      return WebFetcher.Answer(
        body: .content(RawContent(bytes: Array(text.utf8), source: .init(kind: .file, url: address))))
    case .feed(let text, let etag, let finalURL, let movedTo):
      let source = Document.Source(kind: .url, url: address, finalURL: finalURL ?? address)
      return WebFetcher.Answer(
        body: .content(RawContent(bytes: Array(text.utf8), mediaType: "application/rss+xml", source: source)),
        validators: Validators(etag: etag), movedTo: movedTo)
    }
  }
}

/// A site: what stands at its addresses, and what was asked for.
final class FakeSite: FeedFetching {
  enum Page: Sendable {
    case text(String, finalURL: String? = nil)
    case status(Int)
  }

  private let contents: Mutex<[String: Page]>
  private let requests = Mutex<[String]>([])

  /// - Parameter contents: what stands at each address; elsewhere is nothing.
  init(_ contents: [String: Page]) { self.contents = Mutex(contents) }

  /// The addresses that were asked for, in order.
  var asked: [String] { requests.withLock(\.self) }

  func put(_ page: Page, at address: String) { contents.withLock { $0[address] = page } }

  func answer(to address: String, validators: Validators) throws(WebFetchError) -> WebFetcher.Answer {
    WebFetcher.Answer(body: .content(try page(at: address)), validators: Validators(etag: "\"1\""))
  }

  func page(at address: String) throws(WebFetchError) -> RawContent {
    requests.withLock { $0.append(address) }
    switch contents.withLock({ $0[address] }) ?? .status(404) {
    case .status(let status):
      throw WebFetchError(.status(status, retryAfter: nil), requested: address, address: address)
    case .text(let text, let finalURL):
      return RawContent(
        bytes: Array(text.utf8), source: Document.Source(kind: .url, url: address, finalURL: finalURL ?? address))
    }
  }
}

/// Stages that a test can see through: each line of a text is a claim, and it is about an entry whose first word it has. It
/// denies the proposition when it has the word “not”.
struct PlainStages: ContentExtracting, SentenceSegmenting, ClaimDetecting, EvidenceRetrieving, ClaimVerifying {
  let entries: [KnowledgeEntry]

  func document(from content: RawContent) -> Diagnosed<Document> {
    Diagnosed(Document(plainText: String(decoding: content.bytes, as: UTF8.self)), [])
  }

  func sentences(in document: Document) -> [Sentence] {
    var start = 0
    return document.text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      let span = TextSpan(start: start, end: start + line.utf8.count)
      start += line.utf8.count + 1
      return line.isEmpty ? nil : Sentence(span: span, text: String(line))
    }
  }

  func assess(_ sentences: [Sentence]) -> [AssessedSentence] {
    sentences.map { sentence in
      let attribution: Attribution = sentence.text.hasSuffix("?") ? .questioned : .asserted
      let claim = Claim(
        span: sentence.span, quote: sentence.text, text: sentence.text, attribution: attribution)
      return AssessedSentence(sentence: sentence, checkworthiness: 1, attribution: attribution, claims: [claim])
    }
  }

  func candidates(for text: String, limit: Int) -> [Candidate] {
    entries.filter { text.hasPrefix($0.proposition.prefix { $0 != " " }) }.map {
      Candidate(entry: $0, score: 1, matched: Phrasing(role: .proposition, text: $0.proposition))
    }
  }

  func judgements(of claim: Claim, on candidates: [Candidate]) -> [EntryJudgement] {
    candidates.map { candidate in
      let relation: StanceJudgement.Relation = claim.text.contains(" not ") ? .denies : .asserts
      return EntryJudgement(
        entry: candidate.entry,
        stance: StanceJudgement(relation: relation, confidence: 0.9, phrasing: candidate.matched))
    }
  }

  func check(_ claim: Claim, against candidates: [Candidate]) -> CheckedClaim {
    CheckedClaim(claim: claim, verdict: .unsupported(.topicNotCovered, nearest: []), confidence: 0)
  }

  func features(of text: String, towards candidates: [Candidate]) -> [[Double]?] { [] }

  func stance(of claim: String, towards evidence: String) -> StanceEstimate {
    evidence.contains(" not ") ? StanceEstimate(support: 0, refute: 0.9) : StanceEstimate(support: 0.9, refute: 0)
  }
}

/// A knowledge base in a folder of its own, with one entry of two organizations, and the queue beside it.
struct Workshop {
  let folder: TemporaryFolder
  let store: RefreshStore
  let clock = Clock()

  /// A clock that stands still until a test moves it.
  final class Clock: Sendable {
    private let time = Mutex(1_764_000_000)
    var now: Int { time.withLock { $0 } }
    func move(by seconds: Int) { time.withLock { $0 += seconds } }
  }

  init() throws {
    folder = try TemporaryFolder()
    for id in ["joints", "herbs", "others"] {
      try folder.write(Self.organization(id), to: "KnowledgeBase/organizations/\(id).yaml")
    }
    try folder.write(Self.entry, to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    store = try RefreshStore(path: "\(folder.path)/state/refresh.sqlite")
  }

  var knowledgeBase: String { "\(folder.path)/KnowledgeBase" }

  var entryText: String {
    get throws { try String(contentsOfFile: "\(knowledgeBase)/entries/gout/nettle-tea.yaml", encoding: .utf8) }
  }

  func entry() throws -> KnowledgeEntry {
    try KnowledgeSource(root: knowledgeBase).entries[0].value
  }

  func entry(named id: String) throws -> KnowledgeEntry? {
    try KnowledgeSource(root: knowledgeBase).entries.first { $0.id == id }?.value
  }

  func feed(
    _ id: String = "news", at url: String = "https://joints.example/news.rss",
    gate: KnowledgeBase.Feed.Gate = .proposal, kind: KnowledgeBase.Feed.Kind = .guidelines,
    organization: String = "joints", readsPages: Bool = false
  ) -> KnowledgeBase.Feed {
    KnowledgeBase.Feed(
      id: id, name: "News", url: url, format: .rss, organization: organization, kind: kind, gate: gate,
      linkHosts: ["joints.example"], staleAfterDays: 100, readsPages: readsPages)
  }

  /// A refresher on the queue, or on the store of another process, by the clock that stands still or another.
  func refresher(
    _ pages: any FeedFetching, store: RefreshStore? = nil, clock: (@Sendable () -> Int)? = nil
  ) throws -> FeedRefresher {
    let stages = PlainStages(entries: [try entry()])
    let proposer = Proposer(
      extractor: stages, segmenter: stages, detector: stages, retriever: stages, verifier: stages,
      analyzer: try ShippedData.analyzer())
    return FeedRefresher(
      pages: pages, store: store ?? self.store, proposer: proposer,
      clock: clock ?? { [clock = self.clock] in clock.now },
      jitter: { 0.5 })
  }

  func desk() throws -> ReviewDesk {
    try ReviewDesk(store: store, folder: knowledgeBase, clock: { [clock] in clock.now })
  }

  /// The health topics of the joints: what is said under which title.
  static func topics(_ topics: [(title: String, text: String)], language: String = "English") -> String {
    let all = topics.map { title, text in
      let escaped = text.replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      return "<health-topic title=\"\(title)\" url=\"https://others.example/\(title).html\" id=\"\(title)\" "
        + "language=\"\(language)\" date-created=\"01/01/2015\"><full-summary>\(escaped)</full-summary></health-topic>"
    }
    return
      "<health-topics total=\"\(topics.count)\" date-generated=\"09/06/2024 02:30:33\">\(all.joined())</health-topics>"
  }

  func topicsFeed() -> KnowledgeBase.Feed {
    KnowledgeBase.Feed(
      id: "topics", name: "Topics", url: "https://others.example/topics_{date}.xml", format: .medlinePlusTopics,
      organization: "others", kind: .topics, gate: .proposal, linkHosts: ["others.example"], staleAfterDays: 30)
  }

  static func rss(_ items: [String]) -> String {
    let all = items.enumerated().map { index, text in
      "<item><guid>\(index)-\(text.count)</guid><title>\(text)</title><link>https://joints.example/\(index)</link>"
        + "<pubDate>Mon, 17 Nov 2025 10:00:00 GMT</pubDate></item>"
    }
    return "<rss version=\"2.0\"><channel><title>News</title>\(all.joined())</channel></rss>"
  }

  private static func organization(_ id: String) -> String {
    """
    id: \(id)
    name: The Society for \(id.capitalized)
    kind: professional-society
    country: INT
    hosts: [\(id).example]
    licence: public-domain
    trust:
      - {topic: "*", from: 1900-01-01, level: full, reason: "A society with guidelines of its own."}

    """
  }

  static let entry = """
    id: gout/nettle-tea
    proposition: Nettle tea cures gout.
    verdict: refuted
    strength: none
    population: {who: adults, not: []}
    harm: moderate
    asserted_as:
      - nettle tea gets rid of gout for good
      - a cup of stinging nettle a day cures gout
      - you can heal gout with nettle tea
      - nettles are a natural cure for gout
      - gout goes away once you drink nettle tea
    denied_as:
      - nettle tea does nothing for gout
      - no tea made of nettles cures gout
      - gout is not cured by nettles
    not_this:
      - Nettle tea can be drunk by people with gout.
    statements:
      - organization: joints
        stance: denies
        text: No herbal tea cures gout.
        url: https://joints.example/gout
        published: 2025-03-01
        licence: public-domain
        status: active
      - organization: herbs
        stance: denies
        text: Nettle has not been shown to cure gout.
        url: null
        licence: public-domain
        status: active
    review: {"on": 2025-11-20, due: 2026-11-20}

    """
}
