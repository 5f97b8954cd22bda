/// Something worth telling about an input that did not stop the work: a guessed encoding, a language that is not checked.
///
/// A bad document is never an error: it gives a value and diagnostics. Codes are stable and in kebab case; messages are for
/// people and say what, where and what to do.
public struct Diagnostic: Hashable, Sendable, Codable {
  public enum Severity: String, Hashable, Sendable, Codable {
    /// The result is complete; this is how it came about.
    case note
    /// The result may lack something.
    case warning
    /// There is no result.
    case error
  }

  public let severity: Severity
  public let code: String
  public let message: String

  public init(_ severity: Severity, code: String, message: String) {
    self.severity = severity
    self.code = code
    self.message = message
  }
}

/// A value together with what there is to tell about how it came about.
public struct Diagnosed<Value: Sendable>: Sendable {
  public var value: Value
  public var diagnostics: [Diagnostic]

  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Whether there is a result: no diagnostic is of severity `error`.
  public var isUsable: Bool { !diagnostics.contains { $0.severity == .error } }
}

extension Diagnosed: Equatable where Value: Equatable {}
