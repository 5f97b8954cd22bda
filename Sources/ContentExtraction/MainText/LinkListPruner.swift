import FactCheckCore

/// Takes lists of links, previews of other pages, and headings with nothing below them, out of a container of prose.
struct LinkListPruner {
  private let page: PageText
  private let kind: PageKind
  private let thresholds: ExtractionThresholds
  private let sums: TextSums

  init(page: PageText, kind: PageKind, thresholds: ExtractionThresholds) {
    self.page = page
    self.kind = kind
    self.thresholds = thresholds
    sums = TextSums(page.tree, isKept: page.isKept, ignoresCards: kind.mayListPages)
  }

  /// The blocks of a container without those in elements that are mostly links.
  func blocks(in container: Int) -> [PageBlock] {
    let blocks = Array(page.blocks.blocks[page.blockRange(of: container)])
    guard Double(page.proseLength(of: container)) >= thresholds.littleProse else { return blocks }
    var kept = Self.blocks(blocks, without: groups(in: container, where: isLinkList))
    if kind == .article { kept = Self.blocks(kept, without: previews(in: container)) }
    while let last = kept.last, last.kind == .heading { kept.removeLast() }
    return kept
  }

  /// The blocks outside ranges of nodes that are in order.
  private static func blocks(_ blocks: [PageBlock], without lists: [Range<Int>]) -> [PageBlock] {
    var next = 0
    return blocks.filter { block in
      while next < lists.count, lists[next].upperBound <= block.node { next += 1 }
      return next == lists.count || !lists[next].contains(block.node)
    }
  }

  /// The outermost groups in a container with text that satisfy a predicate, in order.
  private func groups(in container: Int, where isListed: (Int) -> Bool) -> [Range<Int>] {
    var lists: [Range<Int>] = []
    var index = container + 1
    while index < page.tree.nodes[container].end {
      let nodes = page.tree.subtree(of: index)
      if page.tree.nodes[index].tag.isGroup, sums.length(in: nodes) > 0, isListed(index) {
        lists.append(nodes)
        index = nodes.upperBound
      } else {
        index += 1
      }
    }
    return lists
  }

  /// Whether an element is mostly links and holds no prose.
  private func isLinkList(_ node: Int) -> Bool {
    let density = kind.mayListPages ? thresholds.openLinkListDensity : thresholds.linkListDensity
    return sums.linkDensity(in: page.tree.subtree(of: node)) >= density && page.proseLength(of: node) == 0
  }

  /// The previews of other pages in a container, unless they are what it is about.
  private func previews(in container: Int) -> [Range<Int>] {
    let previews = groups(in: container, where: isPreviews)
    let length = previews.reduce(0) { $0 + sums.length(in: $1) }
    let total = sums.length(in: page.tree.subtree(of: container))
    return Double(length) <= thresholds.largestPreviewShare * Double(total) ? previews : []
  }

  /// Whether an element holds several previews of other pages and nothing else: each has a heading that is a link, and
  /// little text below it.
  private func isPreviews(_ node: Int) -> Bool {
    let linked = page.headings(in: node, linked: true)
    let length = sums.length(in: page.tree.subtree(of: node))
    return linked > 1 && linked == page.headings(in: node, linked: false)
      && Double(length) <= thresholds.longestPreview * Double(linked)
  }
}
