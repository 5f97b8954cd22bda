import ClaimVerification
import Digests
public import FactCheckCore

/// What the classifier of stances is fitted on: phrasings of entries as if somebody had posted them, and claims that were
/// written for entries in the voices of posts.
///
/// Each phrasing of an entry is taken out of it and held against it and against the other entries that a search finds. Only
/// entries that the models were not trained on are used: a fifth of all, by their digest, as in `Training/stance_data.py`.
public struct PhrasingFeatures: Encodable, Sendable {
  let text: String
  /// The entry that the text is of.
  let origin: String
  /// The entry it is held against.
  let entry: String
  let verdict: KnowledgeEntry.Verdict
  /// `asserts`, `denies`, `exceeds` or `neither`; the last of all entries but its own.
  let label: String
  /// The names of ``features``.
  let names: [String]
  let features: [Double]

  /// How many entries a phrasing is held against.
  private static let candidateLimit = 8

  public static func isHeldOut(_ entry: String) -> Bool {
    UInt8(SHA256.hexDigest(of: entry).prefix(2), radix: 16).map { $0 < 51 } ?? false
  }

  /// The rows of the phrasings of one entry.
  public static func rows(of entry: KnowledgeEntry, by checker: FactChecker) throws -> [PhrasingFeatures] {
    try entry.phrasings.filter { $0.role != .proposition && $0.role != .statement }.flatMap { phrasing in
      try rows(
        of: WrittenClaim(entry: entry.id, text: phrasing.text, label: phrasing.role.relation), by: checker
      ) { $0.entry.id == entry.id ? $0.without(phrasing) : $0 }
    }
  }

  /// The rows of a claim that was written for an entry.
  public static func rows(of claim: WrittenClaim, by checker: FactChecker) throws -> [PhrasingFeatures] {
    try rows(of: claim, by: checker) { $0 }
  }

  private static func rows(
    of claim: WrittenClaim, by checker: FactChecker, changing change: (Candidate) -> Candidate
  ) throws -> [PhrasingFeatures] {
    let candidates = try checker.retriever.candidates(for: claim.text, limit: candidateLimit).map(change)
    let features = try checker.verifier.features(of: claim.text, towards: candidates)
    return zip(candidates, features).compactMap { candidate, values in
      values.map { values in
        PhrasingFeatures(
          text: claim.text, origin: claim.entry, entry: candidate.entry.id, verdict: candidate.entry.verdict,
          label: candidate.entry.id == claim.entry ? claim.label : "neither",
          names: StanceFeatures.names, features: values)
      }
    }
  }
}

/// A row of `Training/authored/claims-calibration.jsonl`: a sentence of a post, and how it stands towards an entry.
public struct WrittenClaim: Decodable, Sendable {
  let entry: String
  let text: String
  /// `asserts`, `denies`, `exceeds` or `neither`.
  let label: String

  /// - Throws: ``FactCheckingError`` for a file or a line that cannot be read.
  public static func all(in path: String) throws(FactCheckingError) -> [WrittenClaim] {
    try JSONLines(path: path).rows()
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
