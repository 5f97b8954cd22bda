import TestSupport
import Testing
import Yams

@testable import KnowledgeBase

@Suite struct YAMLScalarTests {
  @Test(arguments: [
    "nettle tea cures gout", "teens' body clocks", "50% of adults", "1 in 8 women", "the 5:2 diet", "say \"ah\"",
    "https://joints.example/a?b#c", "no tea cures gout", "(some) say", "é", "“quoted”", "gout\u{A0}#1", "x",
  ])
  func `what means nothing else is plain`(text: String) {
    #expect(YAMLScalar.text(text) == text)
  }

  @Test(arguments: [
    "", " ", " a", "a ", "a: b", "a:", "a #b", "- a", "-a", "? a", ": a", "#a", "&a", "*a", "!a", "|", ">", "%a",
    "@a", "`a", "[a]", "{a}", "'a'", "~", "null", "Null", "yes", "NO", "on", "Off", "y", "true", "FALSE", "12", "1_000",
    "0x1F", "0o17", "1e5", "+1", "-1", ".5", ".inf", ".NaN", "16:30", "2026-11-23", "2001-12-14 21:59:43.10 -5", "=",
    "<<", "---", "...",
  ])
  func `what could mean something else is in quotes`(text: String) {
    #expect(YAMLScalar.text(text) == "\"\(text)\"")
  }

  @Test(arguments: [
    ("\"ah\"", #""\"ah\"""#), ("a\\b: c", #""a\\b: c""#), ("a\nb\tc", #""a\nb\tc""#),
    ("\0", #""\x00""#), ("a\u{85}b", #""a\x85b""#), ("a\u{202E}b", #""a\u202Eb""#), ("\u{FEFF}a", #""\uFEFFa""#),
    ("a\u{10FFFF}", #""a\U0010FFFF""#),
  ])
  func `what an eye does not see is escaped`(text: String, written: String) {
    #expect(YAMLScalar.text(text) == written)
  }

  @Test(arguments: ["a, b", "a:b", "[a", "a]", "a}b", "why?"])
  func `braces and brackets ask for more quotes`(text: String) {
    #expect(YAMLScalar.text(text, in: .flow) == "\"\(text)\"")
  }

  @Test(arguments: 0..<8) func `every text is read back as it is`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<400).map { _ in random.oddText() }
    let items = texts.map { "  - \(YAMLScalar.text($0))\n" }.joined()
    let fields = texts.map { "  - text: \(YAMLScalar.text($0))\n" }.joined()
    let flow = texts.map { YAMLScalar.text($0, in: .flow) }.joined(separator: ", ")
    let yaml = "items:\n\(items)fields:\n\(fields)flow: {a: [\(flow)]}\n"
    let root = try #require(try Parser(yaml: yaml, resolver: .default, encoding: .utf8).singleRoot())
    let lists = [
      root["items"]?.sequence?.compactMap(string), root["fields"]?.sequence?.compactMap { $0["text"].flatMap(string) },
      root["flow"]?["a"]?.sequence?.compactMap(string),
    ]
    for list in lists {
      #expect(list?.map { Array($0.unicodeScalars) } == texts.map { Array($0.unicodeScalars) })
    }
  }

  /// The string of a node that YAML 1.1 takes for a string.
  private func string(_ node: Node) -> String? { node.tag == Tag(.str, .default) ? node.scalar?.string : nil }
}
