import FactCheckCore
import TextAnalysis

extension Proposer {
  /// The ids of the entries whose subject an alert names: everything that the proposition or one of its phrasings is about,
  /// the first of it in the title. So a recall of nettle tea that was sold for gout names “Nettle tea cures gout”, and one of
  /// another tea does not.
  ///
  /// - Returns: in the order of the ids.
  /// - Throws: what the language model or the knowledge base throws.
  func entriesNamed(title: String, body: String?) throws -> [String] {
    let inTitle = terms(of: title)
    let named = inTitle.union(body.map(terms) ?? [])
    let sentences = [title] + (body.map(sentences) ?? []).prefix(Self.noticeSentences)
    var found: Set<String> = []
    for sentence in sentences {
      for candidate in try retriever.candidates(for: sentence, limit: Self.candidateLimit)
      where !found.contains(candidate.entry.id) {
        let subjects = candidate.entry.phrasings.filter { Self.propositional.contains($0.role) }.map(\.text).map(terms)
        if subjects.contains(where: { $0.isSubset(of: named) && !$0.isDisjoint(with: inTitle) }) {
          found.insert(candidate.entry.id)
        }
      }
    }
    return found.sorted()
  }

  /// How many sentences of an alert are looked at.
  private static let noticeSentences = 12
  /// What says what an entry is about.
  private static let propositional: Set<Phrasing.Role> = [.proposition, .assertedAs, .deniedAs]

  /// What a text is about: the concepts that it mentions, with the broader ones, and the stems of its other words.
  private func terms(of text: String) -> Set<String> {
    let analyzed = analyzer.analyze(text)
    return analyzed.conceptNames.union(analyzed.topicStems)
  }

  private func sentences(in text: String) -> [String] {
    segmenter.sentences(in: Document(plainText: text)).map(\.text)
  }
}
