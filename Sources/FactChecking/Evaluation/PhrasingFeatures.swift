import Digests
public import FactCheckCore

/// What the classifier of stances is fitted on: phrasings of entries as if somebody had posted them.
///
/// Each phrasing of an entry is taken out of it and held against it and against the other entries that a search finds. Only
/// entries that the models were not trained on are used: a fifth of all, by their digest, as in `Training/stance_data.py`.
public struct PhrasingFeatures: Encodable, Sendable {
  let text: String
  /// The entry that the phrasing is taken from.
  let origin: String
  /// The entry it is held against.
  let entry: String
  /// `asserts`, `denies` or `neither`.
  let label: String
  let features: [Double]

  /// How many entries a phrasing is held against.
  private static let candidateLimit = 8

  public static func isHeldOut(_ entry: String) -> Bool {
    UInt8(SHA256.hexDigest(of: entry).prefix(2), radix: 16).map { $0 < 51 } ?? false
  }

  /// The rows of one entry.
  public static func rows(of entry: KnowledgeEntry, by checker: FactChecker) throws -> [PhrasingFeatures] {
    try entry.phrasings.filter { $0.role != .proposition && $0.role != .statement }.flatMap { phrasing in
      let candidates = try checker.retriever.candidates(for: phrasing.text, limit: candidateLimit)
        .map { $0.entry.id == entry.id ? $0.without(phrasing) : $0 }
      let features = try checker.verifier.features(of: phrasing.text, towards: candidates)
      return zip(candidates, features).compactMap { candidate, values in
        values.map { values in
          PhrasingFeatures(
            text: phrasing.text, origin: entry.id, entry: candidate.entry.id,
            label: candidate.entry.id == entry.id ? phrasing.role.relation : "neither", features: values)
        }
      }
    }
  }
}

extension Phrasing.Role {
  /// What it means to say this of the entry.
  fileprivate var relation: String {
    switch self {
    case .assertedAs: "asserts"
    case .deniedAs: "denies"
    case .proposition, .notThis, .statement: "neither"
    }
  }
}

extension Candidate {
  /// The candidate as if its entry did not have a phrasing.
  fileprivate func without(_ phrasing: Phrasing) -> Candidate {
    var shorter = entry
    shorter.assertedAs.removeAll { $0 == phrasing.text }
    shorter.deniedAs.removeAll { $0 == phrasing.text }
    shorter.notThis.removeAll { $0 == phrasing.text }
    let kept = zip(entry.phrasings, similarities).filter { $0.0 != phrasing }.map(\.1)
    return Candidate(entry: shorter, score: score, matched: matched, similarities: kept)
  }
}
