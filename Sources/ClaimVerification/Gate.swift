import FactCheckCore

/// Lets a judgement become a verdict only on good grounds: enough confidence, and statements that count.
struct Gate: Sendable {
  let settings: GateSettings
  let organizations: [String: Organization]

  /// The active statements of an entry with these stances as evidence, those read on the page first.
  func evidence(
    from entry: KnowledgeEntry, stances: Set<Statement.Stance>, statuses: Set<Statement.Status> = [.active],
    relation: StanceJudgement.Relation, score: Double
  ) -> [Evidence] {
    let chosen = entry.statements.filter { stances.contains($0.stance) && statuses.contains($0.status) }
    let ordered = chosen.filter { $0.checked != nil } + chosen.filter { $0.checked == nil }
    return ordered.compactMap { statement in
      guard let organization = organizations[statement.organization] else { return nil }
      return Evidence(
        entry: entry.id, relation: relation, score: score, statement: statement, organization: organization)
    }
  }

  /// Whether evidence can carry an accusation: one statement that was checked, or statements of two bodies; a body that is
  /// trusted only beside another never stands alone.
  func carries(_ evidence: [Evidence], of entry: KnowledgeEntry) -> Bool {
    let trusted = evidence.filter { trust(in: $0, of: entry) != .setAside }
    guard Set(trusted.map(\.organization.id)).count < 2 else { return true }
    return trusted.contains { $0.statement.checked != nil && trust(in: $0, of: entry) == .full }
  }

  private func trust(in evidence: Evidence, of entry: KnowledgeEntry) -> Organization.Trust {
    let day = evidence.statement.published ?? evidence.statement.checked?.on ?? entry.review.on
    return evidence.organization.trust(on: entry.area, at: day)
  }
}
