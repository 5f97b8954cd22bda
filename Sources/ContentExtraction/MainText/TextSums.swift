/// How much text stands in every part of a page, as prefix sums over its nodes.
///
/// Lengths count characters (Unicode scalars) that are not white space.
struct TextSums: Sendable {
  private var all: [Int32] = [0]
  private var linked: [Int32] = [0]

  /// Sums up the nodes that are kept; where one is not, nor are its descendants. Links around whole parts of the page
  /// count as links unless cards are ignored.
  init(_ tree: PageTree, isKept: [Bool], ignoresCards: Bool = false) {
    all.reserveCapacity(tree.nodes.count + 1)
    linked.reserveCapacity(tree.nodes.count + 1)
    var linkEnd = 0
    var skippedUntil = 0
    var (total, totalLinked): (Int32, Int32) = (0, 0)
    for (index, node) in tree.nodes.enumerated() {
      if !isKept[index] { skippedUntil = max(skippedUntil, node.end) }
      if node.tag == .a, !ignoresCards || !tree.isCard(index) { linkEnd = max(linkEnd, node.end) }
      if node.tag == .text, index >= skippedUntil {
        total += Int32(node.length)
        if index < linkEnd { totalLinked += Int32(node.length) }
      }
      all.append(total)
      linked.append(totalLinked)
    }
  }

  static func length(of characters: ArraySlice<UInt8>) -> Int {
    characters.withUnsafeBufferPointer { bytes in
      var length = 0
      // A counter of eight bits lets the compiler count many bytes at once.
      for start in stride(from: 0, to: bytes.count, by: 255) {
        var counter: UInt8 = 0
        for index in start..<min(start + 255, bytes.count) {
          counter &+= (bytes[index] > 0x20 ? 1 : 0) & (bytes[index].beginsScalar ? 1 : 0)
        }
        length += Int(counter)
      }
      return length
    }
  }

  /// The length of the text in a range of nodes.
  func length(in nodes: Range<Int>) -> Int { Int(all[nodes.upperBound] - all[nodes.lowerBound]) }

  /// The share of the text in a range of nodes that is link text, from 0 to 1; 0 where there is no text.
  func linkDensity(in nodes: Range<Int>) -> Double {
    let length = length(in: nodes)
    return length == 0 ? 0 : Double(linked[nodes.upperBound] - linked[nodes.lowerBound]) / Double(length)
  }
}
