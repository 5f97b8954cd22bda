/// A page as the steps of the cascade see it: its tree, what of it is kept, and its blocks.
struct PageText: Sendable {
  let tree: PageTree
  /// Whether a node is kept, by index; where it is not, nor are its descendants.
  let isKept: [Bool]
  let blocks: PageBlocks
  /// Lengths of prose before each node, as a prefix sum.
  private let proseBefore: [Int]
  private let thresholds: ExtractionThresholds

  init(_ tree: PageTree, isKept: [Bool], thresholds: ExtractionThresholds) {
    self.tree = tree
    self.isKept = isKept
    blocks = BlockCollector.blocks(of: tree, isKept: isKept)
    var prose = [Int](repeating: 0, count: tree.nodes.count + 1)
    for block in blocks.blocks where thresholds.isProse(block) { prose[block.node + 1] += block.length }
    for index in prose.indices.dropFirst() { prose[index] += prose[index - 1] }
    proseBefore = prose
    self.thresholds = thresholds
  }

  /// How many characters of prose, blocks that read like sentences, stand in a node.
  func proseLength(of node: Int) -> Int {
    let nodes = tree.subtree(of: node)
    return proseBefore[nodes.upperBound] - proseBefore[nodes.lowerBound]
  }

  /// The blocks that are prose or headings as long as prose.
  var wordyBlocks: some Sequence<PageBlock> { blocks.blocks.lazy.filter(thresholds.isWordy) }

  /// The indices of the blocks that stand in a node.
  func blockRange(of node: Int) -> Range<Int> {
    let nodes = tree.subtree(of: node)
    return firstBlock(at: nodes.lowerBound)..<firstBlock(at: nodes.upperBound)
  }

  /// The index of the first block at a node or behind it.
  private func firstBlock(at node: Int) -> Int {
    var (low, high) = (0, blocks.blocks.count)
    while low < high {
      let middle = (low + high) / 2
      if blocks.blocks[middle].node < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
