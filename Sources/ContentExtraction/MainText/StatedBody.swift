/// The text that a page states in its structured data: the body of an article, a first post, a product's description.
struct StatedBody {
  /// Plain text or HTML.
  let text: String
  let rules: ExtractionRules

  /// The stated text in blocks if the main text is about something else and not for want of a text to state.
  func replacement(for main: PageBlocks) -> PageBlocks? {
    guard main.blocks.isEmpty || Double(text.utf8.count) >= rules.thresholds.littleText else { return nil }
    var known: Set<[UInt8]> = []
    for block in main.blocks { known.formUnion(Self.words(in: main.characters[block.characters])) }
    let stated = blocks
    var own: Set<[UInt8]> = []
    for block in stated.blocks { own.formUnion(Self.words(in: stated.characters[block.characters])) }
    let shared = own.count(where: known.contains)
    return Double(shared) >= rules.thresholds.leastStatedShare * Double(own.count) ? nil : stated
  }

  private var blocks: PageBlocks {
    let markup = text.contains("<") ? text : text.replacing("\n", with: "<p>")
    let tree = PageParser.parse(Array(markup.utf8), vocabulary: rules.vocabulary).tree
    return BlockCollector.blocks(of: tree, isKept: [Bool](repeating: true, count: tree.nodes.count))
  }

  private static func words(in text: ArraySlice<UInt8>) -> [[UInt8]] {
    text.split { !$0.isWordByte }.map { $0.map(\.asciiLowercased) }
  }
}
