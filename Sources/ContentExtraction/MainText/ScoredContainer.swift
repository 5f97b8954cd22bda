/// The element that paragraphs vote for, as in Readability (Arc90, 2009): every block of prose gives its parent its score,
/// the grandparent half of it, and so on with less.
struct ScoredContainer: ContainerProposing {
  func container(in page: PageText) -> Int? {
    var scores: [Int: Double] = [:]
    for block in page.blocks.blocks where block.length >= 25 && block.linkDensity < 0.5 {
      let text = page.blocks.characters[block.characters]
      let commas = text.count { $0 == UInt8(ascii: ",") }
      let score = 1 + Double(commas) + min(Double(block.length) / 100, 3)
      var divider = 1.0
      for (level, ancestor) in page.tree.ancestors(of: block.node)
        .filter({ page.tree.nodes[$0].tag.isBlock }).dropFirst().prefix(5).enumerated()
      {
        divider = level == 0 ? 1 : level == 1 ? 2 : Double(level) * 3
        scores[ancestor, default: 0] += score / divider
      }
    }
    return scores.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
