import FactCheckCore

/// Lays a page out in blocks, in one walk over its nodes.
///
/// White space is collapsed as CSS does it, `<br>` becomes a line feed, two of them part paragraphs, the cells of a
/// table row are joined by ` | `.
struct BlockCollector {
  private let tree: PageTree
  private let isKept: [Bool]
  private let ignoresCards: Bool
  private var result = PageBlocks()
  private var open: [Int] = []
  /// The text of the block that is being read, from `start` in the result's characters on.
  private var start = 0
  private var firstNode: Int?
  private var linkLength = 0
  private var needsSpace = false
  private var lineBreaks = 0
  private var linkEnd = 0
  private var preformattedEnd = 0
  private var row: Range<Int> = 0..<0

  /// Reads the nodes that are kept, by index; where one is not, nor are its descendants. Links around whole parts of the
  /// page count as links unless cards are ignored.
  static func blocks(of tree: PageTree, isKept: [Bool], ignoresCards: Bool = false) -> PageBlocks {
    var collector = BlockCollector(tree: tree, isKept: isKept, ignoresCards: ignoresCards)
    collector.collect()
    return collector.result
  }

  private init(tree: PageTree, isKept: [Bool], ignoresCards: Bool) {
    self.tree = tree
    self.isKept = isKept
    self.ignoresCards = ignoresCards
  }

  private mutating func collect() {
    var index = 0
    while index < tree.nodes.count {
      leave(before: index)
      let node = tree.nodes[index]
      guard isKept[index] else {
        if node.tag.isBlock { border(at: index) }
        index = node.end
        continue
      }
      enter(index, node)
      index += 1
    }
    leave(before: tree.nodes.count)
    finishBlock()
  }

  private mutating func leave(before index: Int) {
    while let last = open.last, tree.nodes[last].end <= index {
      open.removeLast()
      if tree.nodes[last].tag.isBlock { border(at: last) }
    }
  }

  private mutating func enter(_ index: Int, _ node: PageTree.Node) {
    switch node.tag {
    case .text: append(index, tree.characters[node.characters])
    case .br: breakLine(at: index)
    case .td where row.contains(index), .th where row.contains(index): separateCell()
    case let tag where tag.isBlock:
      border(at: index)
      if tag == .tr, TableRow.isData(index, in: tree) { row = tree.subtree(of: index) }
      if tag == .pre { preformattedEnd = node.end }
    case .a where !ignoresCards || !tree.isCard(index): linkEnd = node.end
    default: break
    }
    if node.end > index + 1 { open.append(index) }
  }

  /// A block element begins or ends: so does a block, unless it is within a table row.
  private mutating func border(at index: Int) {
    if row.contains(index), index != row.lowerBound {
      needsSpace = true
    } else {
      finishBlock()
      if index == row.lowerBound { row = 0..<0 }
    }
  }

  private mutating func separateCell() {
    guard firstNode != nil else { return }
    result.characters.append(contentsOf: " |".utf8)
    needsSpace = true
  }

  private mutating func breakLine(at index: Int) {
    guard firstNode != nil else { return }
    lineBreaks += 1
    if lineBreaks == 2, index >= preformattedEnd, !row.contains(index) { finishBlock() }
  }

  private mutating func append(_ index: Int, _ text: ArraySlice<UInt8>) {
    if index < preformattedEnd { return appendPreformatted(index, text) }
    var rest = text
    while let first = rest.first {
      if first.isASCIISpace {
        needsSpace = true
        rest = rest.drop(while: \.isASCIISpace)
        continue
      }
      if firstNode == nil {
        firstNode = index
      } else if lineBreaks > 0 {
        result.characters.append(.lineFeed)
      } else if needsSpace {
        result.characters.append(.space)
      }
      needsSpace = false
      lineBreaks = 0
      let words = Self.words(at: rest)
      result.characters.append(contentsOf: words)
      if index < linkEnd { linkLength += TextSums.length(of: words) }
      rest = rest[words.endIndex...]
    }
  }

  /// The words at the beginning of a text that are parted by one space each.
  private static func words(at text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    text.withUnsafeBufferPointer { bytes in
      var end = 0
      while end < bytes.count {
        if bytes[end].isASCIISpace {
          guard bytes[end] == .space, end + 1 < bytes.count, !bytes[end + 1].isASCIISpace else { break }
        }
        end += 1
      }
      return text.prefix(end)
    }
  }

  private mutating func appendPreformatted(_ index: Int, _ text: ArraySlice<UInt8>) {
    if lineBreaks > 0 { result.characters.append(contentsOf: repeatElement(.lineFeed, count: lineBreaks)) }
    lineBreaks = 0
    if firstNode == nil, text.contains(where: { !$0.isASCIISpace }) { firstNode = index }
    if firstNode != nil { result.characters.append(contentsOf: text) }
  }

  private mutating func finishBlock() {
    defer {
      start = result.characters.count
      firstNode = nil
      linkLength = 0
      needsSpace = false
      lineBreaks = 0
    }
    guard let node = firstNode else {
      result.characters.removeSubrange(start...)
      return
    }
    trimEnds()
    let text = start..<result.characters.count
    let length = TextSums.length(of: result.characters[text])
    guard length > 0 else {
      result.characters.removeSubrange(start...)
      return
    }
    let kind = row.isEmpty ? BlockKind.kind(of: node, in: tree) : .tableRow
    result.blocks.append(
      PageBlock(kind: kind, node: node, characters: text, length: length, linkLength: min(linkLength, length)))
  }

  /// Takes white space, no-break spaces and cell separators off the end, and no-break spaces off the start.
  private mutating func trimEnds() {
    var end = result.characters.count
    while end > start {
      let last = result.characters[end - 1]
      if last.isASCIISpace || (!row.isEmpty && last == UInt8(ascii: "|")) {
        end -= 1
      } else if result.characters[start..<end].suffix(2).elementsEqual(Self.noBreakSpace) {
        end -= 2
      } else {
        break
      }
    }
    result.characters.removeSubrange(end...)
    while result.characters[start...].starts(with: Self.noBreakSpace) { start += Self.noBreakSpace.count }
    while start < end, result.characters[start] == .lineFeed { start += 1 }
  }

  /// U+00A0 in UTF-8.
  private static let noBreakSpace: [UInt8] = [0xC2, 0xA0]
}
