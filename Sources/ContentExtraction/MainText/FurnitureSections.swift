import FactCheckCore

/// Takes out the sections of a page whose headings say that they are not part of its text, such as “Related articles”.
struct FurnitureSections {
  let page: PageText
  let rules: ExtractionRules
  let kind: PageKind

  private var phrases: PagePhrases { rules.phrases }

  /// The blocks without furniture sections and without lines that are furniture by themselves.
  func removed(from blocks: [PageBlock]) -> [PageBlock] {
    let total = blocks.reduce(0) { $0 + $1.length }
    var kept: [PageBlock] = []
    var index = 0
    while index < blocks.count {
      let block = blocks[index]
      let text = block.length <= PagePhrases.longest ? page.blocks.characters[block.characters] : []
      if isCrossReference(block) {
        index += 1
      } else if !text.isEmpty, block.kind != .code, isLine(text, isHeading: block.kind == .heading) {
        index += 1
      } else if !text.isEmpty, isFurnitureHeading(text),
        let end = endOfSection(at: index, in: blocks, total: total)
      {
        index = end
      } else {
        kept.append(block)
        index += 1
      }
    }
    return kept
  }

  private func isFurnitureHeading(_ text: ArraySlice<UInt8>) -> Bool {
    phrases.isWhole(.furnitureHeading, text) || kind != .forum && phrases.isWhole(.commentsHeading, text)
  }

  /// Whether a block leads away to another article.
  private func isCrossReference(_ block: PageBlock) -> Bool {
    kind != .forum && block.kind != .heading && block.length <= Self.longestReference && block.linkDensity >= 0.5
      && phrases.rest(behind: .crossReference, in: page.blocks.characters[block.characters]) != nil
  }

  /// The most characters of a line that leads away to another article: a title and a few words.
  private static let longestReference = 200

  private func isLine(_ text: ArraySlice<UInt8>, isHeading: Bool) -> Bool {
    if phrases.isWhole(.furnitureLine, text) { return true }
    guard kind == .article || kind == .open, !isHeading else { return false }
    let rest = phrases.rest(behind: .datelineStart, in: text)
    return rest.map(Self.isName) ?? false || phrases.ends(.datelineEnd, text)
  }

  /// Whether a name or a date follows: “By Ann”, “Photo: agency”, but not “By mouth” or “Image-guided surgery”.
  private static func isName(_ rest: ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: ":") { return true }
    guard rest.first == .space, let next = rest.first(where: \.isWordByte) else { return false }
    return !(0x61...0x7A).contains(next)
  }

  /// The index behind the last block of the section that a block opens; `nil` if it opens none.
  private func endOfSection(at index: Int, in blocks: [PageBlock], total: Int) -> Int? {
    guard let section = section(of: blocks, at: index) else { return nil }
    let nodes = page.tree.subtree(of: section)
    let isAlone = index == 0 || !nodes.contains(blocks[index - 1].node)
    let level = headingLevel(of: blocks[index])
    var (next, length) = (index + 1, 0)
    while next < blocks.count, nodes.contains(blocks[next].node) {
      if let other = headingLevel(of: blocks[next]), level.map({ other <= $0 }) ?? true { break }
      // Without an element of its own, a section has no certain end.
      if !isAlone, blocks[next].kind == .tableRow || page.isProse(blocks[next]) { break }
      length += blocks[next].length
      next += 1
    }
    return Double(length) <= rules.thresholds.largestFurnitureShare * Double(total) ? next : nil
  }

  /// The innermost element that holds more than a block, which must be the first in it unless it is a heading.
  private func section(of blocks: [PageBlock], at index: Int) -> Int? {
    let following = index + 1 < blocks.count ? blocks[index + 1].node : page.tree.nodes.count
    let preceding = index > 0 ? blocks[index - 1].node : -1
    for ancestor in page.tree.ancestors(of: blocks[index].node) {
      let nodes = page.tree.subtree(of: ancestor)
      guard nodes.contains(following) || nodes.contains(preceding) else { continue }
      return blocks[index].kind == .heading || !nodes.contains(preceding) ? ancestor : nil
    }
    return nil
  }

  private func headingLevel(of block: PageBlock) -> Int? {
    guard block.kind == .heading else { return nil }
    return page.tree.ancestors(of: block.node).lazy.compactMap { page.tree.nodes[$0].tag.headingLevel }.first
  }
}
