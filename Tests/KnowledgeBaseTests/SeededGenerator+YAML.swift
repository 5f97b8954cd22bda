import TestSupport

@testable import KnowledgeBase

extension SeededGenerator {
  /// The bytes with some changed, cut out, doubled, or replaced by what means something in YAML.
  mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let marks = Array("&*!|>[]{},:?-#\"'%@`\n \t\0\u{85}\u{2028}".utf8) + [0xFF, 0xC0]
    for _ in 0..<Int.random(in: 1...6, using: &self) where !bytes.isEmpty {
      let start = Int.random(in: bytes.indices, using: &self)
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &self))
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes[start] = .random(in: .min ... .max, using: &self)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      default: bytes[start] = marks[Int.random(in: marks.indices, using: &self)]
      }
    }
    return bytes
  }

  /// A text of words, marks and characters that mean something in YAML, or that a file may not have as they are.
  mutating func oddText() -> String {
    let pieces = [
      "yes", "no", "on", "off", "y", "~", "null", "true", ".inf", "<<", "=", "12", "-1", "0x1F", "1e5", "16:30",
      "2026-11-23", ": ", ":", " #", "#", "- ", "-", "? ", ", ", "'", "\"", "\\", "{", "}", "[", "]", "&a", "*a",
      "!!int", "|", ">", "%", "@", "`", "---", "...", " ", "  ", "\t", "\n", "\r\n", "\0", "\u{7}", "\u{7F}",
      "\u{85}", "\u{A0}", "\u{AD}", "\u{2028}", "\u{202E}", "\u{E000}", "a\u{FEFF}", "\u{FFFE}", "\u{10FFFF}",
      "é", "e\u{301}", "漢字", "👩🏽‍⚕️", "…", "“gout”", "nettle tea", "a cup a day", "it's", "5 %",
    ]
    let text = (0..<Int.random(in: 0...6, using: &self)).map { _ in pieces[.random(in: pieces.indices, using: &self)] }
    let isLong = Int.random(in: 0..<50, using: &self) == 0
    return text.joined() + (isLong ? String(repeating: "a very long text ", count: 300) + "indeed" : "")
  }

  /// An odd text that an entry can have: one word at least, single spaces, no control characters.
  mutating func oddEntryText() -> String {
    let scalars = oddText().unicodeScalars.filter { $0.properties.generalCategory != .control }
    let text = String(String.UnicodeScalarView(scalars)).singleSpaced
    return text.isEmpty ? "~" : text
  }
}
