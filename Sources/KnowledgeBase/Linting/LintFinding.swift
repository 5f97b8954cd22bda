/// Something wrong with a file of the knowledge base, and how to mend it.
public struct LintFinding: Hashable, Sendable {
  public enum Severity: String, Hashable, Sendable, Codable {
    /// Worth a look; the entry can be used.
    case warning
    /// To be mended before the file is merged.
    case error
  }

  /// The path of the file: the folder as it was given, and the path in it.
  public let path: String
  /// Counted from 1.
  public let line: Int
  /// The name of the rule, in kebab case.
  public let rule: String
  public let severity: Severity
  /// What is wrong and how to mend it.
  public let message: String

  public init(path: String, line: Int, rule: String, severity: Severity, message: String) {
    self.path = path
    self.line = line
    self.rule = rule
    self.severity = severity
    self.message = message
  }
}

extension LintFinding: Comparable {
  /// By file, then by line.
  public static func < (lhs: LintFinding, rhs: LintFinding) -> Bool {
    (lhs.path, lhs.line, lhs.rule, lhs.message) < (rhs.path, rhs.line, rhs.rule, rhs.message)
  }
}

extension LintFinding: CustomStringConvertible {
  /// `path:line: what is wrong and how to mend it [rule]`
  public var description: String { "\(path):\(line): \(message) [\(rule)]" }
}
