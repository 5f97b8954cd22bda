import Testing

@testable import ContentExtraction

@Suite struct MarkupReaderTests {
  /// What is read of a page, written as markup.
  private func read(_ page: String) -> String {
    var reader = MarkupReader(Array(page.utf8))
    var markup = ""
    while let token = reader.next() {
      switch token {
      case .text(let text): markup += String(decoding: reader.bytes[text], as: UTF8.self)
      case .startTag(let name):
        markup += "<\(name.tag.rawValue)"
        while let (attribute, value) = reader.nextAttribute() {
          if let attribute {
            markup += " \(attribute.rawValue)=[\(String(decoding: reader.bytes[value], as: UTF8.self))]"
          }
        }
        markup += ">"
      case .endTag(let name): markup += "</\(name.tag.rawValue)>"
      }
    }
    return markup
  }

  @Test(arguments: [
    ("a<script>if (a<b) {}</script>b", "ab"), ("a<SCRIPT src=x></Script >b", "ab"), ("a<style>p{}</style>b", "ab"),
    ("a<!-- <p> -->b", "ab"), ("a<!-->b", "ab"), ("a<!-- never closed <p>b", "a"), ("<!DOCTYPE html>a", "a"),
    ("<?xml version='1.0'?>a", "a"), ("<!DOCTYPE r [<!ENTITY a \"b\">]>c", "c"), ("<!x[>a<!x[>b", "ab"),
    ("a<svg><svg></svg><title>t</title></svg>b", "ab"), ("a<svg/>b", "ab"), ("a<svg>b", "ab"), ("a<script>b", "a"),
    ("a<script>'</scripts>'</script>b", "ab"), ("a</script>b", "ab"),
  ])
  func `what holds no text is passed over`(_ page: String, _ expected: String) {
    #expect(read(page) == expected)
  }

  @Test(arguments: [
    ("<p class=a data-x=1 CLASS=b>", "<p class=[a] class=[b]>"), ("<a href='x' onclick=\"y()\">", "<a href=[x]>"),
    ("<p id='say \"hi\"'>", "<p id=[say \"hi\"]>"), ("<br/>", "<br>"), ("<p hidden>", "<p hidden=[]>"),
    ("<p title='a>b' id=c>", "<p id=[c]>"), ("<P>x</P foo>", "<p>x</p>"), ("<p =a id=b>", "<p id=[b]>"),
    ("<p id=a", "<p id=[a]>"), ("<p id=\"a", "<p id=[a]>"), ("<my-tag id = a>", "<unknown id=[a]>"),
    ("<p\n/id=a>", "<p id=[a]>"),
  ])
  func `of tags, the attributes are read that matter`(_ page: String, _ expected: String) {
    #expect(read(page) == expected)
  }

  @Test func `attributes that are not asked for are passed over`() {
    var reader = MarkupReader(Array("<p id='>' class=a>b".utf8))
    guard case .startTag? = reader.next(), case .text(let text)? = reader.next() else {
      Issue.record("a start tag and a text were expected")
      return
    }
    #expect(reader.bytes[text].elementsEqual("b".utf8))
  }

  @Test(arguments: ["a < b", "<3", "<", "a &lt; b"])
  func `angle brackets that open no tag are text`(_ page: String) {
    #expect(read(page) == page)
  }

  @Test func `names that are not known are told apart`() {
    var reader = MarkupReader(Array("<x-one><X-ONE><x-two>".utf8))
    var names: [ElementName] = []
    while case .startTag(let name)? = reader.next() { names.append(name) }
    #expect(names.count == 3 && names[0] == names[1] && names[1] != names[2])
  }

  @Test func `JSON-LD is handed out`() {
    var reader = MarkupReader(
      Array("<script type='application/ld+json; charset=utf-8'>{\"a\":1}</script><script>{}</script>".utf8))
    while reader.next() != nil {}
    #expect(reader.structuredData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\":1}"])
    #expect(reader.hasScripts)
  }
}
