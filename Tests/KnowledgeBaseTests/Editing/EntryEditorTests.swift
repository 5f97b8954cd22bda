import FactCheckCore
import Foundation
import KnowledgeBase
import Testing

@Suite struct EntryEditorTests {
  private static let herbs = """
      - organization: herbs
        stance: denies
        text: Nettle has not been shown to cure gout.
        url: null
        licence: public-domain
        status: active

    """
  private static let today = CalendarDate(year: 2026, month: 11, day: 23)

  /// The fixture with one thing changed.
  private static func fixture(_ old: String, _ new: String) -> String { Fixture.entry.replacing(old, with: new) }

  private static func fixture(herbs: String) -> String { fixture(Self.herbs, herbs) }

  private static let herbsAreStale = fixture(
    herbs: herbs.replacing("active", with: "stale # since the move\n    since: 2026-01-02\n    why: 'It''s gone.'"))

  @Test func `a statement is added behind the last`() throws {
    let statement = Statement(
      organization: "leaves", stance: .limits, text: "Tea: a comfort, no cure.", quote: "No tea\ncures gout.",
      sha256: "ab", url: "https://leaves.example/tea", published: Self.today,
      checked: Self.today.map { .init(on: $0, how: "live", of: "https://leaves.example/tea?a=1") }, licence: .ccBy,
      status: .setAside, why: "Disputed.", since: Self.today)
    let added = #"""
        - organization: leaves
          stance: limits
          text: "Tea: a comfort, no cure."
          quote: "No tea\ncures gout."
          sha256: ab
          url: https://leaves.example/tea
          published: 2026-11-23
          checked: {"on": 2026-11-23, how: live, of: "https://leaves.example/tea?a=1"}
          licence: cc-by
          status: set-aside
          why: Disputed.
          since: 2026-11-23

      """#
    #expect(try Edit.append(statement)(Fixture.entry) == Self.fixture(herbs: Self.herbs + added))
  }

  private static let short = Statement(organization: "leaves", stance: .denies, text: "No.", url: nil)
  private static let shortLines = """
      - organization: leaves
        stance: denies
        text: No.
        url: null
        licence: link-only
        status: active

    """

  private static let comments: [(String, String)] = [
    ("\(herbs)\n# When it was last read.\n", "\(herbs)\(shortLines)\n# When it was last read.\n"),
    ("\(herbs)    # why: none\n\n", "\(herbs)    # why: none\n\(shortLines)\n"),
    ("  # The second.\n\(herbs)# The end.\n", "  # The second.\n\(herbs)\(shortLines)# The end.\n"),
  ]

  @Test(arguments: comments)
  func `comments around the last statement stay where they are`(herbs: String, expected: String) throws {
    #expect(try Edit.append(Self.short)(Self.fixture(herbs: herbs)) == Self.fixture(herbs: expected))
  }

  @Test func `a statement is indented as the others are`() throws {
    let outer = Fixture.entry.replacing("\n    ", with: "\n  ").replacing("\n  - organ", with: "\n- organ")
    #expect(KnowledgeEntry(file: outer, id: "garden/nettle-tea-cures-gout") != nil)
    #expect(try Edit.append(Self.short)(outer).contains("\n- organization: leaves\n  stance: denies\n"))
  }

  private static let statuses: [(Edit, String, String)] = [
    (
      .status(.stale, why: "Page: gone.", since: today, at: 1), Fixture.entry,
      fixture(
        herbs: herbs.replacing("active", with: "stale\n    why: \"Page: gone.\"\n    since: 2026-11-23"))
    ),
    (
      .status(.active, why: "x", since: today, at: 1), herbsAreStale,
      fixture("active\nreview", "active # since the move\nreview")
    ),
    (
      .status(.withdrawn, why: "Gone.", since: today, at: 1), herbsAreStale,
      herbsAreStale.replacing("stale", with: "withdrawn").replacing("2026-01-02", with: "2026-11-23")
        .replacing("'It''s gone.'", with: "Gone.")
    ),
    (
      .status(.stale, why: "It's gone.", since: nil, at: 1), herbsAreStale,
      herbsAreStale.replacing("    since: 2026-01-02\n", with: "")
    ),
    (
      .status(.stale, why: "Gone.", since: CalendarDate("2026-01-02"), at: 1),
      herbsAreStale.replacing("    why: 'It''s gone.'\n", with: ""),
      herbsAreStale.replacing(" # since the move", with: " # since the move\n    why: Gone.").replacing(
        "    why: 'It''s gone.'\n", with: "")
    ),
    (
      .status(.stale, why: "Gone.", since: today, at: 1), herbsAreStale.replacing("    since: 2026-01-02\n", with: ""),
      herbsAreStale.replacing("    since: 2026-01-02\n", with: "").replacing(
        "'It''s gone.'", with: "Gone.\n    since: 2026-11-23")
    ),
    (
      .status(.setAside, why: nil, since: nil, at: 0), Fixture.entry,
      fixture("link-only\n    status: active", "link-only\n    status: set-aside")
    ),
  ]

  @Test(arguments: statuses)
  func `a status has its reason and its day beside it`(edit: Edit, text: String, expected: String) throws {
    #expect(try edit(text) == expected)
  }

  private static let values: [(Edit, String, String)] = [
    (.verdict(.mixed), "verdict: refuted", "verdict: mixed"),
    (.verdict(.mixed), "verdict:   'refuted'  # for now", "verdict:   mixed  # for now"),
    (.verdict(.refuted), "verdict: \"refuted\"", "verdict: \"refuted\""),
    (.conflict("They differ: on the dose."), "review: {", "conflict: \"They differ: on the dose.\"\nreview: {"),
    (.conflict("They differ."), "\n# a\n# b\nreview: {", "\nconflict: They differ.\n# a\n# b\nreview: {"),
    (.conflict("They differ."), "conflict: \"A \\\" #\" # ?\nreview: {", "conflict: They differ. # ?\nreview: {"),
    (.conflict("They differ."), "conflict: # none\nreview: {", "conflict: They differ. # none\nreview: {"),
    (.conflict("They differ."), "conflict: ~\nreview: {", "conflict: They differ.\nreview: {"),
  ]

  @Test(arguments: values)
  func `a value changes and its line stays`(edit: Edit, old: String, new: String) throws {
    let key = old.contains("verdict") ? "verdict: refuted" : "review: {"
    #expect(try edit(Self.fixture(key, old)) == Self.fixture(key, new))
  }

  @Test func `a review is written in one line`() throws {
    let review = KnowledgeEntry.Review(
      on: try #require(CalendarDate("2027-02-01")), due: try #require(CalendarDate("2028-02-01")))
    let line = "review: {on: 2026-11-22, due: 2027-11-22}"
    let expected = Self.fixture(line, "review: {\"on\": 2027-02-01, due: 2028-02-01} # read")
    #expect(try Edit.review(review)(Self.fixture(line, line + " # read")) == expected)
  }

  @Test(arguments: [
    Edit.append(short), .status(.stale, why: "Gone.", since: today, at: 1), .verdict(.mixed), .conflict("They differ."),
  ])
  func `other line breaks and marks stay`(edit: Edit) throws {
    let expected = try edit(Fixture.entry)
    #expect(try edit(Fixture.entry.replacing("\n", with: "\r\n")) == expected.replacing("\n", with: "\r\n"))
    #expect(try edit("\u{FEFF}---\n" + Fixture.entry) == "\u{FEFF}---\n" + expected)
    #expect(try edit(String(Fixture.entry.dropLast())) == String(expected.dropLast()))
  }

  @Test func `a statement may stand at the end of the file`() throws {
    let lines = Fixture.entry.split(separator: "\n")
    let text = (lines.suffix(1) + lines.dropLast()).joined(separator: "\n")
    #expect(try Edit.append(Self.short)(text) == text + "\n" + Self.shortLines.dropLast())
    #expect(try Edit.append(Self.short)(text + "\n\n# end\n") == text + "\n" + Self.shortLines + "\n# end\n")
  }

  @Test func `edits follow one another`() throws {
    var editor = EntryEditor(text: Fixture.entry)
    try editor.append(Self.short)
    try editor.setStatus(.superseded, why: "Replaced.", since: Self.today, ofStatementAt: 2)
    try editor.setConflict("They differ.")
    try editor.setVerdict(.unsettled)
    let new = Self.shortLines.replacing("active", with: "superseded\n    why: Replaced.\n    since: 2026-11-23")
    let expected = Self.fixture(herbs: Self.herbs + new + "conflict: They differ.\n")
    #expect(editor.text == expected.replacing("verdict: refuted", with: "verdict: unsettled"))
  }

  @Test func `the template can be edited`() throws {
    let url = URL(filePath: #filePath).appending(path: "../../../../KnowledgeBase/TEMPLATE.yaml").standardized
    let template = try String(contentsOf: url, encoding: .utf8)
    let comment = "\n# When a person last read"
    let expected = template.replacing(comment, with: "\nconflict: They differ.\(comment)")
    #expect(try Edit.conflict("They differ.")(template) == expected)
    let start = "    status: active\n\n# Only if"
    #expect(
      try Edit.append(Self.short)(template)
        == template.replacing(start, with: "    status: active\n\(Self.shortLines)\n# Only if"))
  }
}
