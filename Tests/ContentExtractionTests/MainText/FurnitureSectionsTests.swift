import ContentExtraction
import FactCheckCore
import Testing

@Suite struct FurnitureSectionsTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  private static let prose = String(repeating: "<p>\(loremTea)</p>", count: 6)

  private func text(_ body: String, head: String = "", url: String? = nil) -> String {
    extractor.document(from: "<head>\(head)</head><body>\(body)</body>", url: url).value.text
  }

  static let sections = [
    "<section><h2>Related articles</h2><p>FURNITURE</p></section>",
    "<div><p>Related articles:</p><ul><li>FURNITURE</ul></div>",
    "<h2>RELATED ARTICLES</h2><ul><li>FURNITURE</ul><h2>Sleep</h2>",
    "<h2>Comments</h2><div><p>FURNITURE</p></div><h2>Sleep</h2>",
  ]

  @Test(arguments: sections)
  func `a section goes whose heading says that it is furniture`(_ section: String) {
    let text = text("<div>\(Self.prose)\(section)\(Self.prose.replacing("Green", with: "Black"))</div>")
    #expect(!text.contains("FURNITURE"))
    #expect(!text.lowercased().contains("related"))
    #expect(text.hasSuffix(loremTea.dropLast().replacing("Green", with: "Black")))
  }

  @Test func `a section ends at prose where no element marks its end`() {
    let section = "<h2>Related articles</h2><p>A</p><p>STAYS. \(loremTea)</p>"
    #expect(text("<div>\(Self.prose)\(section)</div>").contains("STAYS"))
  }

  @Test func `a section that is most of the page stays whatever its heading`() {
    #expect(text("<div><h2>Related articles</h2>\(Self.prose)</div>").contains("Green tea"))
  }

  @Test func `the comments of a thread stay`() {
    let page = "<div>\(Self.prose)<h2>Comments</h2><p>STAYS</p></div>"
    #expect(text(page, url: "https://a.example/forum/1").contains("STAYS"))
  }

  @Test(arguments: [("Read more", ""), ("By Ann Example", article), ("5 min read", article)])
  func `a line that is furniture goes`(_ line: String, _ head: String) {
    let page = "<div>\(Self.prose)<p>\(line)</p><p>\(line) STAYS within a longer sentence.</p></div>"
    let text = text(page, head: head)
    #expect(!text.contains("\(line)\n"))
    #expect(head.isEmpty == text.contains("STAYS") || line.hasSuffix("read"))
  }

  private static let article = "<meta property=og:type content=article>"
}
