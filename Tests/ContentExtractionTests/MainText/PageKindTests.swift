import ContentExtraction
import FactCheckCore
import Testing

@Suite struct PageKindTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  private static let prose = String(repeating: "<p>\(loremTea)</p>", count: 6)
  private static let article = "<meta property=og:type content=article>"
  private static let offer = """
    <script type=application/ld+json>{"@type": "Product", "name": "Tea", "offers": {"price": 3}}</script>
    """
  private static let faq = """
    <script type=application/ld+json>{"@type": "FAQPage", "mainEntity": [{"@type": "Question"}]}</script>
    """

  static let furniture = [
    ("signature", "", "https://a.example/forum/1", false), ("signature", "", nil, true),
    ("reviews", offer, nil, false), ("reviews", "", "https://a.example/product/tea", false), ("reviews", "", nil, true),
    ("carousel", article, nil, false), ("carousel", "", nil, true), ("price", offer, nil, false),
    ("comments", "", "https://a.example/forum/1", true), ("comments", faq, nil, false),
  ]

  @Test(arguments: furniture)
  func `what is furniture depends on the kind of the page`(
    _ name: String, _ head: String, _ url: String?, _ isKept: Bool
  ) {
    let page = "<head>\(head)</head><body>\(Self.prose)<div class=\(name)><p>PART of the page</p></div></body>"
    #expect(extractor.document(from: page, url: url).value.text.contains("PART") == isKept)
  }

  static let captions = [
    "<figure><figcaption>SEEN in Kyoto</figcaption></figure>", "<div class=picture-credit>SEEN in Kyoto</div>",
  ]

  @Test(arguments: captions)
  func `captions go out of an article, unless it consists of pictures`(_ figure: String) {
    let page = "<body>\(Self.prose)\(figure)</body>"
    #expect(!extractor.document(from: Self.article + page).value.text.contains("SEEN"))
    #expect(extractor.document(from: page, url: "https://a.example/forum/1").value.text.contains("SEEN"))
    let gallery = "<body><p>\(loremTea)</p>\(String(repeating: figure, count: 9))</body>"
    #expect(extractor.document(from: Self.article + gallery).value.text.contains("SEEN"))
  }

  @Test(arguments: [(1, false), (12, true)])
  func `what an article tells of its author goes, what is longer is text`(_ paragraphs: Int, _ isKept: Bool) {
    let author = "<div class=byline><p>BORN</p>\(String(repeating: "<p>\(loremTea)</p>", count: paragraphs))</div>"
    let prose = String(repeating: Self.prose.replacing("Green", with: "Black"), count: 3)
    let page = Self.article + "<body>\(prose)\(author)</body>"
    #expect(extractor.document(from: page).value.text.contains("BORN") == isKept)
  }

  @Test(arguments: ["class=entry-content", "class=post-message", "itemprop=articleBody"])
  func `all posts of a thread are read, however long one of them is`(_ mark: String) {
    let long = "<div \(mark)>\(Self.prose)\(Self.prose)</div>"
    let short = "<div \(mark)><p>REPLY. \(loremTea)</p></div>"
    let page = "<body><div>\(long)</div><div>\(short)</div></body>"
    #expect(extractor.document(from: page, url: "https://a.example/forum/1").value.text.contains("REPLY"))
    #expect(!extractor.document(from: page).value.text.contains("REPLY"))
  }

  @Test func `what customers say of a product goes even where it is longer than the rest`() {
    let page = "\(Self.offer)<body>\(Self.prose)<div class=reviews>\(Self.prose)\(Self.prose)<p>SAID</p></div></body>"
    #expect(!extractor.document(from: page).value.text.contains("SAID"))
  }

  @Test func `what customers say goes even where little is said of the product`() {
    let page = "\(Self.offer)<body><p>\(loremTea)</p><div class=reviews>\(Self.prose)<p>SAID</p></div></body>"
    #expect(!extractor.document(from: page).value.text.contains("SAID"))
  }

  @Test func `names in tables are no bylines`() {
    let row = "<tr><th>1901</th><td><span class=byline>NAMED</span></td><td>Physics</td></tr>"
    let page = "\(Self.article)<body>\(Self.prose)<table>\(row)\(row)</table></body>"
    #expect(extractor.document(from: page).value.text.contains("NAMED"))
  }

  @Test(arguments: [("Order now", article, false), ("Order now", "", false), (loremTea + loremTea, "", true)])
  func `a call to act goes unless it is what the page of a service says`(
    _ words: String, _ head: String, _ isKept: Bool
  ) {
    let page = "\(head)<body>\(Self.prose)<div class=cta><p>CALL. \(words)</p></div></body>"
    #expect(extractor.document(from: page).value.text.contains("CALL") == isKept)
  }

  @Test func `a page that calls itself an article is read as any other where that brings much more`() {
    let parts = (1...4).map { "<section><article><p>PART \($0). \(loremTea)</p></article></section>" }
    let cards = (1...40).map { "<div><a href=/><h3>CARD \($0)</h3><p>Of a service.</p></a></div>" }
    let page = "\(Self.article)<body>\((parts + cards).joined())</body>"
    let text = extractor.document(from: page).value.text
    #expect(text.contains("PART 4"))
    #expect(text.contains("CARD 40"))
  }

  @Test func `a post in the form by which it is edited stays`() {
    let post = "<form><input type=hidden><div class=post-message>\(Self.prose)</div></form>"
    let page = "<body>\(post)\(post.replacing("Green", with: "Black"))</body>"
    let text = extractor.document(from: page, url: "https://a.example/forum/1").value.text
    #expect(text.contains("Green") && text.contains("Black"))
  }

  @Test func `what stands between the posts of a thread goes`() {
    let post = "<div class=post-message>\(Self.prose)</div><p>Joined in 2007 and wrote 12 posts since.</p>"
    let page = "<body><h1>Tea</h1>\(post)\(post.replacing("Green", with: "Black"))</body>"
    let document = extractor.document(from: page, url: "https://a.example/forum/1").value
    #expect(document.blocks.first?.kind == .heading)
    #expect(document.blocks.count == 13)
  }

  @Test func `the previews of other pages go out of an article but are what a listing is about`() {
    let preview = "<div><h3><a href=/>PREVIEW</a></h3><p>Of an article about tea, which nobody reads.</p></div>"
    let page = "<body>\(Self.prose)<section>\(preview)\(preview)</section></body>"
    #expect(!extractor.document(from: Self.article + page).value.text.contains("PREVIEW"))
    #expect(extractor.document(from: page).value.text.contains("PREVIEW"))
    let listing = "<body><section>\(String(repeating: preview, count: 20))</section></body>"
    #expect(extractor.document(from: Self.article + listing).value.text.contains("PREVIEW"))
  }

  @Test func `a page whose text is in its links keeps them unless it is an article`() {
    let card = "<div><a href=/><h3>CARD</h3><p>\(loremTea)</p></a></div>"
    let page = "<body><p>\(loremTea)</p>\(String(repeating: card, count: 5))</body>"
    #expect(extractor.document(from: page).value.text.contains("CARD"))
  }
}
