import FactCheckCore

/// The address of a statement with a text fragment that leads to its words (WICG Scroll-to-Text-Fragment).
enum DeepLink {
  /// How many words stand for the beginning and for the end of a long quote.
  private static let edge = 4

  /// - Returns: the address as it is when the statement has no verbatim quote.
  static func url(of statement: Statement) -> String? {
    guard let url = statement.url else { return nil }
    guard let quote = statement.quote, !quote.isEmpty, !url.contains("#") else { return url }
    let words = quote.split(separator: " ")
    guard words.count > 2 * edge else { return "\(url)#:~:text=\(encoded(quote))" }
    let start = encoded(words.prefix(edge).joined(separator: " "))
    let end = encoded(words.suffix(edge).joined(separator: " "))
    return "\(url)#:~:text=\(start),\(end)"
  }

  /// Percent-encodes all but ASCII letters, digits and `.`, `_`, `~`; in text fragments `-`, `,` and `&` have a meaning.
  private static func encoded(_ text: some StringProtocol) -> String {
    let digits = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        result += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
  }
}
