import FactCheckCore

/// How often the stance of evidence towards a claim is told right.
struct StanceEvaluation {
  let figures: [Figure]

  init(of rows: [EvaluationSet.StanceRow], by verifier: any ClaimVerifying) throws {
    let labels = Set(rows.map(\.label))
    let outcomes = try rows.map { row in
      let estimate = try verifier.stance(of: row.claim, towards: row.evidence)
      let (said, confidence) = Self.answer(estimate, among: labels)
      return Outcome(said: said, right: row.label, confidence: confidence)
    }
    let each = StanceEstimate.Label.allCases.filter(labels.contains)
    figures =
      [
        Figure("macro F1", of: outcomes, Outcome.macroF1),
        Figure("accuracy", Proportion(outcomes.map { $0.said == $0.right })),
      ]
      + each.map { label in Figure("F1 of \(label.rawValue)", of: outcomes) { Outcome.f1(of: label, in: $0) } }
      + [Figure("calibration", of: outcomes, Outcome.calibration)]
  }

  /// The likeliest of the labels that the set has: a set without neutral rows asks which of the other two.
  private static func answer(
    _ estimate: StanceEstimate, among labels: Set<StanceEstimate.Label>
  ) -> (StanceEstimate.Label, Double) {
    let all: [(StanceEstimate.Label, Double)] = [
      (.neutral, estimate.neutral), (.support, estimate.support), (.refute, estimate.refute),
    ]
    let possible = all.filter { labels.contains($0.0) }
    let total = possible.reduce(0) { $0 + $1.1 }
    let best = possible.reduce(possible[0]) { $1.1 > $0.1 ? $1 : $0 }
    return (best.0, total > 0 ? best.1 / total : 1 / Double(possible.count))
  }
}
