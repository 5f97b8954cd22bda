/// Finds the encoding that a page names in its own `<meta>` tags.
enum CharsetPrescan {
  /// How far the prescan looks. The HTML Standard asks for 1,024 bytes; pages in the wild name it later.
  private static let reach = 4096

  /// The label in the first `<meta charset=…>`, `<meta http-equiv content="…; charset=…">` or XML declaration.
  ///
  /// Simpler than the algorithm of §13.2.3.2 of the HTML Standard: it takes the first `charset=` inside a `<meta` tag
  /// that stands outside comments.
  static func label(in bytes: ArraySlice<UInt8>) -> String? {
    let head = bytes.prefix(reach).map(\.asciiLowercased)
    if head.starts(with: "<?xml".utf8), let label = value(of: "encoding", in: head[...].prefix { $0 != .greaterThan }) {
      return label
    }
    var position = 0
    while let open = head[position...].firstIndex(of: .lessThan) {
      let rest = head[open...]
      if rest.starts(with: "<!--".utf8) {
        position = rest.range(of: "-->")?.upperBound ?? head.count
        continue
      }
      if rest.starts(with: "<meta".utf8), let label = value(of: "charset", in: rest.prefix { $0 != .greaterThan }) {
        return label
      }
      position = open + 1
    }
    return nil
  }

  /// What stands behind `name=`, with or without quotes.
  private static func value(of name: String, in tag: ArraySlice<UInt8>) -> String? {
    guard let found = tag.range(of: name) else { return nil }
    var rest = tag[found.upperBound...].drop { $0.isASCIISpace }
    guard rest.first == UInt8(ascii: "=") else { return nil }
    rest = rest.dropFirst().drop { $0.isASCIISpace || $0.isQuote }
    let label = rest.prefix { !$0.isASCIISpace && !$0.isQuote && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: "/") }
    return label.isEmpty ? nil : String(decoding: label, as: UTF8.self)
  }
}
