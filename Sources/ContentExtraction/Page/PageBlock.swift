import FactCheckCore

/// A run of a page's text that is laid out as one thing, before it is decided whether it belongs to the main text.
struct PageBlock: Sendable {
  let kind: Document.Block.Kind
  /// The index of the first text of the block in the page tree.
  let node: Int
  /// Where its UTF-8 stands in ``PageBlocks/characters``.
  let characters: Range<Int>
  /// Its characters that are not white space.
  let length: Int
  /// Those of them that are link text.
  let linkLength: Int

  /// From 0 to 1.
  var linkDensity: Double { length == 0 ? 0 : Double(linkLength) / Double(length) }
}

/// All blocks of a page in order, with their text.
struct PageBlocks: Sendable {
  var blocks: [PageBlock] = []
  var characters: [UInt8] = []

  /// The characters of all blocks that are not white space.
  var length: Int { blocks.reduce(0) { $0 + $1.length } }
}
