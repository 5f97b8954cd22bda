import FactCheckCore

/// Lets a judgement become a verdict only on good grounds: enough confidence, and statements that count.
struct Gate: Sendable {
  let settings: GateSettings
  let organizations: [String: Organization]

  /// The statements of an entry with these stances and statuses as evidence, those read on the page first. What a body
  /// said while it was set aside is never evidence.
  func evidence(
    from entry: KnowledgeEntry, stances: Set<Statement.Stance>, statuses: Set<Statement.Status> = [.active],
    relation: StanceJudgement.Relation, score: Double
  ) -> [Evidence] {
    let chosen = entry.statements.filter { stances.contains($0.stance) && statuses.contains($0.status) }
    let ordered = chosen.filter { $0.checked != nil } + chosen.filter { $0.checked == nil }
    let evidence = ordered.compactMap { statement in
      organizations[statement.organization].map {
        Evidence(entry: entry.id, relation: relation, score: score, statement: statement, organization: $0)
      }
    }
    return evidence.filter { trust(in: $0, of: entry) != .setAside }
  }

  /// Whether evidence can carry an accusation: a statement of a trusted body that was checked, or one beside the
  /// statement of an independent body.
  func carries(_ evidence: [Evidence], of entry: KnowledgeEntry) -> Bool {
    let trusted = evidence.filter { trust(in: $0, of: entry) == .full }
    let bodies = Set(evidence.map { Organization.outermost(of: $0.organization.id, in: organizations) })
    return trusted.contains { $0.statement.checked != nil || bodies.count > 1 }
  }

  private func trust(in evidence: Evidence, of entry: KnowledgeEntry) -> Organization.Trust {
    let day = evidence.statement.published ?? evidence.statement.checked?.on ?? entry.review.on
    return evidence.organization.trust(on: entry.area, at: day)
  }
}
