import FactCheckCore
import KnowledgeBase

/// A change to an entry, made once in the text of its file and once in its value.
enum Edit: Sendable {
  case append(Statement)
  case status(Statement.Status, why: String?, since: CalendarDate?, at: Int)
  case verdict(KnowledgeEntry.Verdict)
  case conflict(String)
  case review(KnowledgeEntry.Review)

  func callAsFunction(_ text: String) throws(EntryEditingError) -> String {
    var editor = EntryEditor(text: text)
    switch self {
    case .append(let statement): try editor.append(statement)
    case .status(let status, let why, let since, let index):
      try editor.setStatus(status, why: why, since: since, ofStatementAt: index)
    case .verdict(let verdict): try editor.setVerdict(verdict)
    case .conflict(let reason): try editor.setConflict(reason)
    case .review(let review): try editor.setReview(review)
    }
    return editor.text
  }

  func callAsFunction(_ entry: KnowledgeEntry) -> KnowledgeEntry {
    var entry = entry
    switch self {
    case .append(let statement): entry.statements.append(statement)
    case .status(let status, let why, let since, let index):
      entry.statements[index].status = status
      entry.statements[index].why = status == .active ? nil : why
      entry.statements[index].since = status == .active ? nil : since
    case .verdict(let verdict): entry.verdict = verdict
    case .conflict(let reason): entry.conflict = reason
    case .review(let review): entry.review = review
    }
    return entry
  }

  /// The keys of the lines that the edit may take away.
  var removedKeys: [String] {
    switch self {
    case .append: []
    case .status: ["status", "why", "since"]
    case .verdict: ["verdict"]
    case .conflict: ["conflict"]
    case .review: ["review"]
    }
  }

  /// The keys of the lines that the edit may add.
  var addedKeys: [String] {
    guard case .append = self else { return removedKeys }
    return [
      "organization", "stance", "text", "quote", "sha256", "url", "published", "checked", "licence", "status", "why",
      "since",
    ]
  }

  /// Of the lines in which two texts differ, those that the edit has no business with.
  func strayLines(from old: String, to new: String) -> [Substring] {
    let diff = UnifiedDiff(from: old, to: new, path: "x").description.unicodeScalars.split(separator: "\n").dropFirst(2)
    return diff.map(Substring.init).filter { line in
      guard line.hasPrefix("-") || line.hasPrefix("+") else { return false }
      let keys = line.hasPrefix("-") ? removedKeys : addedKeys
      let field = line.dropFirst().drop { $0 == " " || $0 == "-" }
      return !keys.contains { field.hasPrefix("\($0):") }
    }
  }
}

extension KnowledgeEntry {
  /// The entry of a file; `nil` when there is anything wrong with it.
  init?(file text: String, id: String) {
    let reading = EntryFile.read(Array(text.utf8), path: "x.yaml", id: id)
    guard reading.findings.isEmpty, let entry = reading.file?.value else { return nil }
    self = entry
  }

  /// Texts that are the same to `==` may have other characters, such as é in one and in two.
  var everyByte: [UInt8] { Array(String(reflecting: self).utf8) }
}
