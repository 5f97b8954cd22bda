import FactCheckCore
import Foundation
import TextAnalysis

/// What speaks for a claim asserting the proposition of an entry, for its denying it and for neither, in numbers.
///
/// The language model is asked about four texts of the entry: the proposition, and of the other roles the one that is nearest
/// to the claim. To support a denial is to deny, so a refuted `denied_as` counts as an assertion. Beside its answers stand
/// the cosines of those texts and what the rules found.
package struct StanceFeatures: Sendable {
  /// In the order of ``values``; the classifier's file repeats them.
  package static let names =
    views.flatMap { view in ["asserts", "denies"].map { "\($0)-\(view.rawValue)" } }
    + ["asserts-most", "denies-most", "supports-near-miss", "refutes-near-miss"]
    + views.map { "cosine-\($0.rawValue)" } + ["cosine-near-miss", "near-miss-ahead"]
    + ["rules-assert", "rules-deny", "rules-exceed", "rules-agreement", "numbers-differ", "populations-differ"]
    + ["hedged", "negated", "absolute", "stronger", "grants-less-than-all"]

  package let values: [Double]

  /// The roles that say something about the proposition.
  private static let views: [Phrasing.Role] = [.proposition, .assertedAs, .deniedAs]

  /// - Parameters:
  ///   - estimates: of the claim towards the chosen texts.
  ///   - chosen: see ``texts(of:)``.
  ///   - rules: what the rules say.
  ///   - claim: the claim as the word lists read it.
  ///   - strength: the strongest relation that the entry grants.
  init(
    estimates: [StanceEstimate], of chosen: [ChosenText], rules: StanceJudgement?, claim: AnalyzedText,
    strength: KnowledgeEntry.Strength
  ) {
    var byRole: [Phrasing.Role: (estimate: StanceEstimate, cosine: Double)] = [:]
    for (text, estimate) in zip(chosen, estimates) { byRole[text.phrasing.role] = (estimate, text.cosine) }
    let leanings = Self.views.map { role in
      byRole[role].map { found in
        let (support, refute) = (Self.leaning(found.estimate.support), Self.leaning(found.estimate.refute))
        return role == .deniedAs ? (asserts: refute, denies: support) : (asserts: support, denies: refute)
      } ?? (asserts: -Self.limit, denies: -Self.limit)
    }
    let nearMiss = byRole[.notThis]
    let cosines = Self.views.map { byRole[$0]?.cosine ?? 0 }
    values =
      leanings.flatMap { [$0.asserts, $0.denies] }
      + [leanings.map(\.asserts).max() ?? 0, leanings.map(\.denies).max() ?? 0]
      + [
        nearMiss.map { Self.leaning($0.estimate.support) } ?? -Self.limit,
        nearMiss.map { Self.leaning($0.estimate.refute) } ?? -Self.limit,
      ]
      + cosines + [nearMiss?.cosine ?? 0, (nearMiss?.cosine ?? 0) - (cosines.max() ?? 0)]
      + Self.values(of: rules) + Self.values(of: claim, strength: strength)
  }

  private static func values(of rules: StanceJudgement?) -> [Double] {
    func sure(_ relation: StanceJudgement.Relation) -> Double {
      rules?.relation == relation ? rules?.confidence ?? 0 : 0
    }
    func differs(_ facet: Facet) -> Double { rules?.facets.contains(facet) == true ? 1 : 0 }
    return [
      sure(.asserts), sure(.denies), sure(.exceeds), sure(.neither), differs(.quantity), differs(.population),
    ]
  }

  /// How the claim is put, and whether that is more than the entry grants.
  private static func values(of claim: AnalyzedText, strength: KnowledgeEntry.Strength) -> [Double] {
    let said = Set(claim.relations.filter { !$0.isNegated }.map(\.relation.strength))
    let isPartial = strength.stronger != nil
    return [
      claim.isHedged, claim.negationCount > 0, claim.isAbsolute && isPartial,
      !said.isDisjoint(with: strength.stronger ?? []), isPartial,
    ].map { $0 ? 1 : 0 }
  }

  private static let limit = 5.0

  /// The logarithm of the odds, within ±5.
  private static func leaning(_ probability: Double) -> Double {
    let odds = max(probability, 1e-6) / max(1 - probability, 1e-6)
    return max(-limit, min(limit, log(odds)))
  }
}

extension KnowledgeEntry.Strength {
  /// What would be more than this relation; `nil` where nothing is, or the relation has no degrees.
  fileprivate var stronger: Set<Relation.Strength>? {
    switch self {
    case .relieves, .treats: [.cures, .prevents]
    case .reducesRisk: [.cures, .prevents]
    case .linked, .increasesRisk: [.causes]
    case .causes, .prevents, .cures, .recommended, .safe, .factual, .none: nil
    }
  }
}

/// A text of an entry that the language model is asked about.
struct ChosenText {
  let phrasing: Phrasing
  let cosine: Double

  /// The proposition, and of the other roles the text that is nearest to the claim.
  static func texts(of candidate: Candidate) -> [ChosenText] {
    let phrasings = candidate.entry.phrasings
    let cosines = candidate.similarities.count == phrasings.count ? candidate.similarities : phrasings.map { _ in 0 }
    return [Phrasing.Role.proposition, .assertedAs, .deniedAs, .notThis].compactMap { role in
      zip(phrasings, cosines).filter { $0.0.role == role }.max { $0.1 < $1.1 }
        .map { ChosenText(phrasing: $0.0, cosine: $0.1) }
    }
  }
}
