/// Finds phrases of a list in a row of words: a trie over words, longest match first.
///
/// A `*` in a phrase stands for up to ``PhraseMatcher/longestGap`` words.
package struct PhraseMatcher<Label: Sendable>: Sendable {
  package struct Match: Sendable {
    /// The words that the phrase covers, gaps included.
    package let range: Range<Int>
    /// The indices of the phrase's own words: the range without its gaps.
    package let words: [Int]
    package let label: Label

    package var wordCount: Int { words.count }
  }

  /// The largest number of words that a `*` stands for.
  package static var longestGap: Int { 3 }

  private struct Node: Sendable {
    var next: [String: Int] = [:]
    var gap: Int?
    var label: Label?
  }

  private var nodes = [Node()]

  package init() {}

  /// Adds a phrase; of two equal phrases the later one stays.
  package mutating func insert(_ words: [String], label: Label) {
    var current = 0
    for word in words { current = word == "*" ? gapChild(of: current) : child(of: current, for: word) }
    if current != 0 { nodes[current].label = label }
  }

  /// Matches that do not overlap, from left to right, each the longest at its place.
  package func matches(in words: [String]) -> [Match] {
    var found: [Match] = []
    var position = 0
    while position < words.count {
      if let match = longestMatch(in: words, at: position) {
        found.append(match)
        position = match.range.upperBound
      } else {
        position += 1
      }
    }
    return found
  }

  /// The match at a place that covers most words of the list's phrases.
  package func longestMatch(in words: [String], at start: Int) -> Match? {
    guard nodes[0].next[words[start]] != nil else { return nil }
    return longest(in: words, from: start, at: start, node: 0, matched: [])
  }

  private func longest(in words: [String], from start: Int, at index: Int, node: Int, matched: [Int]) -> Match? {
    var best: Match?
    if let label = nodes[node].label { best = Match(range: start..<index, words: matched, label: label) }
    func consider(_ match: Match?) {
      if let match, match.wordCount > best?.wordCount ?? 0 { best = match }
    }
    if index < words.count, let next = nodes[node].next[words[index]] {
      consider(longest(in: words, from: start, at: index + 1, node: next, matched: matched + [index]))
    }
    if let gap = nodes[node].gap {
      for skipped in 0...Self.longestGap where index + skipped < words.count {
        guard let next = nodes[gap].next[words[index + skipped]] else { continue }
        let found = index + skipped
        consider(longest(in: words, from: start, at: found + 1, node: next, matched: matched + [found]))
      }
    }
    return best
  }

  private mutating func child(of node: Int, for word: String) -> Int {
    if let child = nodes[node].next[word] { return child }
    nodes.append(Node())
    nodes[node].next[word] = nodes.count - 1
    return nodes.count - 1
  }

  private mutating func gapChild(of node: Int) -> Int {
    if let gap = nodes[node].gap { return gap }
    nodes.append(Node())
    nodes[node].gap = nodes.count - 1
    return nodes.count - 1
  }
}
