import FactCheckCore

/// How well claims are told from other sentences, and whose they are.
struct DetectionEvaluation {
  let figures: [Figure]

  /// What was found in a text: the most worthwhile of its sentences, or the one with the attribution that is expected.
  private struct Row {
    let score: Double
    let isClaim: Bool
    let attribution: Attribution
    let expected: Attribution?
  }

  init(of rows: [EvaluationSet.DetectionRow], by checker: FactChecker) throws {
    let found = try rows.map { row in
      let sentences = checker.segmenter.sentences(in: Document(plainText: row.text))
      let best = try checker.detector.assess(sentences).max { $0.checkworthiness < $1.checkworthiness }
      return Row(
        score: best?.checkworthiness ?? 0, isClaim: row.label == 1, attribution: best?.attribution ?? .asserted,
        expected: row.attribution)
    }
    let attributed = found.compactMap { row in
      row.expected.map { Outcome(said: row.attribution, right: $0, confidence: 1) }
    }
    figures =
      [
        Figure("F1 of claims", of: found) { rows in
          Outcome.f1(of: true, in: rows.map { Outcome(said: $0.score >= 0.5, right: $0.isClaim, confidence: 1) })
        },
        Figure("macro F1", of: found) { rows in
          Outcome.macroF1(in: rows.map { Outcome(said: $0.score >= 0.5, right: $0.isClaim, confidence: 1) })
        },
        Figure("average precision", of: found, Self.averagePrecision),
      ] + (attributed.isEmpty ? [] : [Figure("attribution", Proportion(attributed.map { $0.said == $0.right }))])
  }

  /// The mean of the precision at each claim, the rows being in the order of their scores.
  private static func averagePrecision(of rows: [Row]) -> Double {
    var (found, seen, sum) = (0, 0, 0.0)
    for row in rows.sorted(by: { $0.score > $1.score }) {
      seen += 1
      guard row.isClaim else { continue }
      found += 1
      sum += Double(found) / Double(seen)
    }
    return found == 0 ? 1 : sum / Double(found)
  }
}
