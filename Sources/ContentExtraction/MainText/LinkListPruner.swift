import FactCheckCore

/// Takes lists of links, and headings with nothing below them, out of a container of prose.
struct LinkListPruner {
  let page: PageText
  /// Elements with at least this share of link text go.
  let linkListDensity: Double
  let thresholds: ExtractionThresholds

  /// The blocks of a container without those in elements that are mostly links.
  func blocks(in container: Int) -> [PageBlock] {
    let blocks = page.blocks.blocks[page.blockRange(of: container)]
    guard Double(page.proseLength(of: container)) >= thresholds.littleProse else { return Array(blocks) }
    var kept: [PageBlock] = []
    let lists = linkLists(in: container)
    var next = 0
    for block in blocks {
      while next < lists.count, lists[next].upperBound <= block.node { next += 1 }
      if next < lists.count, lists[next].contains(block.node) { continue }
      kept.append(block)
    }
    while let last = kept.last, last.kind == .heading { kept.removeLast() }
    return kept
  }

  /// The outermost elements in a container that are mostly links and hold no prose, in order.
  private func linkLists(in container: Int) -> [Range<Int>] {
    let sums = TextSums(page.tree, isKept: page.isKept)
    var lists: [Range<Int>] = []
    var index = container + 1
    while index < page.tree.nodes[container].end {
      let nodes = page.tree.subtree(of: index)
      if isGroup(page.tree.nodes[index].tag), sums.length(in: nodes) > 0,
        sums.linkDensity(in: nodes) >= linkListDensity,
        page.proseLength(of: index) == 0
      {
        lists.append(nodes)
        index = nodes.upperBound
      } else {
        index += 1
      }
    }
    return lists
  }

  private func isGroup(_ tag: Tag) -> Bool {
    switch tag {
    case .ul, .ol, .dl, .div, .section, .table, .center, .form, .figure: true
    default: false
    }
  }
}
