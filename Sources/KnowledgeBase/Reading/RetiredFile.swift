public import FactCheckCore

/// An entry that is no longer used. It stays, so that its id never means anything else and old reports can be read.
public struct RetiredEntry: Hashable, Sendable {
  public let entry: KnowledgeEntry
  public let since: CalendarDate
  public let why: String
  /// The id of the entry that took its place.
  public let replacedBy: String?
}

/// A retired entry as it stands in its file.
public typealias RetiredFile = SourceFile<RetiredEntry>

extension SourceFile where Value == RetiredEntry {
  /// Reads `retired/<id>.yaml`: an entry with the key `retired`.
  public static func read(_ bytes: [UInt8], path: String, id: String) -> Reading<RetiredEntry> {
    Reading(of: bytes, path: path, id: id) { fields in
      let entry = KnowledgeEntry(id: id, fields)
      let retirement = fields.mapping("retired", body: Retirement.init)
      guard let entry, let retirement else { return nil }
      return RetiredEntry(
        entry: entry, since: retirement.since, why: retirement.why, replacedBy: retirement.replacedBy)
    }
  }
}

private struct Retirement {
  let since: CalendarDate
  let why: String
  let replacedBy: String?

  init?(_ fields: MappingReader) {
    let since = fields.date("since")
    let why = fields.text("why")
    let replacedBy = fields.optionalText("replaced_by")
    guard let since, let why else { return nil }
    self.since = since
    self.why = why
    self.replacedBy = replacedBy
  }
}
