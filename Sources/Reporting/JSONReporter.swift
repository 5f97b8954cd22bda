public import FactCheckCore
import Foundation

/// Writes reports as JSON, with sorted keys, so that the same report gives the same bytes.
public struct JSONReporter: Sendable {
  /// Over several lines for people, on one line for NDJSON.
  public enum Layout: Sendable { case pretty, oneLine }

  private let layout: Layout

  public init(_ layout: Layout = .pretty) { self.layout = layout }

  /// The report in the schema `vetted.report/1`, without a line feed at the end.
  public func render(_ report: FactCheckReport) throws -> String { try render(JSONReport(report)) }

  /// One line of NDJSON output for a record that was checked.
  public func record(id: (any Encodable)?, report: FactCheckReport) throws -> String {
    try render(Record(id: id, report: JSONReport(report), failure: nil))
  }

  /// One line of NDJSON output for a record that could not be checked.
  public func record(id: (any Encodable)?, errorCode: String, message: String) throws -> String {
    try render(Record(id: id, report: nil, failure: Failure(code: errorCode, message: message)))
  }

  /// Any value as JSON in this layout.
  public func render(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    if layout == .pretty { encoder.outputFormatting.insert(.prettyPrinted) }
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}

private struct Failure: Encodable {
  let code: String
  let message: String
}

private struct Record: Encodable {
  let id: (any Encodable)?
  let report: JSONReport?
  let failure: Failure?

  enum Key: String, CodingKey { case id, report, error }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    if let id { try container.encode(id, forKey: .id) } else { try container.encodeNil(forKey: .id) }
    try container.encodeIfPresent(report, forKey: .report)
    try container.encodeIfPresent(failure, forKey: .error)
  }
}
