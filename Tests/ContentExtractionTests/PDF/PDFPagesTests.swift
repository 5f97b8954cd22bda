import FactCheckCore
import Testing

@testable import ContentExtraction

@Suite struct PDFPagesTests {
  private func blocks(_ text: String) -> [String] {
    let document = PDFPages(Array(text.utf8)).document(from: Document.Source(kind: .file))
    return document.blocks.map { block in
      let text = String(decoding: Array(document.text.utf8)[block.span.start..<block.span.end], as: UTF8.self)
      return block.kind == .listItem ? "• \(text)" : text
    }
  }

  @Test(arguments: [
    ("", []), ("\n\n\u{0C}", []), ("One line.\n", ["One line."]),
    ("A paragraph of\ntwo lines.\n\nAnother.\n", ["A paragraph of two lines.", "Another."]),
    ("An inflam-\nmation heals.\n", ["An inflammation heals."]), ("The AAP-\nIDSA view.\n", ["The AAP- IDSA view."]),
    ("Ages 5-\nto 9.\n", ["Ages 5- to 9."]),
    ("Take:\n• rest\n• tea and\nhoney\n\nDone.\n", ["Take:", "• rest", "• tea and honey", "Done."]),
  ])
  func `lines are put together`(text: String, expected: [String]) { #expect(blocks(text) == expected) }

  @Test(arguments: [
    ("It ends here.\n\u{0C}it seems.\n", ["It ends here.", "it seems."]),
    ("It goes\n\u{0C}on.\n", ["It goes on."]), ("It goes,\n\u{0C}on.\n", ["It goes, on."]),
    ("It con-\n\u{0C}tinues.\n", ["It continues."]), ("Heading\n\u{0C}Text.\n", ["Heading", "Text."]),
  ])
  func `a sentence goes on over the end of a page`(text: String, expected: [String]) {
    #expect(blocks(text) == expected)
  }

  @Test(arguments: ["1", "- 1 -", "Page 1", "page 1 of 9", "p. 1"])
  func `the number of a page is left out`(line: String) {
    #expect(blocks("\(line)\n\nText of the page.\n") == ["Text of the page."])
    #expect(blocks("Text of the page.\n\n\(line)\n") == ["Text of the page."])
  }

  @Test(arguments: ["Page turners sell.", "1 in 9 people", "2026 was warm."])
  func `a line that only has a number in it is kept`(line: String) { #expect(blocks("\(line)\n") == [line]) }

  @Test func `heads and feet that come again are left out, on whatever page they are`() {
    let words = ["Tea is warm.", "Ice is cold.", "Salt is dry.", "Oil is wet."]
    let pages = words.enumerated().map { "Journal of Tea, vol. \($0)\n\n\($1)\n\nDo not copy\n\($0 + 1)\n" }
    #expect(blocks(pages.joined(separator: "\u{0C}")) == words)
  }

  @Test func `what stands twice is text`() {
    let page = "Same words.\n\nThe rest is here.\n"
    #expect(blocks("\(page)\u{0C}\(page)").count == 4)
  }

  @Test func `bytes that are no text are no crash`() {
    for byte in UInt8.min...UInt8.max {
      let document = PDFPages([byte, 0x0C, byte, 0x0A, byte]).document(from: Document.Source(kind: .file))
      #expect(document.blocks.count <= 3)
    }
  }
}
