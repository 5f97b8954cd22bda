import FactCheckCore

/// How often the entry that a claim is about is among the first that are found.
struct RetrievalEvaluation {
  let figures: [Figure]

  init(of rows: [EvaluationSet.RetrievalRow], by retriever: any EvidenceRetrieving) throws {
    let ranks = try rows.map { row in
      try retriever.candidates(for: row.text, limit: 5).firstIndex { $0.entry.id == row.entry }
    }
    figures = [
      Figure("right entry first", Proportion(ranks.map { $0 == 0 })),
      Figure("right entry in the first five", Proportion(ranks.map { $0 != nil })),
    ]
  }
}
