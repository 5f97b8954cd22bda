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
    let acceptance = proposal.meant(by: acceptance)
    let plan = try change(proposal, acceptance, in: source)
    try check(plan.after, of: plan.entry, for: proposal, in: source)
    return plan
  }

  /// What a person begins with who wants to change the file by hand: the change as it would be made, or the outline of an entry
  /// where the proposal names one that there is not yet.
  ///
  /// - Throws: as ``plan(_:_:)``.
  public func draft(_ proposal: Proposal, _ acceptance: Acceptance) throws -> ReviewPlan {
    let source = try KnowledgeSource(root: folder)
    let acceptance = proposal.meant(by: acceptance)
    guard acceptance.edit == nil, let id = proposal.entry, source.entry(id) == nil else {
      return try change(proposal, acceptance, in: source)
    }
    guard id.isEntryID else { throw KnowledgeRefreshError.refused(proposal.id, reason: "“\(id)” is no area/slug") }
    return try planner(proposal, acceptance, in: source).outline(id)
  }

  /// Accepts a proposal. Where two have to, the first person's word only leads to a second's.
  ///
  /// - Parameters:
  ///   - proposal: as the reviewer reads it.
  ///   - acceptance: how it ends, and who says so.
  /// - Returns: what was changed; `nil` when a second person is needed.
  /// - Throws: as ``plan(_:_:)``.
  @discardableResult
  public func accept(_ proposal: Proposal, _ acceptance: Acceptance) throws -> ReviewPlan? {
    let acceptance = proposal.meant(by: acceptance)
    var decided = proposal
    decided.decision = Proposal.Decision(
      by: acceptance.by, on: today, reason: acceptance.reason, acceptance: acceptance)
    let plan = try plan(proposal, acceptance)
    if plan.needsTwo, !proposal.isSeconded(by: acceptance) {
      decided.state = .seconding
      try store.decide(decided, record(.seconded, decided, acceptance))
      return nil
    }
    if plan.needsTwo, proposal.decision?.by == acceptance.by {
      throw KnowledgeRefreshError.refused(
        proposal.id, reason: "two people have to accept it: somebody else than \(acceptance.by) is needed")
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

  // MARK: - Planning

  private func change(
    _ proposal: Proposal, _ acceptance: Acceptance, in source: KnowledgeSource
  ) throws -> ReviewPlan {
    if let edit = acceptance.edit { return try edited(edit, proposal, acceptance, in: source) }
    guard let id = proposal.entry, let file = source.entry(id) else {
      let advice = proposal.entry.map { "there is no entry \($0): `vetted review edit` begins one" }
      throw KnowledgeRefreshError.refused(
        proposal.id, reason: advice ?? "there is no entry for it: name one with --entry and --stance")
    }
    return try planner(proposal, acceptance, in: source).plan(file.value, text: try text(ofEntry: id))
  }

  private func edited(
    _ edit: Acceptance.Edit, _ proposal: Proposal, _ acceptance: Acceptance, in source: KnowledgeSource
  ) throws -> ReviewPlan {
    guard edit.entry.isEntryID, try text(ofEntry: edit.entry) == edit.before else {
      throw KnowledgeRefreshError.refused(
        proposal.id, reason: "\(edit.entry) has changed since it was edited: edit it again")
    }
    let old = source.entry(edit.entry)?.value
    let new = EntryFile.read(Array(edit.after.utf8), path: "", id: edit.entry).file?.value
    if let old, old.verdict != new?.verdict, acceptance.reason.isEmpty {
      throw KnowledgeRefreshError.refused(proposal.id, reason: "the verdict changes, which needs a --reason")
    }
    let needsTwo = old?.verdict != new?.verdict || old?.harm == .high || new?.harm == .high
    return ReviewPlan(entry: edit.entry, needsTwo: needsTwo, before: edit.before, after: edit.after)
  }

  private func planner(
    _ proposal: Proposal, _ acceptance: Acceptance, in source: KnowledgeSource
  ) throws(KnowledgeRefreshError) -> Planner {
    guard let body = source.organizations.first(where: { $0.id == proposal.source.organization }) else {
      throw .refused(proposal.id, reason: "\(proposal.source.organization) is no known organization")
    }
    return Planner(proposal: proposal, acceptance: acceptance, organization: body.value, today: today)
  }

  // MARK: - Carrying out

  private func carryOut(_ plan: ReviewPlan, _ intent: RefreshStore.Intent) throws {
    try store.begin(intent)
    do {
      guard try text(ofEntry: plan.entry) == plan.before else {
        throw KnowledgeRefreshError.refused(
          intent.proposal.id, reason: "\(intent.path) has changed in the meantime: look at it again")
      }
      try FileSystem.makeFolder(FileSystem.folder(of: intent.path))
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

  /// Empty where there is no such file yet.
  private func text(ofEntry id: String) throws(KnowledgeBaseError) -> String {
    FileSystem.exists(path(of: id)) ? try Self.text(at: path(of: id)) : ""
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

  /// Whether somebody wants the very same already. Who wants something else begins anew, for then two have to say yes to that.
  fileprivate func isSeconded(by acceptance: Acceptance) -> Bool {
    state == .seconding && decision?.acceptance?.seconded(by: acceptance.by) == acceptance
  }
}

extension KnowledgeSource {
  fileprivate func entry(_ id: String) -> EntryFile? { entries.first { $0.id == id } }
}

extension String {
  /// Whether it is `area/slug`, both of small letters, digits and hyphens, as the path of an entry has to be.
  fileprivate var isEntryID: Bool { wholeMatch(of: /[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*/) != nil }
}
