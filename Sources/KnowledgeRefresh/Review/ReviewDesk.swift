import Digests
import FactCheckCore
import KnowledgeBase

/// Where people decide on proposals. Accepting one writes the file of its entry, so that git shows just what was decided, and
/// the audit says who decided, when and why.
public struct ReviewDesk: Sendable {
  private let store: RefreshStore
  private let folder: String
  private let clock: @Sendable () -> Int

  /// Brings decisions to their end that a process began and did not finish.
  ///
  /// - Parameters:
  ///   - store: the queue.
  ///   - folder: that of the knowledge base.
  ///   - clock: seconds since 1970.
  /// - Throws: ``KnowledgeRefreshError/store(path:reason:)``
  public init(
    store: RefreshStore, folder: String, clock: @escaping @Sendable () -> Int
  ) throws(KnowledgeRefreshError) {
    self.store = store
    self.folder = folder
    self.clock = clock
    try finishIntents()
  }

  /// What accepting a proposal would change. A second person who only says yes means what the first one wanted.
  ///
  /// - Throws: ``KnowledgeRefreshError``, also when the change would break a rule of `vetted kb lint`, and
  ///   ``KnowledgeBase/KnowledgeBaseError``.
  public func plan(_ proposal: Proposal, _ acceptance: Acceptance) throws -> ReviewPlan {
    let source = try KnowledgeSource(root: folder)
    guard let file = source.entries.first(where: { $0.id == proposal.entry }) else {
      throw KnowledgeRefreshError.refused(
        proposal.id, reason: "there is no entry for it: name one with --entry and --stance")
    }
    guard let body = source.organizations.first(where: { $0.id == proposal.source.organization }) else {
      throw KnowledgeRefreshError.refused(
        proposal.id, reason: "\(proposal.source.organization) is no known organization")
    }
    let acceptance = proposal.meant(by: acceptance)
    let planner = Planner(proposal: proposal, acceptance: acceptance, organization: body.value, today: today)
    let plan = try planner.plan(file.value, text: try Self.text(at: path(of: file.id)))
    try check(plan.after, of: file.id, for: proposal, in: source)
    return plan
  }

  /// Accepts a proposal. Where two have to, the first person's word only leads to a second's.
  ///
  /// - Parameters:
  ///   - proposal: as the reviewer reads it.
  ///   - acceptance: how it ends, and who says so.
  ///   - edited: the file as the reviewer wants it, in place of the planned one.
  /// - Returns: what was changed; `nil` when a second person is needed.
  /// - Throws: as ``plan(_:_:)``.
  @discardableResult
  public func accept(_ proposal: Proposal, _ acceptance: Acceptance, edited: String? = nil) throws -> ReviewPlan? {
    let acceptance = proposal.meant(by: acceptance)
    var decided = proposal
    decided.decision = Proposal.Decision(
      by: acceptance.by, on: today, reason: acceptance.reason, acceptance: acceptance)
    var plan = try plan(proposal, acceptance)
    if plan.needsTwo, proposal.state == .open {
      decided.state = .seconding
      try store.decide(decided, record(.seconded, decided, acceptance))
      return nil
    }
    if proposal.state == .seconding, let first = proposal.decision?.by, first == acceptance.by {
      throw KnowledgeRefreshError.refused(
        proposal.id, reason: "two people have to accept it: somebody else than \(first) is needed")
    }
    if let edited {
      try check(edited, of: plan.entry, for: proposal, in: KnowledgeSource(root: folder))
      plan = ReviewPlan(entry: plan.entry, needsTwo: plan.needsTwo, before: plan.before, after: edited)
    }
    decided.state = .accepted
    try carryOut(
      plan,
      RefreshStore.Intent(
        proposal: decided, record: record(.accepted, decided, acceptance), path: path(of: plan.entry),
        digest: SHA256.hexDigest(of: Array(plan.after.utf8))))
    return plan
  }

  /// Rejects a proposal. It and its rewordings will not come back.
  public func reject(_ proposal: Proposal, reason: String, by who: String) throws(KnowledgeRefreshError) {
    if proposal.state == .accepted || proposal.state == .rejected {
      throw .decided(proposal.id, proposal.state, by: proposal.decision?.by ?? "somebody else")
    }
    var decided = proposal
    decided.state = .rejected
    decided.decision = Proposal.Decision(by: who, on: today, reason: reason)
    try store.decide(
      decided, AuditRecord(time: clock(), who: who, action: .rejected, subject: "\(proposal.id)", why: reason))
  }

  // MARK: - Carrying out

  private func carryOut(_ plan: ReviewPlan, _ intent: RefreshStore.Intent) throws {
    try store.begin(intent)
    do {
      guard try Self.text(at: intent.path) == plan.before else {
        throw KnowledgeRefreshError.refused(
          intent.proposal.id, reason: "\(intent.path) has changed in the meantime: look at it again")
      }
      try FileSystem.write(plan.after, to: intent.path)
    } catch {
      try store.abandon(intent)
      throw error
    }
    try store.decide(intent.proposal, intent.record)
  }

  /// A process may have been killed between the file and the queue: the file tells which way it went.
  private func finishIntents() throws(KnowledgeRefreshError) {
    for intent in try store.intents() {
      let text = try? Self.text(at: intent.path)
      if let text, SHA256.hexDigest(of: Array(text.utf8)) == intent.digest {
        try store.decide(intent.proposal, intent.record)
      } else {
        try store.abandon(intent)
      }
    }
  }

  /// Refuses a text that would break a rule which the files keep now.
  private func check(_ text: String, of id: String, for proposal: Proposal, in source: KnowledgeSource) throws {
    let path = path(of: id)
    let reading = EntryFile.read(Array(text.utf8), path: path, id: id)
    var findings = reading.findings
    if let file = reading.file { findings += EntryLinter().findings(in: source.replacing(file), today: today) }
    let known = Set(EntryLinter().findings(in: source, today: today).map(\.message))
    if let broken = findings.first(where: { $0.severity == .error && $0.path == path && !known.contains($0.message) }) {
      throw KnowledgeRefreshError.refused(
        proposal.id, reason: "the entry would break a rule: \(broken.message) [\(broken.rule)]")
    }
  }

  private static func text(at path: String) throws(KnowledgeBaseError) -> String {
    String(decoding: try FileSystem.bytes(ofFileAt: path, atMost: .max), as: UTF8.self)
  }

  private func path(of entry: String) -> String { "\(folder)/entries/\(entry).yaml" }

  private var today: CalendarDate { CalendarDate(secondsSince1970: clock()) }

  private func record(_ action: AuditRecord.Action, _ proposal: Proposal, _ acceptance: Acceptance) -> AuditRecord {
    let why = [acceptance.resolution.rawValue, acceptance.reason].filter { !$0.isEmpty }.joined(separator: ": ")
    return AuditRecord(time: clock(), who: acceptance.by, action: action, subject: "\(proposal.id)", why: why)
  }
}

extension Proposal {
  /// What somebody wants who accepts it: the same as the first person where nothing else is said.
  fileprivate func meant(by acceptance: Acceptance) -> Acceptance {
    guard state == .seconding, acceptance.isBare, let first = decision?.acceptance else { return acceptance }
    return first.seconded(by: acceptance.by)
  }
}
