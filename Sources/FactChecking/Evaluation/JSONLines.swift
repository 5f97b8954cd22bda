import Foundation

/// A file with a JSON object on each line (https://jsonlines.org).
struct JSONLines {
  let path: String
  let lines: [Substring]

  /// - Throws: ``FactCheckingError`` for a file that cannot be read.
  init(path: String) throws(FactCheckingError) {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw .unusableResource(path: path, problem: "it cannot be read as UTF-8 text")
    }
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: true)
  }

  /// - Throws: ``FactCheckingError`` that names the line that is of another form.
  func rows<Row: Decodable>() throws(FactCheckingError) -> [Row] {
    let decoder = JSONDecoder()
    var rows: [Row] = []
    for (index, line) in lines.enumerated() {
      do {
        rows.append(try decoder.decode(Row.self, from: Data(line.utf8)))
      } catch {
        throw .unusableResource(path: "\(path), line \(index + 1)", problem: "\(error)")
      }
    }
    return rows
  }
}
