/// A value of JSON (RFC 8259).
indirect enum JSONValue: Equatable, Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text of a string or a number; `nil` when empty.
  var text: String? {
    switch self {
    case .string(let text): Array(text.utf8).trimmedText
    case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
    default: nil
    }
  }

  /// The number of a number or of a string that has one.
  var number: Double? {
    switch self {
    case .number(let number): number
    case .string(let text): Array(text.utf8).trimmedText.flatMap { Double($0) }
    default: nil
    }
  }

  var isTrue: Bool { self == .bool(true) }

  /// The elements of an array, or the value alone: JSON-LD writes a list of one either way. Nulls are left out.
  var elements: [JSONValue] {
    switch self {
    case .array(let elements): elements.filter { $0 != .null }
    case .null: []
    default: [self]
    }
  }
}
