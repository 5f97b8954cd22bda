import FactCheckCore
import LanguageModel
import Testing

@Suite struct WordPieceTokenizerTests {
  private let pieces = [
    "[UNK]", "[CLS]", "[SEP]", "gar", "garlic", "##lic", "##s", "cure", "cafe", "!", "[", "]", "sep", "日",
  ]
  private let tokenizer: WordPieceTokenizer

  init() throws {
    let vocabulary = try WordPieceVocabulary(lines: Array(pieces.joined(separator: "\n").utf8))
    tokenizer = WordPieceTokenizer(vocabulary: vocabulary)
  }

  private func tokens(_ text: String) -> [String] { tokenizer.sequence(for: text).ids.map { pieces[Int($0)] } }

  @Test func `ids and offsets are those of the reference`() throws {
    let vocabulary = try WordPieceVocabulary(lines: Reference.shipped.bytes(of: "vocabulary.txt"))
    let tokenizer = WordPieceTokenizer(vocabulary: vocabulary)
    let strings = try Reference.shipped.lines(of: "strings.jsonl", as: Reference.Tokens.self)
    #expect(strings.count == 300)
    for expected in strings {
      let sequence = tokenizer.sequence(for: expected.text)
      #expect(sequence.ids == expected.ids, "\(expected.text.debugDescription)")
      #expect(sequence.offsets == expected.offsets, "\(expected.text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("", []),
    ("Garlic cures", ["garlic", "cure", "##s"]),
    ("garlics", ["garlic", "##s"]),
    ("gars", ["gar", "##s"]),
    ("garx cure", ["[UNK]", "cure"]),
    ("CAFÉ cafe\u{301}", ["cafe", "cafe"]),
    ("cure!!", ["cure", "!", "!"]),
    ("日日cure", ["日", "日", "cure"]),
    ("cu\u{AD}re\u{0} \u{200B}", ["cure"]),
  ])
  func `a word is the longest pieces from its beginning`(text: String, expected: [String]) {
    #expect(tokens(text) == ["[CLS]"] + expected + ["[SEP]"])
  }

  @Test func `a special token in a text is ordinary characters`() {
    #expect(tokens("[SEP]") == ["[CLS]", "[", "sep", "]", "[SEP]"])
  }

  @Test func `a word of more than a hundred characters is unknown`() {
    #expect(tokens("gar" + String(repeating: "s", count: 97)).count == 2 + 98)
    #expect(tokens("gar" + String(repeating: "s", count: 98)) == ["[CLS]", "[UNK]", "[SEP]"])
  }

  @Test func `a token quotes its text`() {
    let text = " Cafés, garlic\u{301}s 日!"
    let sequence = tokenizer.sequence(for: text)
    #expect(sequence.spans.map { String(text[$0]) } == ["", "Café", "s", ",", "garlic", "s", "日", "!", ""])
  }

  @Test func `a pair has two segments, each with offsets into its own text`() {
    let sequence = tokenizer.sequence(for: "cure", "garlics")
    #expect(sequence.ids.map { pieces[Int($0)] } == ["[CLS]", "cure", "[SEP]", "garlic", "##s", "[SEP]"])
    #expect(sequence.segments == [0, 0, 0, 1, 1, 1])
    #expect(sequence.spans.map(\.start) == [0, 0, 4, 0, 6, 7])
    #expect(sequence.spans.map(\.end) == [0, 4, 4, 6, 7, 7])
  }

  @Test func `any bytes give tokens in order`() {
    var random = LinearCongruentialGenerator(seed: 3)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0...40, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      let text = String(decoding: bytes, as: UTF8.self)
      var end = 0
      for span in tokenizer.sequence(for: text).spans {
        #expect(span.start >= end && span.end <= text.utf8.count)
        end = span.start
      }
    }
  }
}
