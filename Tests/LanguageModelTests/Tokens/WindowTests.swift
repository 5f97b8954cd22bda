import FactCheckCore
import LanguageModel
import Testing

/// Texts that are too long for one sequence. The vocabulary has a piece for each letter, so that a text of letters and
/// spaces shows where its windows lie.
@Suite struct WindowTests {
  private static let pieces = ["[UNK]", "[CLS]", "[SEP]"] + "abcdefghijklmnopqrstuvwxyz".map(String.init)
  private let tokenizer: WordPieceTokenizer

  init() throws {
    let lines = Self.pieces.joined(separator: "\n")
    tokenizer = WordPieceTokenizer(vocabulary: try WordPieceVocabulary(lines: Array(lines.utf8)))
  }

  /// The letters of each segment, with `|` for `[SEP]`.
  private func letters(_ sequence: TokenSequence) -> String {
    #expect(sequence.ids.first == 1 && sequence.ids.last == 2)
    return sequence.ids.dropFirst().dropLast().map { $0 == 2 ? "|" : Self.pieces[Int($0)] }.joined()
  }

  private func spaced(_ letters: some StringProtocol) -> String { letters.map(String.init).joined(separator: " ") }

  @Test(arguments: [
    ("", ["|"]),
    ("abcdefgh", ["abcdefgh"]),
    ("abcdefghi", ["abcdefgh", "bcdefghi"]),
    ("abcdefghijklmn", ["abcdefgh", "ghijklmn"]),
    ("abcdefghijklmno", ["abcdefgh", "defghijk", "hijklmno"]),
    ("abcdefghijklmnopqrstuvwxyz", ["abcdefgh", "ghijklmn", "mnopqrst", "stuvwxyz"]),
  ])
  func `windows of a text share a quarter at least and lie evenly`(text: String, expected: [String]) {
    let windows = tokenizer.sequences(for: spaced(text), limit: 10)
    #expect(windows.map(letters) == expected.map { $0 == "|" ? "" : $0 })
  }

  @Test func `a text that is short enough is one sequence like any other`() {
    #expect(tokenizer.sequences(for: " a b ", limit: 4) == [tokenizer.sequence(for: " a b ")])
    #expect(tokenizer.sequences(for: "a b", "c", limit: 6) == [tokenizer.sequence(for: "a b", "c")])
    #expect(tokenizer.sequences(for: "", "", limit: 5) == [tokenizer.sequence(for: "", "")])
  }

  @Test func `a window quotes its part of the text`() {
    let text = "a b c d e f"
    let windows = tokenizer.sequences(for: text, limit: 6)
    #expect(
      windows.map { $0.spans.map { String(text[$0]) } } == [
        ["", "a", "b", "c", "d", ""], ["", "c", "d", "e", "f", ""],
      ])
    #expect(windows[1].spans.first == TextSpan(start: 4, end: 4))
    #expect(windows[1].spans.last == TextSpan(start: 11, end: 11))
  }

  @Test(arguments: [
    // The first stands whole before each window of the second.
    ("ab", "cdefghijk", ["ab|cdefgh", "ab|fghijk"]),
    ("abcd", "efghi", ["abcd|efgh", "abcd|fghi"]),
    // The second needs less than its half, and the first takes the rest.
    ("abcdefghij", "k", ["abcdefg|k", "defghij|k"]),
    ("abcdefghij", "", ["abcdefgh|", "cdefghij|"]),
    // Both are too long.
    ("abcde", "fghij", ["abcd|fghi", "abcd|ghij", "bcde|fghi", "bcde|ghij"]),
  ])
  func `the second text of a pair gives way first`(first: String, second: String, expected: [String]) {
    let windows = tokenizer.sequences(for: spaced(first), spaced(second), limit: 11)
    #expect(windows.map(letters) == expected)
    for window in windows {
      let border = letters(window).prefix { $0 != "|" }.count + 2
      #expect(window.segments == window.segments.indices.map { $0 < border ? 0 : 1 })
    }
  }

  @Test func `windows of any texts hold all pieces and no more than the limit`() {
    var random = LinearCongruentialGenerator(seed: 9)
    for _ in 0..<100 {
      let texts = (0..<2).map { _ in
        (0..<Int.random(in: 0...60, using: &random)).map { _ in ["a", "bc", "d?"].randomElement(using: &random) ?? "" }
          .joined(separator: " ")
      }
      let limit = Int.random(in: 5...40, using: &random)
      let single = tokenizer.sequences(for: texts[0], limit: limit)
      let pair = tokenizer.sequences(for: texts[0], texts[1], limit: limit)
      #expect((single + pair).allSatisfy { $0.ids.count <= limit })
      #expect(spans(of: single, segment: 0) == spans(of: [tokenizer.sequence(for: texts[0])], segment: 0))
      for segment in UInt8(0)...1 {
        let whole = tokenizer.sequence(for: texts[0], texts[1])
        #expect(spans(of: pair, segment: segment) == spans(of: [whole], segment: segment))
      }
    }
  }

  private func spans(of sequences: [TokenSequence], segment: UInt8) -> Set<TextSpan> {
    Set(
      sequences.flatMap { sequence in
        zip(sequence.spans, sequence.segments).filter { !$0.0.isEmpty && $0.1 == segment }.map(\.0)
      })
  }
}
