import ContentExtraction
import FactCheckCore
import Testing

@Suite struct MainTextTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  private func text(of page: String, url: String? = nil) -> String {
    extractor.document(from: page, url: url).value.text
  }

  private static let prose = String(repeating: "<p>\(loremTea)</p>", count: 6)

  static let furniture = [
    "<nav><p>FURNITURE of this page</p></nav>", "<footer>FURNITURE</footer>", "<aside><p>FURNITURE is here</p></aside>",
    "<div role=navigation>FURNITURE</div>", "<div class=sidebar><p>FURNITURE</p></div>", "<div hidden>FURNITURE</div>",
    "<div style='display: none'>FURNITURE</div>", "<div aria-hidden=true>FURNITURE</div>", "<button>FURNITURE</button>",
    "<div id=relatedPosts><p>FURNITURE</p></div>", "<select><option>FURNITURE</select>",
    "<noscript>FURNITURE</noscript>",
    "<div class='comments'><p>FURNITURE of a comment</p></div>", "<header><p>FURNITURE</p></header>",
    "<form><p>FURNITURE</p><input name=email></form>", "<div role=tooltip>FURNITURE</div>",
    "<div class=cookie-banner>FURNITURE</div>", "<div class=sr-only>FURNITURE</div>",
    "<section class=related-posts><article><p>FURNITURE</p></article></section>",
  ]

  @Test(arguments: furniture)
  func `furniture is left out`(_ markup: String) {
    let document = extractor.document(from: "<body>\(markup)<div>\(Self.prose)</div>\(markup)</body>").value
    #expect(!document.text.contains("FURNITURE"))
    #expect(document.blocks.count == 6)
  }

  static let shown = [
    "<div class='hidden md:block'>SHOWN</div>", "<div class=accordion hidden>SHOWN</div>",
    "<div hidden id='S:1'>SHOWN</div>",
    "<form><p>SHOWN</p></form>", "<section><header><h2>SHOWN</h2></header></section>",
    "<div class=widget-text>SHOWN</div>", "<div id=the-sidebar-of-the-heart>SHOWN</div>",
    "<pre><span class=comments># SHOWN</span>\nrun</pre>",
  ]

  @Test(arguments: shown)
  func `what a reader sees is kept`(_ markup: String) {
    #expect(text(of: "<article>\(Self.prose)\(markup)\(Self.prose)</article>").contains("SHOWN"))
  }

  static let containers = [
    "<div class=entry-content>TEXT</div>", "<div itemprop=articleBody>TEXT</div>", "<article>TEXT</article>",
    "<main>TEXT</main>", "<div role=main>TEXT</div>", "<div><div>TEXT</div></div>",
  ]

  @Test(arguments: containers)
  func `the element with the prose is found`(_ container: String) {
    let marked = container.replacing("TEXT", with: Self.prose)
    let page = "<body><div>\(Self.prose.prefix(130))</div><div><p>Short words</p></div>\(marked)</body>"
    #expect(text(of: page).hasSuffix(loremTea.dropLast()))
    #expect(!text(of: page).contains("Short words"))
  }

  @Test(arguments: ["<footer>", "<nav>", "<div role=contentinfo>"])
  func `what stands around the text goes even where it is longer, unless it is all`(_ start: String) {
    let footer = "\(start)<p>FURNITURE</p>\(Self.prose)\(Self.prose)".replacing("Green", with: "Black")
    #expect(!text(of: "<body><div>\(Self.prose)</div>\(footer)</body>").contains("FURNITURE"))
    #expect(text(of: "<body><p>Tea</p>\(footer)</body>").contains("FURNITURE"))
  }

  static let leads = [
    ("<p>LEAD. \(loremTea)</p>", true), ("<p>LEAD in few words.</p>", false),
    ("<p><a href=/>LEAD. \(loremTea)</a></p>", false), (String(repeating: "<p>LEAD. \(loremTea)</p>", count: 3), false),
  ]

  @Test(arguments: leads)
  func `a lead between the title and the text belongs to it`(_ lead: String, _ isKept: Bool) {
    let container = "<div class=entry-content>\(Self.prose)\(Self.prose)\(Self.prose)</div>"
    let page = "<body><header><h1>Tea</h1></header><div>\(lead)</div>\(container)</body>"
    #expect(text(of: page).contains("LEAD") == isKept)
    let before = "<body><div>\(lead)</div><header><h1>Tea</h1></header>\(container)</body>"
    #expect(!text(of: before).contains("LEAD"))
  }

  @Test func `a title that never ends is around the text and not before it`() {
    #expect(text(of: "<body><h1>Tea<div class=entry-content>\(Self.prose)\(Self.prose)</div></body>").contains("Green"))
  }

  @Test func `the whole body is taken where no element holds enough of the text`() {
    let page =
      "<body><article>\(Self.prose)</article><article>\(Self.prose)</article><article>\(Self.prose)</article></body>"
    #expect(extractor.document(from: page).value.blocks.count == 18)
  }

  @Test func `several hidden parts unfold at a click, one or two are windows`() {
    let hidden = "<div hidden><p>HIDDEN. \(loremTea)</p></div>"
    #expect(!text(of: "<body>\(Self.prose)\(hidden)\(hidden)</body>").contains("HIDDEN"))
    #expect(text(of: "<body>\(Self.prose)\(hidden)\(hidden)\(hidden)</body>").contains("HIDDEN"))
  }

  @Test func `comments are kept where they are the content`() {
    let page = "<body><div class=comments>\(Self.prose)</div></body>"
    #expect(extractor.document(from: page).value.described.allSatisfy { $0.hasPrefix("comment: ") })
    let thread = "<body><p>\(loremTea)</p>\(Self.prose)<div class=comments><p>A reply that stays.</p></div></body>"
    #expect(!text(of: thread).contains("A reply"))
    #expect(text(of: thread, url: "https://a.example/forum/1").contains("A reply"))
  }

  @Test func `text for readers without scripts is used where there is hardly any other`() {
    #expect(text(of: "<body><p>Loading</p><noscript>\(Self.prose)</noscript></body>").hasSuffix(loremTea.dropLast()))
  }

  @Test func `lists of links and headings with nothing below go out of an article`() {
    let links = "<ul><li><a href=/1>MORE one</a><li><a href=/2>MORE two</a></ul>"
    let page = """
      <head><meta property=og:type content=article></head>
      <article>\(Self.prose)\(links)\(Self.prose)<h2>MORE to read</h2>\(links)</article>
      """
    #expect(!text(of: page).contains("MORE"))
  }

  @Test func `blocks are parted by blank lines and their spans quote them`() {
    let document = extractor.document(from: "<h1>Tea</h1><p>First.</p><ul><li>Second</ul>").value
    #expect(document.text == "Tea\n\nFirst.\n\nSecond")
    #expect(document.described == ["heading: Tea", "paragraph: First.", "listItem: Second"])
  }
}
