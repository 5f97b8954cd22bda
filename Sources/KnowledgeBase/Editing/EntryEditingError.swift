/// Why an entry's file was not edited. Lines are counted from 1.
public enum EntryEditingError: Error, Hashable, Sendable {
  /// The file is no entry without faults as it is.
  case faulty(line: Int, fault: String)
  /// The file is an entry, but in a form in which an edit could go wrong.
  case unsafeForm(line: Int, reason: String)
  /// The entry has no statement at the index.
  case noStatement(index: Int, count: Int)
  /// The edited text would be read as something else than what was meant, perhaps for a fault on a line of it.
  case misread(line: Int, fault: String?)
}

extension EntryEditingError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .faulty(let line, let fault):
      "line \(line): \(fault); mend the file, then edit it"
    case .unsafeForm(let line, let reason):
      "line \(line): \(reason), in the form of TEMPLATE.yaml; nothing was changed"
    case .noStatement(let index, let count):
      "there is no statement \(index): the entry has \(count), counted from 0"
    case .misread(let line, let fault):
      "line \(line) of the edited file: "
        + (fault ?? "it would be read as something else: write texts on one line, with single spaces and plain letters")
        + "; nothing was changed"
    }
  }
}
