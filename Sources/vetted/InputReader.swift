import FactCheckCore
import Foundation
import WebFetching

/// Where a text to check comes from.
enum Input {
  case text(String)
  case file(String)
  /// A file with a web page in it, whatever its name.
  case savedPage(String)
  case url(String)
  case standardInput

  /// `-` is standard input, an argument with an `http` scheme an address, everything else a file.
  init(argument: String) {
    let lower = argument.lowercased()
    self =
      if argument == "-" {
        .standardInput
      } else if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
        .url(argument)
      } else { .file(argument) }
  }
}

/// Turns inputs into bytes.
struct InputReader {
  let pages: PageVisitor

  /// Of larger inputs the beginning is read: of a long text only so much is checked anyway (``FactChecker/textLimit``).
  static let byteLimit = 8 << 20

  func content(of input: Input) throws -> RawContent {
    switch input {
    case .text(let text):
      RawContent(bytes: Array(text.utf8), mediaType: "text/plain", charset: "utf-8", source: .init(kind: .text))
    case .file(let path): try Self.content(ofFile: path)
    case .savedPage(let path): try Self.content(ofFile: path, as: "text/html")
    case .url(let address): try pages.page(at: address)
    case .standardInput:
      try Self.content(of: .standardInput, source: .init(kind: .text))
    }
  }

  static func content(ofFile path: String, as mediaType: String? = nil) throws(InputError) -> RawContent {
    var content = try content(of: ByteSource(path: path), source: .init(kind: .file, url: path))
    content.mediaType = mediaType ?? self.mediaType(of: path)
    return content
  }

  private static func content(of bytes: ByteSource, source: Document.Source) throws(InputError) -> RawContent {
    let (bytes, isWhole) = try bytes.readAll(limit: byteLimit)
    return RawContent(bytes: bytes, isWhole: isWhole, source: source)
  }

  private static func mediaType(of path: String) -> String? {
    switch (path as NSString).pathExtension.lowercased() {
    case "html", "htm", "xhtml": "text/html"
    case "md", "markdown": "text/markdown"
    default: nil
    }
  }
}
