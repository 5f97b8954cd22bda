public import FactCheckCore

/// Changes the text of an entry's file and nothing in it but what is asked for: comments, order, quoting and line breaks
/// of everything else stay, so that a diff shows what a reviewer decided.
///
/// After each edit the new text is read as every entry is, and takes the place of the old one only if it says what it
/// should. An edit that throws leaves the text as it was. One that changes nothing of the entry changes nothing of the text.
public struct EntryEditor: Sendable {
  /// The file with all edits so far.
  public private(set) var text: String

  /// - Parameter text: the file as it is.
  public init(text: String) { self.text = text }

  /// Adds a statement behind the last one.
  ///
  /// - Throws: when the file cannot be edited safely, or the statement has a text that no entry can have.
  public mutating func append(_ statement: Statement) throws(EntryEditingError) {
    try edit { entry, lines throws(EntryEditingError) in
      let last = entry.statements.count - 1
      entry.statements.append(statement)
      try lines.append(statement.yamlLines, to: "statements", last: last)
    }
  }

  /// Sets the status of a statement, with why and since when it has it; `nil` takes away what is there.
  ///
  /// - Parameters:
  ///   - status: `active` takes away `why` and `since`, whatever is given for them.
  ///   - why: what happened, in a sentence.
  ///   - since: the day from which on it has the status.
  ///   - index: the place of the statement in the entry, from 0.
  /// - Throws: as ``append(_:)``, and when there is no such statement.
  public mutating func setStatus(
    _ status: Statement.Status, why: String?, since: CalendarDate?, ofStatementAt index: Int
  ) throws(EntryEditingError) {
    try edit { entry, lines throws(EntryEditingError) in
      guard entry.statements.indices.contains(index) else {
        throw .noStatement(index: index, count: entry.statements.count)
      }
      let old = entry.statements[index]
      var new = old
      new.status = status
      new.why = status == .active ? nil : why
      new.since = status == .active ? nil : since
      entry.statements[index] = new
      try lines.setStatus(at: "statements[\(index)]", from: old, to: new)
    }
  }

  /// Sets what the organizations, taken together, say.
  ///
  /// - Throws: when the file cannot be edited safely.
  public mutating func setVerdict(_ verdict: KnowledgeEntry.Verdict) throws(EntryEditingError) {
    try edit { entry, lines throws(EntryEditingError) in
      entry.verdict = verdict
      try lines.setValue(of: "verdict", to: verdict.rawValue)
    }
  }

  /// Sets the strongest relation that the statements grant.
  ///
  /// - Throws: when the file cannot be edited safely.
  public mutating func setStrength(_ strength: KnowledgeEntry.Strength) throws(EntryEditingError) {
    try edit { entry, lines throws(EntryEditingError) in
      entry.strength = strength
      try lines.setValue(of: "strength", to: strength.rawValue)
    }
  }

  /// Sets why the verdict is not what the active statements alone would give; a new `conflict` stands before `review`.
  ///
  /// - Throws: as ``append(_:)``.
  public mutating func setConflict(_ reason: String) throws(EntryEditingError) {
    try edit { entry, lines throws(EntryEditingError) in
      entry.conflict = reason
      try lines.setValue(of: "conflict", to: YAMLScalar.text(reason), before: "review")
    }
  }

  /// Sets the day of the last review and the day of the next.
  ///
  /// - Throws: when the file cannot be edited safely.
  public mutating func setReview(_ review: KnowledgeEntry.Review) throws(EntryEditingError) {
    try edit { entry, lines throws(EntryEditingError) in
      entry.review = review
      try lines.setValue(of: "review", to: review.yaml)
    }
  }
}

extension EntryEditor {
  /// Makes a change to the entry and to its lines, and keeps it when the lines say the same as the entry.
  private mutating func edit(
    _ change: (inout KnowledgeEntry, inout EntryLines) throws(EntryEditingError) -> Void
  ) throws(EntryEditingError) {
    let file = try Self.read(text)
    var expected = file.value
    var lines = try EntryLines(of: text, in: file)
    try change(&expected, &lines)
    guard expected != file.value else { return }
    let edited = lines.text
    guard try Self.readBack(edited) == expected else { throw .misread(line: lines.firstChange, fault: nil) }
    text = edited
  }

  private static func readBack(_ text: String) throws(EntryEditingError) -> KnowledgeEntry {
    do {
      return try read(text).value
    } catch .faulty(let line, let fault) {
      throw .misread(line: line, fault: fault)
    }
  }

  /// Whether the id agrees with the path is left out: the text alone does not know its path.
  private static func read(_ text: String) throws(EntryEditingError) -> EntryFile {
    let reading = EntryFile.read(Array(text.utf8), path: "", id: "")
    let faults = reading.findings.filter { $0.rule != "id" }
    guard let file = reading.file, faults.isEmpty else {
      throw .faulty(line: faults.first?.line ?? 1, fault: faults.first?.message ?? "the entry is incomplete")
    }
    return file
  }
}

extension EntryLines {
  /// Writes of status, why and since those that are new.
  fileprivate mutating func setStatus(
    at place: String, from old: Statement, to new: Statement
  ) throws(EntryEditingError) {
    try expectItem(at: place)
    let (status, why, since) = ("\(place).status", "\(place).why", "\(place).since")
    if new.status != old.status { try setValue(of: status, to: new.status.rawValue) }
    if new.why != old.why { try setValue(of: why, to: new.why.map { YAMLScalar.text($0) }, behind: status) }
    if new.since != old.since {
      try setValue(of: since, to: new.since?.description, behind: has(why) ? why : status)
    }
  }
}
