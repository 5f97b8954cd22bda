import ContentExtraction
import FactCheckCore
import TestSupport
import Testing

@Suite struct HostileInputTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  private static let page = """
    <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Tea | Leaf</title>
    <script type="application/ld+json">{"@type":"Article","headline":"Tea","author":[{"name":"A B"}]}</script>
    <style>p{color:red}</style></head><body class='x y'><nav><a href=/>Home</a></nav><article id="a"><h1>Tea &amp; sleep</h1>
    <p>One<br><br>two <b>three <i>four</b> five</i></p><ul><li>a<li>b</ul><table><tr><td>1<td>2</table>
    <pre> code\n  more </pre><svg><title>no</title></svg><!-- note --></article></body></html>
    """
  private static let markdown = """
    ---\ntitle: Tea\n---\n# Tea\n\nSome *text* with [a link](https://x.example) and `code`.\n\n- one\n- two\n
    | a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode\n```\n> quote &amp; <b>more</b>\n
    """

  @Test(arguments: ["text/html", "text/markdown", "text/plain", nil])
  func `no mutation of a document crashes, and every span lies in its text`(_ mediaType: String?) {
    var random = SeededGenerator(seed: 42)
    let original = Array((mediaType == "text/markdown" ? Self.markdown : Self.page).utf8)
    for _ in 0..<150 {
      let bytes = mutated(original, &random)
      let content = RawContent(bytes: bytes, mediaType: mediaType, source: Document.Source(kind: .text))
      expectSoundBlocks(extractor.document(from: content).value)
    }
  }

  @Test func `no random bytes crash`() {
    var random = SeededGenerator(seed: 7)
    let alphabet = Array("<>/=\"'&;!-[]{}#*_`|ahdivp \n\u{FF}\0".utf8)
    for _ in 0..<150 {
      let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in alphabet.randomElement(using: &random) ?? 0 }
      let content = RawContent(bytes: bytes, mediaType: "text/html", source: Document.Source(kind: .text))
      expectSoundBlocks(extractor.document(from: content).value)
    }
  }

  @Test(arguments: [
    "<div>", "<b><i><font>", "<table><tr><td>", "<", "<!--", "<svg>", "<p a", "&amp;", "<ul><li>", "</p>", "<!x[>",
    "&#",
    "<a><form><p>", "<p></a></form>",
  ])
  func `a shape repeated without end is read in the end`(_ shape: String) {
    let result = extractor.document(from: String(repeating: shape, count: 3000) + "end")
    expectSoundBlocks(result.value)
  }

  @Test func `text that is nested too deep is kept`() {
    let page = String(repeating: "<div>", count: 5000) + "deep" + String(repeating: "</div>", count: 5000) + "<p>after"
    #expect(extractor.document(from: page).value.text == "deep\n\nafter")
  }

  private func mutated(_ original: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = original
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let at = Int.random(in: 0..<bytes.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes[at] = UInt8.random(in: 0...255, using: &random)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: at)
      case 2: bytes.removeSubrange(at..<min(bytes.count, at + 20))
      default: bytes.append(contentsOf: bytes[at..<min(bytes.count, at + 60)])
      }
      if bytes.isEmpty { bytes = original }
    }
    return bytes
  }

  /// Blocks are in order, without overlap, not empty, and what stands between them is white space.
  private func expectSoundBlocks(_ document: Document) {
    let text = Array(document.text.utf8)
    var end = 0
    for block in document.blocks {
      #expect(block.span.start >= end && block.span.end <= text.count && !block.span.isEmpty)
      guard block.span.start >= end, block.span.end <= text.count else { return }
      #expect(text[end..<block.span.start].allSatisfy { [0x20, 0x09, 0x0A, 0x0C].contains($0) })
      end = block.span.end
    }
    #expect(text[end...].allSatisfy { [0x20, 0x09, 0x0A, 0x0C].contains($0) })
  }
}
