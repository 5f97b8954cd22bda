public import FactCheckCore
import Foundation

/// Saved copies of web pages: a folder with the copies and `index.tsv`, whose lines name an address and a file, separated by
/// a tab.
public struct CopyFolder: PageReading, Sendable {
  private let path: String
  private let files: [String: String]

  /// - Throws: ``FactCheckingError`` when there is no index, or a line of it has no tab.
  public init(path: String) throws(FactCheckingError) {
    let index = "\(path)/index.tsv"
    guard let text = try? String(contentsOfFile: index, encoding: .utf8) else {
      throw .unusableResource(path: index, problem: "it cannot be read as UTF-8 text")
    }
    var files: [String: String] = [:]
    for (number, line) in text.split(separator: "\n").enumerated() {
      guard let tab = line.firstIndex(of: "\t") else {
        throw .unusableResource(path: "\(index), line \(number + 1)", problem: "it has no tab between address and file")
      }
      files[String(line[..<tab])] = String(line[line.index(after: tab)...])
    }
    self.path = path
    self.files = files
  }

  /// The copy that the statement was checked against, else one of its address.
  public func page(of statement: Statement) -> PageCopy {
    for address in [statement.checked?.of, statement.url].compactMap(\.self) {
      if let content = content(of: address) { return .read(content, address: address) }
    }
    return .absent
  }

  /// The copy of an address; `nil` when there is none.
  private func content(of address: String) -> RawContent? {
    guard let name = files[address], let data = FileManager.default.contents(atPath: "\(path)/\(name)") else {
      return nil
    }
    let mediaType = name.hasSuffix(".txt") ? "text/plain" : "text/html"
    return RawContent(
      bytes: Array(data), mediaType: mediaType, charset: name.hasSuffix(".txt") ? "utf-8" : nil,
      source: .init(kind: .file))
  }
}
