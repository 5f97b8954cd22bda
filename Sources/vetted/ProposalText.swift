import FactCheckCore
import KnowledgeRefresh

/// A proposal for people to read.
struct ProposalText {
  private let proposal: Proposal

  init(_ proposal: Proposal) { self.proposal = proposal }

  /// In a list: number, relation, harm, entry, organization, and the sentence on a line of its own.
  var line: String {
    let facts = [
      proposal.relation.rawValue, proposal.entry ?? "no entry", proposal.harm.map { "\($0.rawValue) harm" },
      proposal.source.organization, proposal.state == .open ? nil : proposal.state.rawValue,
    ].compactMap(\.self)
    return "\(proposal.id)  \(facts.joined(separator: ", "))\n    \(proposal.sentence)\n"
  }

  /// A title with the numbers of its proposals by relation.
  static func group(_ title: String, _ proposals: [Proposal]) -> String {
    let counts = Proposal.Relation.allCases.compactMap { relation in
      let count = proposals.count { $0.relation == relation }
      return count > 0 ? "\(count) \(relation.rawValue)" : nil
    }
    return "\(title): \(counts.joined(separator: ", "))\n"
  }

  /// The sentence and where it comes from, beside the entry that it touches.
  func whole(entry: KnowledgeEntry?) -> String {
    let source = proposal.source
    let rows = [
      ("says", proposal.sentence), ("who", source.organization), ("title", source.title), ("link", source.link),
      ("published", source.published?.description), ("read", "\(source.read) on \(source.retrieved)"),
      ("feed", source.feed), ("item", source.item), ("digest", source.digest),
      ("stance", proposal.stance.map { "\($0.rawValue), probability \(Int((proposal.confidence * 100).rounded())) %" }),
      ("state", decision),
    ]
    return line(rows) + (entry.map(statements) ?? "\nno entry is about it\n")
  }

  private var decision: String {
    guard let decision = proposal.decision else { return proposal.state.rawValue }
    let reason = decision.reason.isEmpty ? "" : ": \(decision.reason)"
    return "\(proposal.state.rawValue) by \(decision.by) on \(decision.on)\(reason)"
  }

  private func line(_ rows: [(name: String, value: String?)]) -> String {
    let head = "\(proposal.id)  \(proposal.relation.rawValue)\n"
    return head
      + rows.compactMap { name, value in
        value.map { "  \(name)\(String(repeating: " ", count: 11 - name.count))\($0)\n" }
      }.joined()
  }

  private func statements(of entry: KnowledgeEntry) -> String {
    let statements = entry.statements.map { statement in
      let day = statement.published ?? statement.checked?.on
      let facts = [
        statement.organization, statement.stance.rawValue, statement.status.rawValue, day?.description,
        statement.checked == nil ? "not checked" : "checked",
      ].compactMap(\.self)
      return "  \(facts.joined(separator: ", "))\n    \(statement.text)\n"
    }
    return "\n\(entry.id), \(entry.verdict.rawValue), \(entry.harm.rawValue) harm: \(entry.proposition)\n"
      + statements.joined()
  }
}
