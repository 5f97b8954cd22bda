/// How the text of an element is written.
enum TextConstruct {
  /// As it is meant, once its references are decoded.
  case text
  /// HTML in escaped form.
  case html
  /// Markup in the feed's own markup.
  case xhtml
  /// HTML in Base64.
  case base64

  /// Reads the attributes of an Atom text or content construct: `type` of RFC 4287, §3.1.1 and §4.1.3.3, and the `mode` of
  /// Atom 0.3.
  init(atom attributes: TagAttributes) {
    guard !attributes.isEmpty else {
      self = .text
      return
    }
    let type = attributes["type"]?.lowercased() ?? "text"
    switch attributes["mode"]?.lowercased() {
    case "xml": self = .xhtml
    case "escaped": self = type.hasPrefix("text") && !type.hasSuffix("html") ? .text : .html
    case "base64": self = .base64
    default:
      switch type {
      case "html", "text/html": self = .html
      case "xhtml": self = .xhtml
      case _ where type.hasSuffix("+xml") || type.hasSuffix("/xml"): self = .xhtml
      case _ where type.hasPrefix("text"): self = .text
      case _ where type.contains("/"): self = .base64
      default: self = .html
      }
    }
  }

  /// Clean text.
  ///
  /// - Parameter source: with references decoded once, but for ``xhtml``.
  /// - Returns: `nil` when there is no text, and whether the text was escaped twice.
  func clean(_ source: [UInt8]) -> (text: String?, wasEscapedTwice: Bool) {
    switch self {
    case .text:
      return Self.unescapedAgain(Self.collapsed(source), mayHaveTags: false)
    case .html, .xhtml:
      let (text, foundTags) = MarkupText.text(of: source)
      return Self.unescapedAgain(text, mayHaveTags: !foundTags)
    case .base64: return TextConstruct.html.clean(Base64.text(of: source) ?? source)
    }
  }

  /// Decodes what is still escaped: `&amp;amp;quot;` in the feed is never meant to be read as `&quot;`.
  private static func unescapedAgain(_ text: [UInt8], mayHaveTags: Bool) -> (String?, wasEscapedTwice: Bool) {
    if mayHaveTags, looksLikeMarkup(text) {
      return (MarkupText.text(of: text).text.trimmedText, true)
    }
    guard text.withUnsafeBufferPointer({ $0[...].firstByte(.ampersand) }) != nil else {
      return (text.trimmedText, false)
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(text.count)
    CharacterReference.decode(text, into: &decoded)
    return (decoded.trimmedText, decoded.count != text.count)
  }

  /// Whether text has the end tag of an element of HTML, or a line break.
  private static func looksLikeMarkup(_ text: [UInt8]) -> Bool {
    text.withUnsafeBufferPointer { bytes in
      guard bytes[...].firstByte(.lessThan) != nil else { return false }
      let marks: [StaticString] = [
        "</p>", "</a>", "</b>", "</i>", "</em>", "</div>", "</li>", "</strong>", "<br", "<p>",
      ]
      return marks.contains { bytes[...].firstRange(ofBytes: $0) != nil }
    }
  }

  /// Runs of white space become single spaces, other control characters go.
  private static func collapsed(_ text: [UInt8]) -> [UInt8] {
    var collapsed: [UInt8] = []
    collapsed.reserveCapacity(text.count)
    for byte in text {
      if byte > .space {
        collapsed.append(byte)
      } else if byte.isASCIISpace, collapsed.last != .space {
        collapsed.append(.space)
      }
    }
    return collapsed
  }
}
