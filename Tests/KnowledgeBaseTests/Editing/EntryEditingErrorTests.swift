import FactCheckCore
import KnowledgeBase
import Testing

@Suite struct EntryEditingErrorTests {
  private static let statement = Statement(organization: "leaves", stance: .denies, text: "No.", url: nil)
  private static let append = Edit.append(statement)
  private static let activate = Edit.status(.active, why: nil, since: nil, at: 1)
  private static let verdict = Edit.verdict(.mixed)
  private static let review: Edit = {
    let day = CalendarDate(year: 2028, month: 1, day: 1)
    return day.map { .review(.init(on: $0, due: $0)) } ?? verdict
  }()
  private static let activeHerbs = "public-domain\n    status: active"
  private static let inBraces =
    "{organization: herbs, stance: denies, text: No., url: null, licence: ogl, status: stale, why: Gone.}"
  private static let onLines = inBraces.dropFirst().dropLast().replacing(", ", with: "\n    ")
  private static let staleHerbs = "public-domain\n    status: stale"
  private static let end = "\nreview: {on: 2026-11-22, due: 2027-11-22}\n"

  private static let otherForms: [(Edit, String, String, String, String)] = [
    (append, "harm: moderate", "harm: moderate # a\tb", "harm", "there is a tab"),
    (append, "harm: moderate\n", "harm: moderate\r", "harm", "a line break is not like the others"),
    (append, "harm: moderate\n", "harm: moderate\r\n", "id:", "a line break is not like the others"),
    (append, "harm: moderate\n", "harm: moderate # a\u{2028}# b\n", "harm", "a line break is not like the others"),
    (verdict, "verdict: refuted", "verdict:\n  refuted", "verdict", "“verdict” is not plainly on one line"),
    (verdict, "verdict: refuted", "verdict: >\n  refuted", "verdict", "“verdict” is not plainly on one line"),
    (verdict, "verdict: refuted", "verdict: !!str refuted", "verdict", "“verdict” is not plainly on one line"),
    (verdict, "verdict: refuted", "\"verdict\": refuted", "verdict", "does not begin with “verdict:”"),
    (verdict, "verdict: refuted", "? verdict\n: refuted", "verdict", "does not begin with “verdict:”"),
    (verdict, "verdict: refuted", "verdict : refuted", "verdict", "does not begin with “verdict:”"),
    (review, "review: {on: 2026-11-22,", "review: {on: 2026-11-22, # x\n ", "review", "“review” is not plainly on"),
    (review, end, "\nreview:\n  on: 2026-11-22\n  due: 2027-11-22\n", "review", "“review” is not plainly on"),
    (activate, activeHerbs, staleHerbs + "\n    why: >\n      Gone.", "why", "“why” is not plainly on one line"),
    (activate, activeHerbs, staleHerbs + "\n    why: It\n      went.", "why", "“why” is not plainly on one line"),
    (activate, activeHerbs, staleHerbs + "\n    why: \"It\n\n went.\"", "why", "“why” is not plainly on one line"),
    (activate, "organization: herbs", "why: Gone.\n    organization: herbs", "why", "“why” is behind the hyphen"),
  ]

  @Test(arguments: otherForms)
  func `what is written in another form is left alone`(
    edit: Edit, old: String, new: String, line: String, message: String
  ) {
    expect(edit, of: Fixture.entry.replacing(old, with: new), line: line, message: message)
  }

  @Test(arguments: [append, activate], ["  - \(inBraces)", "  -\n    \(onLines)"])
  func `statements without a hyphen before their first key are left alone`(edit: Edit, herbs: String) {
    let start = Fixture.entry.split(separator: "  - organization: herbs")[0]
    expect(edit, of: "\(start)\(herbs)\(Self.end)", line: "herbs", message: "does not begin with a hyphen and a key")
  }

