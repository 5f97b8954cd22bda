import FactCheckCore
import Foundation
import KnowledgeBase
import TestSupport
import Testing

@Suite struct EditingPropertyTests {
  @Test(arguments: 0..<8) func `the file of any entry is read back as the entry`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let entry = random.entry()
      let text = entry.yaml()
      #expect(KnowledgeEntry(file: text, id: entry.id)?.everyByte == entry.everyByte, "\(text)")
    }
  }

  @Test(arguments: 0..<8) func `an edit changes its own lines and nothing else`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let entry = random.entry()
      let text = random.commented(entry.yaml())
      let edit = random.edit(of: entry)
      let edited = try edit(text)
      #expect(KnowledgeEntry(file: edited, id: entry.id)?.everyByte == edit(entry).everyByte, "\(edited)")
      #expect(edit.strayLines(from: text, to: edited) == [], "\(edit)")
    }
  }

  @Test(arguments: 0..<4) func `a damaged file is edited rightly or not at all`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let id = "garden/nettle-tea-cures-gout"
    var edits = 0
    for _ in 0..<500 {
      let text = String(decoding: random.mutation(of: Array(Fixture.entry.utf8)), as: UTF8.self)
      let entry = EntryFile.read(Array(text.utf8), path: "x.yaml", id: id).file?.value
      let edit = random.edit(of: entry ?? random.entry())
      guard let edited = try? edit(text) else { continue }
      edits += 1
      let new = EntryFile.read(Array(edited.utf8), path: "x.yaml", id: id).file?.value
      #expect(new?.everyByte == entry.map { edit($0).everyByte }, "\(text)")
      #expect(edit.strayLines(from: text, to: edited) == [], "\(text)")
    }
    #expect(edits > 20)
  }

  @Test func `every entry of the knowledge base can be edited and written`() throws {
    let root = URL(filePath: #filePath).appending(path: "../../../../KnowledgeBase").standardized.path
    let statement = Statement(
      organization: "who", stance: .limits, text: "So far: “not” shown.", url: "https://who.int/a#b",
      checked: CalendarDate("2026-11-23").map { .init(on: $0, how: "live", of: "https://who.int/a#b") })
    let source = try KnowledgeSource(root: root)
    #expect(source.entries.count > 1000)
    for file in source.entries {
      let text = try String(contentsOfFile: file.path, encoding: .utf8)
      var editor = EntryEditor(text: text)
      try editor.append(statement)
      let edit = Edit.append(statement)
      #expect(KnowledgeEntry(file: editor.text, id: file.id) == edit(file.value), "\(file.id)")
      #expect(edit.strayLines(from: text, to: editor.text) == [])
      #expect(KnowledgeEntry(file: file.value.yaml(), id: file.id) == file.value, "\(file.id)")
    }
  }
}

extension SeededGenerator {
  private mutating func oneIn(_ count: Int) -> Bool { Int.random(in: 0..<count, using: &self) == 0 }

  private mutating func oddTexts() -> [String] { (0..<Int.random(in: 0...3, using: &self)).map { _ in oddEntryText() } }

  private mutating func any<Choice: CaseIterable>(_ type: Choice.Type) -> Choice where Choice.AllCases == [Choice] {
    type.allCases[.random(in: type.allCases.indices, using: &self)]
  }

  private mutating func day() -> CalendarDate? {
    CalendarDate(
      year: .random(in: 1...9999, using: &self), month: .random(in: 1...12, using: &self),
      day: .random(in: 1...28, using: &self))
  }

  private mutating func review() -> KnowledgeEntry.Review {
    guard let on = day(), let due = day() else { preconditionFailure("every month has 28 days") }
    return .init(on: on, due: due)
  }

  fileprivate mutating func statement() -> Statement {
    let check = day().map { Statement.Check(on: $0, how: oddEntryText(), of: oddEntryText()) }
    return Statement(
      organization: oddEntryText(), stance: any(Statement.Stance.self), text: oddEntryText(),
      quote: oneIn(2) ? "\n\t \(oddEntryText())  \(oddEntryText())\n" : nil, sha256: oneIn(2) ? oddEntryText() : nil,
      url: oneIn(2) ? oddEntryText() : nil, published: oneIn(2) ? day() : nil, checked: oneIn(2) ? check : nil,
      licence: any(Statement.Licence.self), status: any(Statement.Status.self), why: oneIn(2) ? oddEntryText() : nil,
      since: oneIn(2) ? day() : nil)
  }

  /// An entry with odd texts everywhere and at least one statement.
  fileprivate mutating func entry() -> KnowledgeEntry {
    KnowledgeEntry(
      id: oddEntryText(), proposition: oddEntryText(), verdict: any(KnowledgeEntry.Verdict.self),
      strength: any(KnowledgeEntry.Strength.self), population: .init(who: oddEntryText(), not: oddTexts()),
      harm: any(KnowledgeEntry.Harm.self), assertedAs: oddTexts(), deniedAs: oddTexts(), notThis: oddTexts(),
      statements: (0..<Int.random(in: 1...3, using: &self)).map { _ in statement() },
      conflict: oneIn(2) ? oddEntryText() : nil, review: review())
  }

  fileprivate mutating func edit(of entry: KnowledgeEntry) -> Edit {
    switch Int.random(in: 0..<5, using: &self) {
    case 0: .append(statement())
    case 1 where !entry.statements.isEmpty:
      .status(
        any(Statement.Status.self), why: oneIn(3) ? nil : oddEntryText(), since: oneIn(3) ? nil : day(),
        at: .random(in: entry.statements.indices, using: &self))
    case 2: .verdict(any(KnowledgeEntry.Verdict.self))
    case 3: .conflict(oddEntryText())
    default: .review(review())
    }
  }

  /// The file with comments and empty lines between its lines and at their ends, and perhaps other line breaks.
  fileprivate mutating func commented(_ text: String) -> String {
    let lines = text.split(separator: "\n").flatMap { line -> [String] in
      let comment = String(repeating: " ", count: .random(in: 0...8, using: &self)) + "# - organization: {no: one"
      let line = String(line) + (oneIn(5) ? "  # it's \"so\"" : "")
      return (oneIn(4) ? [comment] : []) + [line] + (oneIn(9) ? [""] : [])
    }
    let lineBreak = oneIn(3) ? "\r\n" : "\n"
    return lines.joined(separator: lineBreak) + (oneIn(5) ? "" : lineBreak)
  }
}
