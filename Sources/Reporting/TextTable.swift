/// Rows in two columns, for a terminal: names and texts to the left, numbers to the right.
struct TextTable {
  let rows: [(name: String, value: String)]

  /// Lines with an indent, each ending in a line feed.
  var text: String {
    let names = rows.map(\.name.columns).max() ?? 0
    let digits = rows.map { Self.digits(of: $0.value) }.max() ?? 0
    return rows.map { row in
      let own = Self.digits(of: row.value)
      let gap = names - row.name.columns + 2 + (own > 0 ? digits - own : 0)
      return "  \(row.name)\(String(repeating: " ", count: gap))\(row.value)\n"
    }.joined()
  }

  /// The length of the number that the value begins with, as in `12` or `12 (40 %)`; 0 for a text.
  private static func digits(of value: String) -> Int {
    let number = value.prefix { $0 != " " }
    return number.allSatisfy { $0.isASCII && $0.isNumber } ? number.count : 0
  }
}
