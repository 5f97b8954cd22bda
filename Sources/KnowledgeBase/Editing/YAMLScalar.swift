/// Texts as YAML 1.1 and 1.2 read them back: plain where nothing in them means anything, else in double quotes.
///
/// Source: YAML 1.2.2, 5.3 (indicators), 5.7 (escapes), 7.3.3 (plain scalars); the types of YAML 1.1.
enum YAMLScalar {
  enum Context { case block, flow }

  /// A text on one line, however long; inside of braces and brackets, the context is `flow`.
  static func text(_ text: String, in context: Context = .block) -> String {
    isPlain(text.unicodeScalars, in: context) ? text : quoted(text)
  }

  private static func isPlain(_ text: String.UnicodeScalarView, in context: Context) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    if " -?:,[]{}#&*!|>'\"%@`~=<.+".unicodeScalars.contains(first) || last == " " || last == ":" { return false }
    if text.contains(where: mustBeEscaped) || isOtherType(text) { return false }
    if context == .flow, text.contains(where: { ",[]{}:?".unicodeScalars.contains($0) }) { return false }
    return !zip(text, text.dropFirst()).contains { ($0 == ":" && $1 == " ") || ($0 == " " && $1 == "#") }
  }

  /// Whether YAML 1.1 takes the text for a truth value, null, a number or a date, or it looks like one.
  private static func isOtherType(_ text: String.UnicodeScalarView) -> Bool {
    let words: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
    if words.contains(String(text).lowercased()) { return true }
    guard let first = text.first, ("0"..."9").contains(first) else { return false }
    return text.allSatisfy { "0123456789abcdefABCDEFxXoOtTzZ_.,:+- ".unicodeScalars.contains($0) }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.unicodeScalars.map(escaped).joined() + "\""
  }

  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\n": "\\n"
    case "\t": "\\t"
    case _ where !mustBeEscaped(scalar): String(scalar)
    case "\0"..."\u{FF}": "\\x" + hexadecimal(scalar, width: 2)
    case "\0"..."\u{FFFF}": "\\u" + hexadecimal(scalar, width: 4)
    default: "\\U" + hexadecimal(scalar, width: 8)
    }
  }

  /// What YAML forbids or takes for a line break, and what an eye does not see, such as marks that turn the direction.
  private static func mustBeEscaped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: true
    default: false
    }
  }

  private static func hexadecimal(_ scalar: Unicode.Scalar, width: Int) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: width - digits.count) + digits
  }
}
