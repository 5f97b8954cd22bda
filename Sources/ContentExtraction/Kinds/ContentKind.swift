/// How a text document is written.
enum ContentKind: Hashable, Sendable {
  case html, markdown, plainText

  /// Decides by the media type, then by the ending of the address, then by how the text begins.
  ///
  /// `text/plain` that opens as a page does is taken as a page: servers send that for files they do not know.
  init(mediaType: String?, address: String?, text: [UInt8]) {
    let ending = address.map(Self.ending)
    switch mediaType {
    case "text/html", "application/xhtml+xml", "application/xml", "text/xml": self = .html
    case "text/markdown", "text/x-markdown": self = .markdown
    default:
      if let ending, ["md", "markdown", "mdown"].contains(ending) {
        self = .markdown
      } else if Self.opensAsPage(text) {
        self = .html
      } else if mediaType == nil, let ending, ["html", "htm", "xhtml"].contains(ending), text.contains(.lessThan) {
        self = .html
      } else {
        self = .plainText
      }
    }
  }

  /// The letters behind the last dot of the last path component, in lower case.
  private static func ending(of address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: ".") else { return "" }
    return name[name.index(after: dot)...].lowercased()
  }

  /// The tags of §7.1 of the WHATWG MIME Sniffing Standard, and those that fragments of pages begin with.
  private static let pageOpenings = [
    "<!doctype", "<html", "<head", "<script", "<iframe", "<h1", "<div", "<font", "<table", "<a ", "<style", "<title",
    "<b>", "<body", "<br", "<p>", "<p ", "<!--", "<?xml", "<article", "<main", "<section", "<meta", "<link", "<span",
    "<h2", "<ul", "<ol", "<header", "<rss", "<feed",
  ]

  private static func opensAsPage(_ text: [UInt8]) -> Bool {
    let opening = text.prefix(1024).drop(while: \.isASCIISpace).prefix(16).map(\.asciiLowercased)
    return pageOpenings.contains { opening.starts(with: $0.utf8) }
  }
}
