import FactCheckCore

/// A page as the steps of the cascade see it: its tree, what of it is kept, and its blocks.
struct PageText: Sendable {
  let tree: PageTree
  /// Whether a node is kept, by index; where it is not, nor are its descendants.
  let isKept: [Bool]
  let blocks: PageBlocks
  /// Lengths of prose before each node, as a prefix sum.
  private let proseBefore: [Int32]
  /// Headings before each node as prefix sums: those that are links, and all.
  private let linkedHeadingsBefore: [Int32]
  private let headingsBefore: [Int32]
  private let thresholds: ExtractionThresholds

  init(_ tree: PageTree, isKept: [Bool], ignoresCards: Bool, thresholds: ExtractionThresholds) {
    self.tree = tree
    self.isKept = isKept
    blocks = BlockCollector.blocks(of: tree, isKept: isKept, ignoresCards: ignoresCards)
    var prose = [Int32](repeating: 0, count: tree.nodes.count + 1)
    for block in blocks.blocks where thresholds.isProse(block) { prose[block.node + 1] += Int32(block.length) }
    proseBefore = prose.summed
    var headings = [Int32](repeating: 0, count: tree.nodes.count + 1)
    var linked = headings
    for block in blocks.blocks where block.kind == .heading {
      headings[block.node + 1] += 1
      if block.linkDensity >= 0.9 { linked[block.node + 1] += 1 }
    }
    headingsBefore = headings.summed
    linkedHeadingsBefore = linked.summed
    self.thresholds = thresholds
  }

  /// How many characters of prose, blocks that read like sentences, stand in a node.
  func proseLength(of node: Int) -> Int {
    let nodes = tree.subtree(of: node)
    return Int(proseBefore[nodes.upperBound] - proseBefore[nodes.lowerBound])
  }

  /// How many headings stand in a node, or how many that are links.
  func headings(in node: Int, linked: Bool) -> Int {
    let nodes = tree.subtree(of: node)
    let sums = linked ? linkedHeadingsBefore : headingsBefore
    return Int(sums[nodes.upperBound] - sums[nodes.lowerBound])
  }

  /// Whether a block reads like sentences.
  func isProse(_ block: PageBlock) -> Bool { thresholds.isProse(block) }

  /// The blocks that are prose or headings as long as prose.
  var wordyBlocks: some Sequence<PageBlock> { blocks.blocks.lazy.filter(thresholds.isWordy) }

  /// The indices of the blocks that stand in a node.
  func blockRange(of node: Int) -> Range<Int> { blockRange(in: tree.subtree(of: node)) }

  /// The indices of the blocks that begin in a range of nodes.
  func blockRange(in nodes: Range<Int>) -> Range<Int> {
    firstBlock(at: nodes.lowerBound)..<firstBlock(at: nodes.upperBound)
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

extension [Int32] {
  /// Each with the sum of those before it.
  fileprivate var summed: [Int32] {
    var sum: Int32 = 0
    return map {
      sum += $0
      return sum
    }
  }
}
