import FactCheckCore
import Foundation
import WebFetching

/// Where a text to check comes from.
enum Input {
  case text(String)
  case file(String)
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
  let fetcher: WebFetcher

  /// Larger files are refused: only the first part of their text would be checked.
  private static let byteLimit = 64 << 20

  func content(of input: Input) throws -> RawContent {
    switch input {
    case .text(let text):
      RawContent(bytes: Array(text.utf8), mediaType: "text/plain", charset: "utf-8", source: .init(kind: .text))
    case .file(let path): try Self.content(ofFile: path)
    case .url(let address): try fetcher.fetch(address)
    case .standardInput:
      RawContent(bytes: try ByteSource.standardInput.readAll(limit: Self.byteLimit), source: .init(kind: .text))
    }
  }

  static func content(ofFile path: String) throws(InputError) -> RawContent {
    let bytes = try ByteSource(path: path).readAll(limit: byteLimit)
    return RawContent(bytes: bytes, mediaType: mediaType(of: path), source: .init(kind: .file, url: path))
  }

  private static func mediaType(of path: String) -> String? {
    switch (path as NSString).pathExtension.lowercased() {
    case "html", "htm", "xhtml": "text/html"
    case "md", "markdown": "text/markdown"
    default: nil
    }
  }
}
