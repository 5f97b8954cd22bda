import FactCheckCore

/// The colours of a text report; plain for files, pipes and `NO_COLOR`.
public struct TextStyle: Sendable {
  private let isColoured: Bool

  public static let plain = TextStyle(isColoured: false)
  public static let coloured = TextStyle(isColoured: true)

  func bold(_ text: String) -> String { wrapped(text, code: "1") }
  func dim(_ text: String) -> String { wrapped(text, code: "2") }

  /// The text in the colour of a verdict: red, yellow, green, or none.
  func tinted(_ text: String, as label: Verdict.Label) -> String {
    switch label {
    case .contradicted: wrapped(text, code: "1;31")
    case .overstated, .outdated: wrapped(text, code: "1;33")
    case .disputed: wrapped(text, code: "1;35")
    case .supported: wrapped(text, code: "1;32")
    case .unsupported: wrapped(text, code: "1")
    }
  }

  /// SGR escape sequences of ECMA-48.
  private func wrapped(_ text: String, code: String) -> String { isColoured ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text }
}
