/// Rows in columns, for a terminal: the first column to the left, numbers to the right.
struct TextTable {
  let rows: [(name: String, value: String)]

  /// Lines with an indent, each ending in a line feed.
  var text: String {
    let name = rows.map(\.name.count).max() ?? 0
    let value = rows.map(\.value.count).max() ?? 0
    return rows.map { row in
      let gap = String(repeating: " ", count: name - row.name.count + 2 + value - row.value.count)
      return "  \(row.name)\(gap)\(row.value)\n"
    }.joined()
  }
}
