import FactCheckCore

/// From the stance of a claim and the verdict of an entry to the verdict on the claim.
struct VerdictTable: Sendable {
  let gate: Gate

  /// The verdict, or `nil` when the grounds do not carry one.
  func verdict(for stance: StanceJudgement, on entry: KnowledgeEntry) -> Verdict? {
    switch (entry.verdict, stance.relation) {
    case (_, .neither): nil
    case (.mixed, .exceeds): accusation(Verdict.overstated, [.affirms, .limits], stance, entry)
    case (.mixed, _): disputed(stance, entry)
    case (.refuted, .asserts), (.refuted, .exceeds): contradiction(stance, entry, opposing: [.denies, .limits])
    case (.refuted, .denies): support(stance, entry, [.denies])
    case (.supported, .asserts): support(stance, entry, [.affirms])
    case (.supported, .denies): contradiction(stance, entry, opposing: [.affirms])
    case (.supported, .exceeds): accusation(Verdict.overstated, [.affirms, .limits], stance, entry)
    case (.unsettled, _): unsettled(stance, entry)
    }
  }

  /// `contradicted`, or `outdated` where a body said until some day what the claim says.
  private func contradiction(
    _ stance: StanceJudgement, _ entry: KnowledgeEntry, opposing: Set<Statement.Stance>
  ) -> Verdict? {
    let agreeing: Set<Statement.Stance> = entry.verdict == .refuted ? [.affirms] : [.denies, .limits]
    let old = evidence(entry, stance, agreeing, statuses: [.superseded, .withdrawn])
    let current = evidence(entry, stance, opposing)
    guard stance.confidence >= gate.settings.accusationThreshold, gate.carries(current, of: entry),
      let grounds = Grounds(current)
    else { return nil }
    if let past = Grounds(old) { return .outdated(old: past, current: grounds) }
    return .contradicted(grounds)
  }

  private func accusation(
    _ make: (Grounds) -> Verdict, _ stances: Set<Statement.Stance>, _ stance: StanceJudgement, _ entry: KnowledgeEntry
  ) -> Verdict? {
    let found = evidence(entry, stance, stances)
    guard stance.confidence >= gate.settings.accusationThreshold, gate.carries(found, of: entry) else { return nil }
    return Grounds(found).map(make)
  }

  private func support(
    _ stance: StanceJudgement, _ entry: KnowledgeEntry, _ stances: Set<Statement.Stance>
  ) -> Verdict? {
    guard stance.confidence >= gate.settings.supportThreshold else { return nil }
    return Grounds(evidence(entry, stance, stances)).map(Verdict.supported)
  }

  private func disputed(_ stance: StanceJudgement, _ entry: KnowledgeEntry) -> Verdict? {
    guard stance.confidence >= gate.settings.supportThreshold,
      let affirming = Grounds(evidence(entry, stance, [.affirms])),
      let opposing = Grounds(evidence(entry, stance, [.denies, .limits, .disputes]))
    else { return nil }
    return .disputed(affirming: affirming, opposing: opposing)
  }

  private func unsettled(_ stance: StanceJudgement, _ entry: KnowledgeEntry) -> Verdict? {
    guard stance.confidence >= gate.settings.supportThreshold else { return nil }
    let found = evidence(entry, stance, Set(Statement.Stance.allCases))
    return found.isEmpty ? nil : .unsupported(.evidenceUnsettled, nearest: found)
  }

  private func evidence(
    _ entry: KnowledgeEntry, _ stance: StanceJudgement, _ stances: Set<Statement.Stance>,
    statuses: Set<Statement.Status> = [.active]
  ) -> [Evidence] {
    gate.evidence(
      from: entry, stances: stances, statuses: statuses, relation: stance.relation, score: stance.confidence)
  }
}
