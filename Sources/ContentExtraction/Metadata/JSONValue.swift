/// A JSON value as pages carry it.
enum JSONValue: Sendable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  /// Numbers, `true`, `false` and `null`, of which metadata makes no use.
  case other

  /// The value of a member of an object.
  subscript(name: String) -> JSONValue? {
    if case .object(let members) = self { members[name] } else { nil }
  }

  /// The text of a string.
  var string: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The elements of an array; for any other value, that alone.
  var elements: [JSONValue] {
    if case .array(let elements) = self { elements } else { [self] }
  }
}
