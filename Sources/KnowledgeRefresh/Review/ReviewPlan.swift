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
    if acceptance.resolution != .added && acceptance.reason.isEmpty { throw refusal("this ending needs a --reason") }
    var editor = EntryEditor(text: text)
    do {
      if acceptance.resolution == .superseded {
        try supersede(opposed.filter { entry.statements[$0].organization == statement.organization }, in: &editor)
      }
      try editor.append(statement)
      if acceptance.resolution == .disputed {
        try editor.setVerdict(.mixed)
        try editor.setConflict(acceptance.reason)
        if let strength = acceptance.strength { try editor.setStrength(strength) }
      }
    } catch let error as EntryEditingError {
      throw refusal("\(error)")
    } catch let error as KnowledgeRefreshError {
      throw error
    } catch {
      throw refusal("\(error)")
    }
    return ReviewPlan(
      entry: entry.id, needsTwo: entry.harm == .high || acceptance.resolution == .disputed && entry.verdict != .mixed,
      before: text, after: editor.text)
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
      organization: organization.id, stance: stance, text: words, url: page, published: source.published,
      checked: Statement.Check(on: source.retrieved, how: "live", of: source.read), licence: organization.licence,
      status: isSetAside ? .setAside : .active, why: isSetAside ? acceptance.reason : nil,
      since: isSetAside ? today : nil)
  }

  private func supersede(_ old: [Int], in editor: inout EntryEditor) throws {
    guard !old.isEmpty else { throw refusal("\(organization.name) has no active statement to the contrary here") }
    for index in old {
      try editor.setStatus(
        .superseded, why: acceptance.reason, since: proposal.source.published ?? today, ofStatementAt: index)
    }
  }

  private func refusal(_ reason: String) -> KnowledgeRefreshError { .refused(proposal.id, reason: reason) }
}
