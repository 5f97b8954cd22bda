import Testing

@testable import ContentExtraction

@Suite struct TreeBuilderTests {
  /// The tree below a node: `p[a b[c]]` for `<p>a<b>c</b></p>`.
  private func outline(_ tree: PageTree, below node: Int) -> String {
    tree.children(of: node).map { child in
      let tag = tree.nodes[child].tag
      if tag == .text { return String(decoding: tree.characters[tree.nodes[child].characters], as: UTF8.self) }
      return "\(tag.rawValue)[\(outline(tree, below: child))]"
    }.joined(separator: " ")
  }

  private func tree(of page: String) throws -> PageTree {
    let vocabulary = try PageVocabulary(DataSection.sections(in: TestRules.vocabulary))
    return PageParser.parse(Array(page.utf8), vocabulary: vocabulary).tree
  }

  private func outline(of page: String) throws -> String {
    let tree = try tree(of: page)
    return outline(tree, below: tree.root)
  }

  @Test(arguments: [
    ("<p>a<p>b", "p[a] p[b]"), ("<p>a<span>b<div>c</div>d", "p[a span[b]] div[c] d"),
    ("<p>a<table><tr><td>b</table>", "p[a] table[tr[td[b]]]"), ("<h1>a<h2>b</h2>c", "h1[a] h2[b] c"),
    ("<ul><li>a<li>b<ul><li>c</ul>d</ul>", "ul[li[a] li[b ul[li[c]] d]]"),
    ("<ul><li><div>a<li>b</ul>", "ul[li[div[a]] li[b]]"), ("<dl><dt>a<dd>b<dt>c</dl>", "dl[dt[a] dd[b] dt[c]]"),
    ("<table><tr><td>a<td>b<tr><td>c</table>d", "table[tr[td[a] td[b]] tr[td[c]]] d"),
    ("<table><tbody><tr><td>a<tbody><tr><td>b", "table[tbody[tr[td[a]]] tbody[tr[td[b]]]]"),
    ("<table><tr><td><table><tr><td>a</table>b<td>c", "table[tr[td[table[tr[td[a]]] b] td[c]]]"),
    ("<select><option>a<option>b</select>", "select[option[a] option[b]]"),
    ("<button>a<button>b", "button[a] button[b]"),
    ("<a>a<a>b</a>c", "a[a] a[b] c"), ("a<br>b<img>c", "a br[] b img[] c"),
  ])
  func `a start tag ends what cannot hold the element`(_ page: String, _ expected: String) throws {
    #expect(try outline(of: page) == "body[\(expected)]")
  }

  @Test(arguments: [
    ("a</div>b</span>c</td>", "abc"), ("<div>a<span>b</div>c", "div[a span[b]] c"), ("a</p>b", "a p[] b"),
    ("a</br>b", "a br[] b"), ("<h1>a</h2>b", "h1[a] b"), ("<table><tr><td>a</div>b</table>", "table[tr[td[ab]]]"),
    ("<div><table><tr><td>a</table>b</div>c", "div[table[tr[td[a]]] b] c"), ("a</body></html>b", "ab"),
    ("<ul><li>a<ul></li><li>b</ul>c</ul>", "ul[li[a ul[li[b]] c]]"),
  ])
  func `an end tag ends the elements within, and nothing if there is none to end`(
    _ page: String, _ expected: String
  ) throws {
    #expect(try outline(of: page) == "body[\(expected)]")
  }

  @Test(arguments: [
    ("<a><h3>a</a>b</h3>c", "a[h3[ab]] c"), ("<form><div>a</form>b</div>c", "form[div[ab]] c"),
    ("<span><p>a</span><p>b", "span[p[a]] p[b]"), ("<p><a>a<div>b</div></a></p>c", "p[a[a div[b]]] c"),
  ])
  func `an element whose end tag comes too early ends with the part that is open in it`(
    _ page: String, _ expected: String
  ) throws {
    #expect(try outline(of: page) == "body[\(expected)]")
  }

  @Test(arguments: [
    ("<title>t</title>a", "head[title[t]] body[a]"), ("<html><head></head><body>a<body>b", "head[] body[ab]"),
    ("<head><noscript><img></noscript><meta></head>a", "head[noscript[img[]] meta[]] body[a]"),
    ("<head><p>a", "head[] body[p[a]]"), ("<td>a</td>b", "body[ab]"), (" <p> a</p> ", "body[p[ a]]"),
    ("<b>a</b> <i>b</i>", "body[unknown[a]   unknown[b]]"), ("<pre> \n</pre>", "body[pre[ \n]]"),
  ])
  func `head and body are there without their tags`(_ page: String, _ expected: String) throws {
    #expect(try outline(of: page) == expected)
  }

  @Test func `texts are without control characters, and one where nothing stands between them`() throws {
    let tree = try tree(of: "a<!-- -->b\u{1}&#1;&amp;<script></script> é")
    let texts = tree.nodes.filter { $0.tag == .text }
    #expect(texts.count == 1 && texts.first?.length == 4)
    #expect(String(decoding: tree.characters, as: UTF8.self) == "ab& é")
  }

  @Test func `the first of two attributes counts`() throws {
    let tree = try tree(of: "<html lang=en><html lang=de><meta name=a name=b content='c&amp;d'>")
    #expect(tree.attributes.map(\.values) == [[.lang: "en"], [.name: "a", .content: "c&d"]])
  }

  @Test func `text in elements on either side of a block is parted by a space`() throws {
    let tree = try tree(of: "<div><span>a<div>b</div></span>c</div>")
    #expect(tree.text(of: tree.root) == "a b c")
  }
}
