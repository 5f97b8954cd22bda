import FactCheckCore

/// The paragraphs between the title of a page and the element that holds its text: many articles begin with a lead that
/// stands outside.
struct LeadParagraphs {
  let page: PageText
  let thresholds: ExtractionThresholds

  /// The lead of the text in a container; nothing where the title stands within the container or too much between them.
  func blocks(before container: Int) -> [PageBlock] {
    guard titles(in: page.tree.subtree(of: container)).isEmpty,
      let title = titles(in: 0..<container).last(where: { page.isKept[$0] && page.tree.nodes[$0].end <= container })
    else { return [] }
    let blocks = page.blocks.blocks[page.blockRange(in: page.tree.nodes[title].end..<container)]
    let leads = blocks.filter(isLead)
    return Double(leads.count) <= thresholds.mostLeads ? leads : []
  }

  private func titles(in nodes: Range<Int>) -> some BidirectionalCollection<Int> {
    nodes.lazy.filter { page.tree.nodes[$0].tag == .h1 }
  }

  private func isLead(_ block: PageBlock) -> Bool {
    block.kind == .paragraph && page.isProse(block) && Double(block.length) >= thresholds.shortestLead
  }
}
