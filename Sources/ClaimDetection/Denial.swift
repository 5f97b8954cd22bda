import TextAnalysis

/// A wrapper by which the author denies what it wraps: “it is a myth that …”, “… is a myth”.
struct Denial {
  /// The tokens that are wrapped.
  let body: Range<Int>

  /// How far into a sentence a denial may open it: “FYI, it is a myth that …”.
  private static let latestOpening = 6
  /// What may follow a denial that closes a clause: “is made up”, but not “is made up of”.
  private static let followers: Set<String> = ["and", "but", "or", "so", "because", "as", "that", "which"]
  private static let pronouns: Set<String> = [
    "that", "this", "it", "which", "these", "those", "they", "and", "but", "so",
  ]

  init?(in text: AnalyzedText, cues: CueLists) {
    let found = Self.framed(text, cues) ?? Self.opened(text, cues) ?? Self.closed(text, cues)
    guard let body = found.map({ Self.withoutOpener($0, text, cues) }), !body.isEmpty else { return nil }
    self.body = body
  }

  /// “Anyone who says … is lying”.
  private static func framed(_ text: AnalyzedText, _ cues: CueLists) -> Range<Int>? {
    guard let opening = opening(cues.denialFrames.openings, text),
      let closing = cues.denialFrames.closings.first(in: text.normals, from: opening.upperBound)
    else { return nil }
    return opening.upperBound..<closing.lowerBound
  }

  /// “It is a myth that …”: the clause behind it, and no more, for a second one may be meant in earnest.
  private static func opened(_ text: AnalyzedText, _ cues: CueLists) -> Range<Int>? {
    guard let opening = opening(cues.denialOpenings, text) else { return nil }
    let rest = opening.upperBound..<text.tokens.count
    return ClauseSplitter.clauses(of: text, in: rest).first?.range ?? rest
  }

  /// “… is a myth”: what stands before it, back to the clause before.
  private static func closed(_ text: AnalyzedText, _ cues: CueLists) -> Range<Int>? {
    guard let closing = cues.denialClosings.first(in: text.normals, from: 1), ends(text, closing.upperBound) else {
      return nil
    }
    let start = ClauseSplitter.lastBoundary(of: text, in: 0..<closing.lowerBound).map { $0 + 1 } ?? 0
    let own = start..<closing.lowerBound
    // “…, that is a myth” says it of the clause before.
    let refersBack = start > 0 && own.allSatisfy { pronouns.contains(text.tokens[$0].normal) }
    if refersBack { return 0..<(start - 1) }
    let saysSomething = start == 0 || text.relations.contains { own.contains($0.range.lowerBound) }
    return saysSomething ? own : nil
  }

  private static func opening(_ phrases: PhraseMatcher<Bool>, _ text: AnalyzedText) -> Range<Int>? {
    text.tokens.indices.prefix(latestOpening).lazy
      .compactMap { phrases.longestMatch(in: text.normals, at: $0)?.range }.first
  }

  private static func ends(_ text: AnalyzedText, _ index: Int) -> Bool {
    index >= text.tokens.count || text.tokens[index].kind != .word || followers.contains(text.tokens[index].normal)
  }

  /// Without “the idea that”.
  private static func withoutOpener(_ body: Range<Int>, _ text: AnalyzedText, _ cues: CueLists) -> Range<Int> {
    guard let first = body.first, let opener = cues.openers.longestMatch(in: text.normals, at: first) else {
      return body
    }
    return opener.range.upperBound < body.upperBound ? opener.range.upperBound..<body.upperBound : body
  }
}

extension PhraseMatcher {
  /// The first match that begins at or behind a place.
  fileprivate func first(in words: [String], from start: Int) -> Range<Int>? {
    words.indices.dropFirst(start).lazy.compactMap { longestMatch(in: words, at: $0)?.range }.first
  }
}
