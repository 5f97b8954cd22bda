/// A section of a data file: a name in brackets and the lines below it.
struct DataSection: Sendable {
  let name: String
  /// Where the section begins, counted from 1.
  let line: Int
  private(set) var entries: [String] = []

  /// Splits a data file; empty lines and what follows `#` are left out.
  ///
  /// - Throws: ``ExtractionDataError`` for an entry that stands before the first section.
  static func sections(in text: String) throws(ExtractionDataError) -> [DataSection] {
    var sections: [DataSection] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let entry = line.prefix { $0 != "#" }.trimming(\.isWhitespace)
      if entry.isEmpty { continue }
      if entry.hasPrefix("["), entry.hasSuffix("]") {
        sections.append(DataSection(name: String(entry.dropFirst().dropLast()), line: number + 1))
      } else if sections.isEmpty {
        throw ExtractionDataError(number + 1, "“\(entry)” stands before the first section; put [a name] above it")
      } else {
        sections[sections.count - 1].entries.append(entry)
      }
    }
    return sections
  }
}