  @Test(arguments: [" []", " [\(inBraces)]", "\n  [\(inBraces)]"])
  func `a list in brackets gets no item`(list: String) {
    let start = Fixture.entry.split(separator: "statements:")[0]
    let text = "\(start)statements:\(list)\(Self.end)"
    let isBehindColon = list.hasPrefix(" ")
    expect(
      Self.append, of: text, line: isBehindColon ? "statements" : "herbs",
      message: isBehindColon ? "“statements” has no items" : "does not begin with a hyphen")
  }

  @Test func `an entry in JSON is left alone`() throws {
    let text = """
      {"id": "a/b", "proposition": "P.", "verdict": "refuted", "strength": "none",
      "population": {"who": "all", "not": []}, "harm": "low", "asserted_as": ["a"], "denied_as": ["b"], "not_this": ["c"],
      "statements": [\(Self.inBraces)], "review": {"on": 2026-01-01, "due": 2027-01-01}}
      """
    #expect(KnowledgeEntry(file: text, id: "a/b") != nil)
    let activate = Edit.status(.active, why: nil, since: nil, at: 0)
    for edit in [Self.append, activate, Self.verdict, .conflict("x"), Self.review] {
      #expect(throws: EntryEditingError.self) { try edit(text) }
    }
  }

  @Test(arguments: [
    ("harm: moderate", "harm: &h moderate", "harm", "anchors (&name)"),
    ("harm: moderate", "harm: moderate\nnote: to do", "note", "the key “note” is unknown"),
    ("harm: moderate", "harm: }", "harm", "the file is not YAML"), ("moderate", "some", "harm", "“harm” is “some”"),
  ])
  func `a file with faults is to be mended first`(old: String, new: String, line: String, message: String) {
    expect(Self.verdict, of: Fixture.entry.replacing(old, with: new), line: line, message: message)
  }

  @Test(arguments: [-1, 2, .max]) func `a statement that is not there is told`(index: Int) {
    let error = #expect(throws: EntryEditingError.self) {
      try Edit.status(.stale, why: nil, since: nil, at: index)(Fixture.entry)
    }
    #expect(error == .noStatement(index: index, count: 2))
    #expect(error?.description == "there is no statement \(index): the entry has 2, counted from 0")
  }

  @Test(arguments: [
    ("two  spaces", 0, "single spaces"), ("two\nlines", 0, "single spaces"), (" a", 0, "single spaces"),
    ("\u{FEFF}a", 0, "plain letters"),
    ("", 2, "“text” is empty"), ("a\u{7}", 2, "“text” has a control character"),
  ])
  func `a text that an entry cannot have is not written`(text: String, offset: Int, message: String) throws {
    var statement = Self.statement
    let line = try Self.append(Fixture.entry).line(with: "leaves") + offset
    statement.text = text
    let error = #expect(throws: EntryEditingError.self) { try Edit.append(statement)(Fixture.entry) }
    let description = error?.description ?? ""
    #expect(description.hasPrefix("line \(line) of the edited file: "), "\(description)")
    #expect(description.contains(message), "\(description)")
    #expect(throws: EntryEditingError.self) { try Edit.conflict(text)(Fixture.entry) }
  }

  @Test(arguments: ["    quote: |+\n      No tea.\n\n\n", "...\n"])
  func `an edit that would be read as something else is taken back`(ending: String) throws {
    let lines = Fixture.entry.split(separator: "\n")
    let text = (lines.suffix(1) + lines.dropLast()).joined(separator: "\n") + "\n" + ending
    #expect(KnowledgeEntry(file: text, id: "garden/nettle-tea-cures-gout") != nil)
    var editor = EntryEditor(text: text)
    let error = #expect(throws: EntryEditingError.self) { try editor.append(Self.statement) }
    if case .misread = error {} else { Issue.record("\(error?.description ?? "no error")") }
    #expect(editor.text == text)
  }

  private func expect(_ edit: Edit, of text: String, line: String, message: String) {
    let error = #expect(throws: EntryEditingError.self) { try edit(text) }
    let description = error?.description ?? ""
    #expect(description.hasPrefix("line \(text.line(with: line)): "), "\(description)")
    #expect(description.contains(message), "\(description)")
  }
}
