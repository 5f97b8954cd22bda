import FactCheckCore

extension LintRule {
  /// The verdict is what the active statements say, or `conflict` explains why not.
  static let verdictStances = LintRule("verdict-stances") { entry, _ in
    guard entry.conflict == nil else { return [] }
    let stances = Set(entry.statements.filter { $0.status == .active }.map(\.stance))
    let opposing = stances.subtracting([.affirms])
    let isInLine =
      switch entry.verdict {
      case .refuted: stances.contains(.denies) && !stances.contains(.affirms)
      case .supported: stances.contains(.affirms) && stances.isDisjoint(with: [.denies, .disputes])
      case .mixed: stances.contains(.affirms) && !opposing.isEmpty
      case .unsettled: !stances.isDisjoint(with: [.limits, .disputes])
      }
    if isInLine { return [] }
    let list = stances.map(\.rawValue).sorted().joined(separator: ", ")
    return [
      LintIssue(
        at: "verdict",
        "“\(entry.verdict.rawValue)” needs \(entry.verdict.neededStances), but the active statements say: "
          + "\(list.isEmpty ? "nothing" : list); correct the verdict or explain it in “conflict”")
    ]
  }

  /// A verdict that can accuse rests on two independent bodies, or on one regulator, for its own product. Bodies that are
  /// parts of one count once, those that are set aside on the topic not at all, and those to be corroborated only beside a
  /// fully trusted one.
  static let verdictBodies = LintRule("verdict-bodies") { entry, context in
    let needed: Statement.Stance
    switch entry.verdict {
    case .refuted: needed = .denies
    case .supported: needed = .affirms
    case .mixed, .unsettled: return []
    }
    let deciding = entry.statements.filter { $0.status == .active && $0.stance == needed }
    var bodies: [Organization.Trust: Set<String>] = [:]
    for statement in deciding {
      // An unknown body is told by another rule, which mends this one too.
      guard let body = context.organizations[statement.organization] else { return [] }
      let trust = body.trust(on: entry.area, at: statement.day(reviewedOn: entry.review.on))
      if trust == .full && body.kind == .regulator { return [] }
      bodies[trust, default: []].insert(Organization.outermost(of: body.id, in: context.organizations))
    }
    let full = bodies[.full] ?? []
    let others = (bodies[.corroborate] ?? []).subtracting(full)
    if !full.isEmpty && full.count + others.count >= 2 { return [] }
    let list = (full.sorted() + others.sorted().map { "\($0) (only to corroborate)" }).joined(separator: ", ")
    return [
      LintIssue(
        at: "statements",
        "“\(entry.verdict.rawValue)” needs two independent bodies with an active statement that \(needed.rawValue), but there is "
          + "\(list.isEmpty ? "none" : "only \(list)"): add one, or the regulator of the product")
    ]
  }

  /// What is refuted grants no relation, what is unsettled may grant none, and everything else grants one.
  static let verdictStrength = LintRule("verdict-strength") { entry, _ in
    switch (entry.verdict, entry.strength) {
    case (.refuted, .none), (.unsettled, _): []
    case (.refuted, _): [LintIssue(at: "strength", "the verdict is refuted: write “strength: none”")]
    case (.supported, .none), (.mixed, .none):
      [LintIssue(at: "strength", "the statements grant something: name the strongest relation that they grant")]
    case (.supported, _), (.mixed, _): []
    }
  }
}

extension KnowledgeEntry.Verdict {
  fileprivate var neededStances: String {
    switch self {
    case .refuted: "“denies” and no “affirms”"
    case .supported: "“affirms” and no “denies” or “disputes”"
    case .mixed: "“affirms” and one of “denies”, “limits”, “disputes”"
    case .unsettled: "“limits” or “disputes”"
    }
  }
}

extension Statement {
  /// The day whose trust counts: when the page was published or, if that is unknown, last known to say so.
  fileprivate func day(reviewedOn review: CalendarDate) -> CalendarDate { published ?? checked?.on ?? review }
}
