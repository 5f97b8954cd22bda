import FactCheckCore

/// A proposal with the stems of its sentence, by which rewordings are known.
struct QueuedProposal {
  let proposal: Proposal
  let stems: Set<String>
}

extension [QueuedProposal] {
  /// For each entry and stance the surest alone, in order: one statement of an organization says it, and the reviewer need not
  /// choose among many.
  var surestOfEach: [QueuedProposal] {
    var surest: [Matter: Int] = [:]
    for (index, queued) in enumerated() {
      let matter = Matter(entry: queued.proposal.entry, stance: queued.proposal.stance)
      guard let best = surest[matter], self[best].proposal.confidence >= queued.proposal.confidence else {
        surest[matter] = index
        continue
      }
    }
    return surest.values.sorted().map { self[$0] }
  }
}

/// What a proposal says of which entry.
private struct Matter: Hashable {
  let entry: String?
  let stance: Statement.Stance?
}
