import Testing

@testable import ContentExtraction

@Suite struct MarkupReducerTests {
  private func reduced(_ page: String) -> String {
    String(decoding: MarkupReducer(Array(page.utf8)).markup, as: UTF8.self)
  }

  @Test(arguments: [
    ("a<script>if (a<b) {}</script>b", "ab"), ("a<SCRIPT src=x></Script >b", "ab"), ("a<style>p{}</style>b", "ab"),
    ("a<!-- <p> -->b", "ab"), ("a<!-->b", "ab"), ("a<!-- never closed <p>b", "a"), ("<!DOCTYPE html>a", "a"),
    ("<?xml version='1.0'?>a", "a"), ("<!DOCTYPE r [<!ENTITY a \"b\">]>c", "c"),
    ("a<svg><svg></svg><title>t</title></svg>b", "ab"), ("a<svg/>b", "ab"), ("a<svg>b", "ab"), ("a<script>b", "a"),
    ("a<script>'</scripts>'</script>b", "ab"),
  ])
  func `what holds no text goes`(_ page: String, _ expected: String) {
    #expect(reduced(page) == expected)
  }

  @Test(arguments: [
    ("<p class=a data-x=1 CLASS=b>", "<p class=\"a\">"), ("<a href='x' onclick=\"y()\">", "<a href=\"x\">"),
    ("<p id='say \"hi\"'>", "<p id=\"say &quot;hi&quot;\">"), ("<br/>", "<br>"), ("<p hidden>", "<p hidden=\"\">"),
    ("<p title='a>b' id=c>", "<p id=\"c\">"), ("<P>x</P foo>", "<p>x</p>"), ("<p =a id=b>", "<p id=\"b\">"),
    ("<p id=a", "<p id=\"a\">"), ("<p id=\"a", "<p id=\"a\">"),
  ])
  func `tags keep the attributes that are read`(_ page: String, _ expected: String) {
    #expect(reduced(page) == expected)
  }

  @Test(arguments: [("a < b", "a &lt; b"), ("<3", "&lt;3"), ("<", "&lt;"), ("</>", ""), ("a &lt; b", "a &lt; b")])
  func `angle brackets that open no tag are text`(_ page: String, _ expected: String) {
    #expect(reduced(page) == expected)
  }

  @Test func `JSON-LD is handed out`() {
    let reducer = MarkupReducer(
      Array("<script type='application/ld+json; charset=utf-8'>{\"a\":1}</script><script>{}</script>".utf8))
    #expect(reducer.structuredData.map { String(decoding: $0, as: UTF8.self) } == ["{\"a\":1}"])
  }

  @Test func `elements nested too deep lose their tags`() {
    let page = reduced(String(repeating: "<div>", count: 1000) + "x" + String(repeating: "</div>", count: 1000))
    #expect(page.split(separator: "<div>").joined().hasPrefix("x</div>"))
    #expect(page.utf8.count == 200 * 5 + 1 + 200 * 6)
  }
}
