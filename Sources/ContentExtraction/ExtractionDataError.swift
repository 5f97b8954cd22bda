/// A data file of extraction that cannot be used.
public struct ExtractionDataError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line, counted from 1.
  public let line: Int
  /// What is wrong and what to do about it.
  public let reason: String

  init(_ line: Int, _ reason: String) {
    self.line = line
    self.reason = reason
  }

  public var description: String { "extraction data, line \(line): \(reason)" }
}
