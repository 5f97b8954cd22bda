import FactCheckCore
import Testing

@testable import Reporting

@Suite struct TextExcerptTests {
  /// The rows as the text report lays them out, without colours.
  private func excerpt(_ marked: String, width: Int = 80) -> [String] {
    let (text, span) = Samples.unmarked(marked)
    return TextExcerpt(of: span, in: LineIndex(text), width: width).rows.flatMap { row in
      let indent = String(repeating: " ", count: row.underline.lowerBound)
      return [
        "\(row.line.map(String.init) ?? "-")|\(row.text)",
        " |\(indent)\(String(repeating: "~", count: row.underline.count))",
      ]
    }
  }

  @Test(arguments: [
    ("A «tea» a day.", "1|A tea a day.", " |  ~~~"),
    ("«tea»", "1|tea", " |~~~"),
    ("first\nA «tea» a day.\nlast", "2|A tea a day.", " |  ~~~"),
    ("first\r\nA «tea» a day.\r\nlast", "2|A tea a day.", " |  ~~~"),
    ("first\rA «tea» a day.\rlast", "2|A tea a day.", " |  ~~~"),
    ("\tA «tea»", "1| A tea", " |   ~~~"),
    ("💉💉 «tea»", "1|💉💉 tea", " |     ~~~"),
    ("👨‍👩‍👧 «tea»", "1|👨‍👩‍👧 tea", " |   ~~~"),
    ("❤️ «tea»", "1|❤️ tea", " |   ~~~"),
    ("お茶は「痛風」に «效く»。", "1|お茶は「痛風」に 效く。", " |                 ~~~~"),
    ("cafe\u{301} «the\u{301}»", "1|cafe\u{301} the\u{301}", " |     ~~~"),
    ("a\u{200B}b\u{202E} «t\u{200D}ea»", "1|ab t\u{200D}ea", " |   ~~~"),
    ("a\u{0}\u{7F}\u{9B} «tea»", "1|a␀␡\u{FFFD} tea", " |     ~~~"),
    ("x\u{2028}y \u{85}«tea»", "1|x y  tea", " |     ~~~"),
  ]) func `the underline stands below the words`(marked: String, text: String, underline: String) {
    #expect(excerpt(marked) == [text, underline])
  }

  @Test func `a long claim goes on over several rows, with the number of the line at the first`() {
    #expect(
      excerpt("Well, «nettle tea cures gout and everything else that hurts in the morning.»", width: 40) == [
        "1|Well, nettle tea cures gout and", " |      ~~~~~~~~~~~~~~~~~~~~~~~~~",
        "-|everything else that hurts in the", " |~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~", "-|morning.", " |~~~~~~~~",
      ])
  }

  @Test func `what stands far before the claim or behind it is left out`() {
    #expect(
      excerpt("One two three four five six seven eight «tea» nine ten eleven twelve thirteen.", width: 30) == [
        "1|… seven eight tea nine ten …", " |              ~~~",
      ])
  }

  @Test func `a claim across lines shows each line`() {
    #expect(
      excerpt("Nettle «tea\n\ncures» gout.") == ["1|Nettle tea", " |       ~~~", "3|cures gout.", " |~~~~~"])
  }

  @Test func `a word longer than the width is cut`() {
    let rows = excerpt("«\(String(repeating: "a", count: 50))»", width: 24)
    #expect(
      rows.filter { $0.hasPrefix(" |") } == [
        " |" + String(repeating: "~", count: 20), " |" + String(repeating: "~", count: 20),
        " |" + String(repeating: "~", count: 10),
      ])
  }

  @Test func `a very long claim is shown by its beginning`() {
    let rows = excerpt("«\(String(repeating: "tea ", count: 100_000))»", width: 40)
    #expect(rows.count == 12)
    #expect(rows[10].hasSuffix(" …"))
  }

  @Test func `the far end of a line of a million characters costs little`() {
    let line = String(repeating: "nettle ", count: 150_000)
    let clock = ContinuousClock()
    let (text, span) = Samples.unmarked("\(line)«tea»\(line)")
    let index = LineIndex(text)
    #expect(clock.measure { for _ in 0..<100 { _ = TextExcerpt(of: span, in: index, width: 80) } } < .seconds(5))
  }
}
