import FactCheckCore
import KnowledgeBase

/// The change of a file that accepting a proposal would make.
public struct ReviewPlan: Hashable, Sendable {
  /// The id of the entry.
  public let entry: String
  /// Whether two people have to accept it: where the harm is high, and where the verdict changes.
  public let needsTwo: Bool
  public let before: String
  public let after: String

  /// As `diff -u` shows it.
  public var diff: String { "\(UnifiedDiff(from: before, to: after, path: "KnowledgeBase/entries/\(entry).yaml"))" }
}

/// Makes the change of an entry's file.
struct Planner {
  let proposal: Proposal
  let acceptance: Acceptance
  let organization: Organization
  let today: CalendarDate

  /// - Parameters:
  ///   - entry: as its file has it.
  ///   - text: the file.
  /// - Returns: the file as it is and as it would be.
  /// - Throws: ``KnowledgeRefreshError/refused(_:reason:)``
  func plan(_ entry: KnowledgeEntry, text: String) throws(KnowledgeRefreshError) -> ReviewPlan {
    let statement = try statement()
    let contrary: Statement.Stance = statement.stance == .affirms ? .denies : .affirms
    let opposed = entry.statements.indices.filter {
      entry.statements[$0].status == .active && entry.statements[$0].stance == contrary
    }
    if acceptance.resolution == .added && !opposed.isEmpty {
      throw refusal(
        "an active statement says the contrary: end it as disputed, superseded or set-aside, each with a reason")
    }
    if acceptance.resolution == .added, entry.hasActiveStatement(of: statement.organization, statement.stance) {
      throw refusal("\(organization.name) says so there already: reject it, or end it as set-aside with a reason")
    }
    let verdict = acceptance.verdict ?? (acceptance.resolution == .disputed ? .mixed : entry.verdict)
    if acceptance.resolution != .added || verdict != entry.verdict, acceptance.reason.isEmpty {
      throw refusal("this ending needs a --reason")
    }
    var editor = EntryEditor(text: text)
    do {
      if acceptance.resolution == .superseded {
        try supersede(entry.activeStatements(of: statement.organization, besides: statement.stance), in: &editor)
      }
      try editor.append(statement)
      try editor.setVerdict(verdict)
      if let strength = acceptance.strength { try editor.setStrength(strength) }
      if acceptance.resolution == .disputed { try editor.setConflict(acceptance.reason) }
    } catch let error as EntryEditingError {
      throw refusal("\(error)")
    } catch let error as KnowledgeRefreshError {
      throw error
    } catch {
      throw refusal("\(error)")
    }
    return ReviewPlan(
      entry: entry.id, needsTwo: entry.harm == .high || verdict != entry.verdict, before: text, after: editor.text)
  }

  /// The beginning of an entry that there is not yet, for a person to finish: what it lacks `vetted kb lint` would name.
  func outline(_ id: String) throws(KnowledgeRefreshError) -> ReviewPlan {
    let statement = try statement()
    let verdict: KnowledgeEntry.Verdict =
      switch statement.stance {
      case .affirms: .supported
      case .denies: .refuted
      case .limits: .unsettled
      case .disputes: .mixed
      }
    let entry = KnowledgeEntry(
      id: id, proposition: statement.text, verdict: verdict, harm: .high, statements: [statement],
      review: KnowledgeEntry.Review(on: today, due: today.adding(days: 365)))
    let advice = """
      # A new entry. The proposition is neutral and affirmative, so that it can be true or false; below it stand the ways in
      # which people assert and deny it, and what only looks like it. KnowledgeBase/README.md tells what each line means.

      """
    return ReviewPlan(entry: id, needsTwo: true, before: "", after: advice + entry.yaml())
  }

  private func statement() throws(KnowledgeRefreshError) -> Statement {
    guard let stance = proposal.stance else { throw refusal("it touches no entry: name one with --entry and --stance") }
    let source = proposal.source
    let words = acceptance.text ?? proposal.sentence
    if !organization.licence.allowsQuote && words == proposal.sentence {
      throw refusal("the words of \(organization.name) may not be copied: say it in your own with --text")
    }
    let isSetAside = acceptance.resolution == .setAside
    let page = source.link.flatMap { $0.hasPrefix("https://") ? $0 : nil }
    return Statement(
      organization: organization.id, stance: stance, text: words.asSentence, url: page, published: source.published,
      checked: Statement.Check(on: source.retrieved, how: source.how, of: source.read), licence: organization.licence,
      status: isSetAside ? .setAside : .active, why: isSetAside ? acceptance.reason : nil,
      since: isSetAside ? today : nil)
  }

  private func supersede(_ old: [Int], in editor: inout EntryEditor) throws {
    guard !old.isEmpty else { throw refusal("\(organization.name) has no active statement of another stance here") }
    for index in old {
      try editor.setStatus(
        .superseded, why: acceptance.reason, since: proposal.source.published ?? today, ofStatementAt: index)
    }
  }

  private func refusal(_ reason: String) -> KnowledgeRefreshError { .refused(proposal.id, reason: reason) }
}

extension String {
  /// With a capital at its beginning and a mark at its end.
  fileprivate var asSentence: String {
    let whole = prefix(1).uppercased() + dropFirst()
    return whole.last.map { ".!?".contains($0) } ?? true ? whole : whole + "."
  }
}

extension KnowledgeEntry {
  /// Whether an organization takes a stance there today.
  func hasActiveStatement(of organization: String, _ stance: Statement.Stance) -> Bool {
    statements.contains { $0.status == .active && $0.organization == organization && $0.stance == stance }
  }

  /// The places of what an organization says there today and not with this stance.
  func activeStatements(of organization: String, besides stance: Statement.Stance) -> [Int] {
    statements.indices.filter {
      statements[$0].status == .active && statements[$0].organization == organization && statements[$0].stance != stance
    }
  }
}
