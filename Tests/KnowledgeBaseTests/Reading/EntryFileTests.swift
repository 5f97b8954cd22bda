import FactCheckCore
import KnowledgeBase
import TestSupport
import Testing

@Suite struct EntryFileTests {
  private func read(_ text: String) -> Reading<KnowledgeEntry> { read(Array(text.utf8)) }

  private func read(_ bytes: [UInt8]) -> Reading<KnowledgeEntry> {
    EntryFile.read(bytes, path: "entries/x.yaml", id: "garden/nettle-tea-cures-gout")
  }

  private func change(_ old: String, _ new: String) -> Reading<KnowledgeEntry> {
    #expect(Fixture.entry.contains(old))
    return read(Fixture.entry.replacing(old, with: new))
  }

  @Test func `an entry is read field by field`() throws {
    let reading = read(Fixture.entry)
    #expect(reading.findings.isEmpty)
    let entry = try #require(reading.file?.value)
    #expect(entry.id == "garden/nettle-tea-cures-gout")
    #expect(entry.verdict == .refuted)
    #expect(entry.population == .init(who: "adults", not: ["pregnant"]))
    #expect(entry.assertedAs.count == 5)
    #expect(entry.statements.map(\.organization) == ["joints", "herbs"])
    #expect(entry.statements[0].published == CalendarDate("2025-03-01"))
    #expect(entry.statements[0].checked?.of == "https://archive.example/joints/gout")
    #expect(entry.statements[1].url == nil)
    #expect(entry.review.due == CalendarDate("2027-11-22"))
  }

  @Test(arguments: [
    ("statements[0].text", "No herbal tea"), ("statements[1]", "organization: herbs"), ("asserted_as[4]", "gout goes"),
    ("review.due", "review:"), ("harm", "harm:"), ("statements[0].checked.how", "stored-copy"),
    ("statements[0].quote", "organization: joints"), ("nowhere", "id:"),
  ])
  func `each field knows its line`(field: String, content: String) {
    #expect(read(Fixture.entry).file?.line(of: field) == Fixture.entry.line(with: content))
  }

  @Test(arguments: [
    (
      "verdict: refuted", "verdict: refutd", "refutd",
      "“verdict” is “refutd”: write one of refuted, supported, mixed, uns"
    ),
    ("verdict: refuted", "verdit: refuted", "verdit", "the key “verdit” is unknown: did you mean “verdict”?"),
    ("verdict: refuted", "verdit: refuted", "id:", "“verdict” is missing"),
    ("harm: moderate", "harm: [moderate]", "harm", "“harm” is a list: write a text"),
    ("harm: moderate", "harm:", "harm", "“harm” is empty"),
    ("harm: moderate", "harm: \"a\\0b\"", "harm", "“harm” has a control character"),
    ("you can heal gout with", "remember: it heals", "remember", "in double quotes if it has a colon"),
    ("on: 2026-11-20", "on: 2026-02-30", "02-30", "“on” is “2026-02-30”, which is no day"),
    ("    url: null\n", "", "organization: herbs", "“url” is missing: write “url: null”"),
    ("who: adults", "whom: adults", "whom", "did you mean “who”?"),
    ("asserted_as:\n", "asserted_as: one\nmore:\n", "asserted_as", "“asserted_as” is a text: write a list"),
    ("statements:\n", "statements: []\nmore:\n", "more", "the key “more” is unknown"),
    ("id: garden/nettle-tea-cures-gout", "id: garden/nettle", "id", "the path says “garden/nettle-tea-cures-gout”"),
    ("harm: moderate", "harm: low\nharm: high", "harm", "the key “harm” is there twice"),
    ("harm: moderate", "harm: &h low", "harm", "anchors (&name)"),
    ("harm: moderate", "---\nharm: low", "---", "the file is not YAML: but found another document"),
    ("harm: moderate", "harm: }", "harm", "the file is not YAML"),
  ])
  func `what is wrong is told with its line`(old: String, new: String, content: String, message: String) {
    let findings = change(old, new).findings
    let line = Fixture.entry.replacing(old, with: new).line(with: content)
    #expect(findings.contains { $0.line == line && $0.message.contains(message) }, "\(findings.map(\.description))")
  }

  @Test func `all faults of a file are told at once`() {
    let reading = read(
      Fixture.entry.replacing("refuted", with: "x").replacing("moderate", with: "y").replacing("denies", with: "z"))
    #expect(reading.file == nil)
    #expect(reading.findings.map(\.line) == [3, 6, 21, 29])
  }

  @Test func `a key too many does not cost the entry`() {
    let reading = change("harm: moderate", "harm: moderate\nnote: to do")
    #expect(reading.file != nil)
    #expect(reading.findings.map(\.rule) == ["unknown-key"])
  }

  @Test func `texts are put on one line, quotes are kept`() throws {
    let folded = "text: >\n      No herbal tea\n      cures gout.\n    quote: \"Tea  is tea.\""
    let text = "text: No herbal tea cures gout. Medicines that lower uric acid prevent attacks."
    let statement = try #require(change(text, folded).file?.value.statements[0])
    #expect(statement.text == "No herbal tea cures gout.")
    #expect(statement.quote == "Tea  is tea.")
  }

  @Test func `words that YAML would read as something else stay words`() throws {
    let entry = try #require(change("who: adults", "who: no").file?.value)
    #expect(entry.population.who == "no")
  }

  @Test func `other encodings are named`() {
    let finding = read(Array("id: a\nname: caf".utf8) + [0xE9, 0x0A]).findings.first
    #expect(finding?.rule == "encoding")
    #expect(finding?.line == 2)
  }

  @Test(arguments: ["\u{FEFF}" + Fixture.entry, Fixture.entry.replacing("\n", with: "\r\n")])
  func `what other editors write is read`(text: String) {
    let reading = read(text)
    #expect(reading.findings == [])
    #expect(reading.file?.value == read(Fixture.entry).file?.value)
  }

  @Test func `large files are refused unread`() {
    let reading = read(Fixture.entry + String(repeating: "# x\n", count: 70_000))
    #expect(reading.file == nil)
    #expect(reading.findings.map(\.rule) == ["file-size"])
  }

  @Test func `aliases that multiply are refused before they do`() {
    let levels = (1...40).map { "a\($0): &a\($0) {? [*a\($0 - 1), *a\($0 - 1)] : 1, ? *a\($0 - 1) : 2}\n" }
    let reading = read("a0: &a0 x\n" + levels.joined())
    #expect(reading.findings.map(\.rule) == ["yaml"])
  }

  @Test(arguments: ["[", "{a: ", "- ", "? ", "[? "])
  func `nesting without end is refused`(opening: String) {
    let reading = read(String(repeating: opening, count: 20_000))
    #expect(reading.file == nil)
    #expect(!reading.findings.isEmpty)
  }

  @Test(arguments: [
    "", "\n", "# nothing\n", "null", "[]", "{}", "a", "\u{FEFF}", "%YAML 9.9\n---\na: b", "!!binary x: y",
  ])
  func `files with nothing in them are told, too`(text: String) {
    let reading = read(text)
    #expect(reading.file == nil)
    #expect(!reading.findings.isEmpty)
  }

  @Test func `no bytes whatever crash the reader`() {
    var random = SeededGenerator(seed: 7)
    let bytes = Array(Fixture.entry.utf8)
    for _ in 0..<300 { _ = read(random.mutation(of: bytes)) }
  }
}
