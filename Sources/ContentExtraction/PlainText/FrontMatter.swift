import FactCheckCore

/// The metadata block at the top of a Markdown file: lines of `name: value` between two lines of `---`.
struct FrontMatter: Sendable {
  private(set) var title: String?
  private(set) var author: String?
  private(set) var published: CalendarDate?
  private(set) var language: String?
  /// The number of lines, with both rules; 0 if the text has no such block.
  private(set) var lineCount = 0

  /// How many lines are searched for the closing rule.
  private static let longest = 100

  /// - Parameter text: a whole file.
  init(_ text: [UInt8]) {
    let lines = TextLines(text).prefix(Self.longest).map { String(decoding: text[text.trimmed($0)], as: UTF8.self) }
    guard lines.first == "---", let end = lines.dropFirst().firstIndex(where: { $0 == "---" || $0 == "..." }) else {
      return
    }
    lineCount = end + 1
    for line in lines[1..<end] { read(line) }
  }

  private mutating func read(_ line: String) {
    guard let colon = line.firstIndex(of: ":") else { return }
    let value = line[line.index(after: colon)...].trimming { $0.isWhitespace || $0 == "\"" || $0 == "'" }
    if value.isEmpty { return }
    switch line[..<colon].lowercased() {
    case "title": title = value
    case "author": author = value
    case "date", "published": published = DateReader.date(in: value)
    case "lang", "language": language = value
    default: break
    }
  }
}
