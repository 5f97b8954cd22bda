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
      if argument == "-" { .standardInput
      } else if lower.hasPrefix("http://") || lower.hasPrefix("https://") { .url(argument)
      } else { .file(argument) }
  }

  /// What to call it in messages.
  var name: String {
    switch self {
    case .text: "--text"
    case .file(let path): path
    case .url(let address): address
    case .standardInput: "standard input"
    }
  }
}

/// Turns inputs into bytes.
struct InputReader {
  let fetcher: WebFetcher

  /// More bytes are not read: a text that long is cut anyway, and says so then.
  private static let byteLimit = 64 << 20

  func content(of input: Input) throws -> RawContent {
    switch input {
    case .text(let text):
      RawContent(bytes: Array(text.utf8), mediaType: "text/plain", charset: "utf-8", source: .init(kind: .text))
    case .file(let path): try Self.content(ofFile: path)
    case .url(let address): try fetcher.fetch(address)
    case .standardInput:
      RawContent(bytes: try Self.read(.standardInput, name: input.name), source: .init(kind: .text))
    }
  }

  static func content(ofFile path: String) throws -> RawContent {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { throw InputError.missing(path) }
    guard !isFolder.boolValue else { throw InputError.folder(path) }
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw InputError.unreadable(path, reason: String(cString: strerror(errno)))
    }
    return RawContent(
      bytes: try read(handle, name: path), mediaType: mediaType(of: path), source: .init(kind: .file, url: path))
  }

  private static func read(_ handle: FileHandle, name: String) throws -> [UInt8] {
    do {
      var bytes: [UInt8] = []
      while bytes.count < Self.byteLimit, let chunk = try handle.read(upToCount: 1 << 20), !chunk.isEmpty {
        bytes += chunk
      }
      return bytes
    } catch {
      throw InputError.unreadable(name, reason: "\(error)")
    }
  }

  private static func mediaType(of path: String) -> String? {
    switch (path as NSString).pathExtension.lowercased() {
    case "html", "htm", "xhtml": "text/html"
    case "md", "markdown": "text/markdown"
    default: nil
    }
  }
}
