import ContentExtraction
import FactCheckCore
import Testing

@Suite struct RepeatedBlocksTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  private static let part = "<p>\(loremTea)</p><p>\(loremTea.uppercased())</p>"

  @Test(arguments: [
    ("<div>\(part)</div><div>\(part)</div>", nil, 2),
    ("<div>\(part)\(part)</div>", nil, 4),
    ("<div><p>Tea</p></div><div><p>Tea</p></div>", nil, 2),
    ("<div><p>\(loremTea)</p><p>Black</p></div><div><p>\(loremTea)</p><p>White</p></div>", nil, 4),
    ("<div><p>\(loremTea)</p><p>Black</p></div><div><p>\(loremTea)</p><p>White</p></div>", "//a.example/forum/1", 3),
  ])
  func `a part that is shown twice is read once`(_ page: String, _ url: String?, _ count: Int) {
    #expect(extractor.document(from: "<body>\(page)</body>", url: url).value.blocks.count == count)
  }
}
