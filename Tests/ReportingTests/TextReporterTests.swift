import FactCheckCore
import Reporting
import Testing

@Suite struct TextReporterTests {
  @Test func `each verdict is shown with the words, the reason and the statements`() throws {
    for (name, report) in try Samples.everyVerdict() {
      try Snapshot.expect(TextReporter(width: 80).render(report), "\(name).txt")
    }
  }

  @Test func `colours are used only when asked for`() throws {
    let report = try Samples.everyVerdict()[0].report
    #expect(!TextReporter(style: .plain).render(report).contains("\u{1B}"))
    try Snapshot.expect(TextReporter(style: .coloured, width: 80).render(report), "coloured.txt")
  }

  @Test func `a page has no lines and columns, for its text is not its source`() throws {
    let (text, claim) = Samples.claim("Teas\n\n«Nettle tea cures gout.»")
    let checked = CheckedClaim(claim: claim, verdict: try Samples.contradicted(), confidence: 0.9)
    let source = Document.Source(kind: .url, url: "https://a.example", finalURL: "https://b.example/tea")
    let note = Diagnostic(.warning, code: "encoding-guessed", message: "The page does not name its encoding.")
    let report = try Samples.report(text, [checked], source: source, diagnostics: [note])
    try Snapshot.expect(TextReporter(width: 80).render(report, isVerbatim: false), "page.txt")
  }

  @Test func `a text that was not checked is never said to hold no claims`() throws {
    let error = Diagnostic(.error, code: "language-not-supported", message: "The text is not in English.")
    let report = try Samples.report("Nesseltee heilt Gicht.", [], source: .init(kind: .text), diagnostics: [error])
    #expect(
      TextReporter().render(report) == """
        text: error: The text is not in English. [language-not-supported]
        text: not checked

        """)
  }

  @Test func `a text without claims says so`() throws {
    let report = try Samples.report("Good morning!", [], source: .init(kind: .text))
    #expect(TextReporter().render(report) == "text: no medical claims found\n")
  }

  @Test func `the summary counts the claims of each verdict`() throws {
    let verdicts: [Verdict] = [
      try Samples.contradicted(), .unsupported(.topicNotCovered, nearest: []), try Samples.contradicted(),
    ]
    let report = try Samples.report("tea", verdicts.map { Samples.checked("«tea»", $0) })
    #expect(TextReporter().render(report).hasSuffix("post.txt: 3 claims: 2 contradicted, 1 unsupported\n"))
  }

  @Test func `neither the text nor its name can send commands to the terminal`() throws {
    let (text, claim) = Samples.claim("\u{1B}]0;title\u{7}\u{202E}«Nettle \u{1B}[8mtea cures gout.»")
    let checked = CheckedClaim(claim: claim, verdict: .unsupported(.topicNotCovered, nearest: []), confidence: 0)
    let source = Document.Source(kind: .file, url: "a\u{1B}[2J.txt")
    let note = Diagnostic(.note, code: "title", message: "It is called “\u{1B}[31m”.")
    let output = TextReporter().render(try Samples.report(text, [checked], source: source, diagnostics: [note]))
    #expect(!output.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{7}" || $0 == "\u{202E}" })
    #expect(output.contains("a␛[2J.txt:1:12: unsupported"))
    #expect(output.contains("   1 | ␛]0;title␇Nettle ␛[8mtea cures gout.\n     |           ^~~~~~~"))
  }

  @Test(arguments: [40, 60, 80, 110]) func `only addresses are longer than the width`(width: Int) throws {
    for (_, report) in try Samples.everyVerdict() {
      let lines = TextReporter(width: width).render(report).split(separator: "\n")
      #expect(lines.allSatisfy { $0.count <= width || $0.contains("https://") || $0.hasPrefix("post.txt:") })
    }
  }
}
