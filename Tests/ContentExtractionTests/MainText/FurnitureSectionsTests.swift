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

  @Test(arguments: ["Read more", "By Ann Example", "5 min read"])
  func `a line that is furniture goes`(_ line: String) {
    let sentence = "\(line) STAYS, in a sentence that is a good deal longer than lines of this kind are."
    let text = text("<div>\(Self.prose)<p>\(line)</p><p>\(sentence)</p></div>")
    #expect(!text.contains("\(line)\n"))
    #expect(text.contains("STAYS"))
  }

  @Test(arguments: ["By mouth: 10 mg twice a day", "By-products of brewing"])
  func `a line that only begins like one with a name stays`(_ line: String) {
    #expect(text("<div>\(Self.prose)<p>\(line)</p>\(Self.prose)</div>").contains(line))
  }

  @Test(arguments: [("<a href=/>LINK to another article</a>", false), ("LINKED to tea is sleep, as all know.", true)])
  func `a line that leads away to another article goes`(_ line: String, _ isKept: Bool) {
    #expect(text("<div>\(Self.prose)<p>Related: \(line)</p>\(Self.prose)</div>").contains("LINK") == isKept)
  }
}
