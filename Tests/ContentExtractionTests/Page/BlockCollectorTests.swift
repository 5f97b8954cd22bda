import FactCheckCore
import Testing

@testable import ContentExtraction

@Suite struct BlockCollectorTests {
  private func blocks(of markup: String) throws -> [String] {
    let vocabulary = try PageVocabulary(DataSection.sections(in: TestRules.vocabulary))
    let tree = PageParser.parse(Array(markup.utf8), vocabulary: vocabulary).tree
    let page = BlockCollector.blocks(of: tree, isKept: tree.nodes.map { $0.tag != .head })
    return page.blocks.map { "\($0.kind.rawValue): \(String(decoding: page.characters[$0.characters], as: UTF8.self))" }
  }

  static let cases: [(String, [String])] = [
    ("<h1>A</h1><p>b <b>c</b>\n d</p>e", ["heading: A", "paragraph: b c d", "paragraph: e"]),
    ("a<br>b<br><br>c<br/>\n<br/>d", ["paragraph: a\nb", "paragraph: c", "paragraph: d"]),
    ("<ul><li>a<ul><li>b</ul>c<li><p>d</p></ul>", ["listItem: a", "listItem: b", "listItem: c", "listItem: d"]),
    ("<blockquote><p>a</p>b</blockquote>", ["quote: a", "quote: b"]),
    ("<table><tr><th>a<th>b<tr><td>1<td><p>2</p></table>", ["tableRow: a | b", "tableRow: 1 | 2"]),
    ("<table><tr><td><h2>a</h2><p>b</p><td>c</table>", ["heading: a", "paragraph: b", "paragraph: c"]),
    ("<figure><img><figcaption>a</figcaption></figure>", ["caption: a"]),
    ("<pre>\na\n  b\n</pre>", ["code: a\n  b"]),
    ("<div class=comments><p>a</p></div>", ["comment: a"]),
    ("<p>&nbsp;</p><p>&nbsp;a&nbsp;b&nbsp;</p>", ["paragraph: a\u{A0}b"]),
    ("a<span>b</span> <i>c</i>d", ["paragraph: ab cd"]),
    ("<p>a &lt;b&gt; &amp; c", ["paragraph: a <b> & c"]),
    ("<p></p> <div> </div>", []),
  ]

  @Test(arguments: cases)
  func `markup is laid out in blocks`(_ markup: String, _ expected: [String]) throws {
    #expect(try blocks(of: markup) == expected)
  }
}
