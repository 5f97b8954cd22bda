/// The element that paragraphs vote for, as in Readability (Arc90, 2009): every block of words gives points to its parent,
/// half of them to its grandparent and ever fewer to those above.
struct ScoredContainer: ContainerProposing {
  /// How many elements above a block get points.
  private static let reach = 5

  func container(in page: PageText) -> Int? {
    var scores: [Int: Double] = [:]
    for block in page.wordyBlocks {
      let points = points(for: page.blocks.characters[block.characters], length: block.length)
      // The nearest is the paragraph itself.
      let parents = page.tree.ancestors(of: block.node).lazy.filter { page.tree.nodes[$0].tag.isBlock }.dropFirst()
      for (level, parent) in parents.prefix(Self.reach).enumerated() {
        scores[parent, default: 0] += points / Self.divider(atLevel: level)
      }
    }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// One, one for each comma, and one for each hundred characters up to three, as Readability counts.
  private func points(for text: ArraySlice<UInt8>, length: Int) -> Double {
    let commas = text.count { $0 == UInt8(ascii: ",") }
    return 1 + Double(commas) + min(Double(length) / 100, 3)
  }

  /// As Readability divides: 1 for the parent, 2 for the grandparent, then three times the level.
  private static func divider(atLevel level: Int) -> Double {
    switch level {
    case 0: 1
    case 1: 2
    default: Double(level) * 3
    }
  }
}
