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
  package static var longestGap: Int { 4 }

  /// A step of the trie: from a node, by a word.
  private struct Edge: Hashable {
    let node: Int32
    let word: Int32
  }

  /// The number of each word that occurs in a phrase. Numbers make the steps cheap to look up.
  private var vocabulary: [String: Int32] = [:]
  private var children: [Edge: Int32] = [:]
  /// The nodes behind a `*`.
  private var gaps: [Int32: Int32] = [:]
  private var labels: [Label?] = [nil]

  package init() {}

  /// Adds a phrase; of two equal phrases the later one stays.
  package mutating func insert(_ words: [String], label: Label) {
    var current: Int32 = 0
    for word in words { current = word == "*" ? gapChild(of: current) : child(of: current, for: word) }
    if current != 0 { labels[Int(current)] = label }
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
    guard child(of: 0, along: words, at: start) != nil else { return nil }
    return longest(in: words, from: start, at: start, node: 0, matched: [])
  }

  private func longest(in words: [String], from start: Int, at index: Int, node: Int32, matched: [Int]) -> Match? {
    var best: Match?
    if let label = labels[Int(node)] { best = Match(range: start..<index, words: matched, label: label) }
    func consider(_ match: Match?) {
      if let match, match.wordCount > best?.wordCount ?? 0 { best = match }
    }
    if let next = child(of: node, along: words, at: index) {
      consider(longest(in: words, from: start, at: index + 1, node: next, matched: matched + [index]))
    }
    if let gap = gaps[node] {
      for found in index...(index + Self.longestGap) {
        guard let next = child(of: gap, along: words, at: found) else { continue }
        consider(longest(in: words, from: start, at: found + 1, node: next, matched: matched + [found]))
      }
    }
    return best
  }

  /// The node that the word at an index leads to; `nil` behind the last word, too.
  private func child(of node: Int32, along words: [String], at index: Int) -> Int32? {
    guard index < words.count, let word = vocabulary[words[index]] else { return nil }
    return children[Edge(node: node, word: word)]
  }

  private mutating func child(of node: Int32, for word: String) -> Int32 {
    let number = vocabulary[word] ?? Int32(vocabulary.count)
    vocabulary[word] = number
    let edge = Edge(node: node, word: number)
    if let child = children[edge] { return child }
    let child = newNode()
    children[edge] = child
    return child
  }

  private mutating func gapChild(of node: Int32) -> Int32 {
    if let gap = gaps[node] { return gap }
    let gap = newNode()
    gaps[node] = gap
    return gap
  }

  private mutating func newNode() -> Int32 {
    labels.append(nil)
    return Int32(labels.count - 1)
  }
}
