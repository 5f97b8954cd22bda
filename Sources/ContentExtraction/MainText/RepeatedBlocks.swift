import FactCheckCore

/// Takes out parts that a page shows a second time, as copies for narrow screens and turning carousels do.
struct RepeatedBlocks {
  let page: PageText
  let kind: PageKind
  let thresholds: ExtractionThresholds

  /// The blocks without those whose text, and that of a neighbour, stood in an earlier part. Threads and shops repeat
  /// single blocks: what a post quotes, and what a summary says.
  func removed(from blocks: [PageBlock]) -> [PageBlock] {
    var first: [ByteString: Int] = [:]
    let earlier = blocks.indices.map { index -> Int? in
      let text = ByteString(bytes: page.blocks.characters[blocks[index].characters])
      guard let known = first[text] else {
        first[text] = index
        return nil
      }
      return known
    }
    return blocks.indices.filter { index in
      guard let copied = earlier[index], Double(blocks[index].length) >= thresholds.shortestRepeat else { return true }
      let neighbours = [index - 1, index + 1].filter(blocks.indices.contains)
      let isRun = neighbours.contains { earlier[$0] == copied + $0 - index }
      let isCopy = isRun || kind == .forum || kind == .product
      return !isCopy || parent(of: blocks[index]) == parent(of: blocks[copied])
    }.map { blocks[$0] }
  }

  /// The element around the paragraph that a block is.
  private func parent(of block: PageBlock) -> Int? {
    page.tree.ancestors(of: block.node).lazy.filter { page.tree.nodes[$0].tag.isBlock }.dropFirst().first { _ in true }
  }
}
