/// A file of the knowledge base as it was read: what it says, and on which line it says it.
public struct SourceFile<Value: Sendable>: Sendable {
  /// The path as people are told it: the folder as it was given, and the path in it.
  public let path: String
  /// What the path stands for, such as `flu/shot-gives-flu`; the value has the same id.
  public let id: String
  public let value: Value
  /// The line of each field by its place, such as `statements[0].text`.
  let lines: [String: Int]

  /// The line of a field given by its place, such as `statements[0].text`, or of the nearest field around it; 1 when none is
  /// known.
  public func line(of field: String) -> Int {
    var place = Substring(field)
    while !place.isEmpty {
      if let line = lines[String(place)] { return line }
      place = place[..<(place.lastIndex { $0 == "." || $0 == "[" } ?? place.startIndex)]
    }
    return 1
  }
}

/// What comes of reading a file: its value, unless it lacks something that it needs, and all that is wrong with it.
public struct Reading<Value: Sendable>: Sendable {
  public let file: SourceFile<Value>?
  public let findings: [LintFinding]
}

extension Reading {
  /// Reads the bytes of a YAML file. The last argument takes the value from the fields of the outermost mapping; it gives
  /// `nil` when one that it needs is missing.
  init(of bytes: [UInt8], path: String, id: String, value: (MappingReader) -> Value?) {
    let notes = ReadingNotes(path: path)
    let value = YAMLText.outermostMapping(of: bytes, notes).flatMap { mapping in
      MappingReader.read(mapping, at: "", notes) { fields in
        fields.expect(id: id)
        return value(fields)
      }
    }
    self.file = value.map { SourceFile(path: path, id: id, value: $0, lines: notes.lines) }
    self.findings = notes.findings
  }
}

/// What is noted while one file is read.
final class ReadingNotes {
  private let path: String
  private(set) var lines: [String: Int] = [:]
  private(set) var findings: [LintFinding] = []

  init(path: String) { self.path = path }

  func note(line: Int, of place: String) { lines[place] = line }

  /// Notes a fault in the form of the file.
  func note(_ message: String, line: Int, rule: String = "schema") {
    findings.append(LintFinding(path: path, line: line, rule: rule, severity: .error, message: message))
  }
}
