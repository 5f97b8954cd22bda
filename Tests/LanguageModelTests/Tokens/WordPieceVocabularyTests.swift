import LanguageModel
import Testing

@Suite struct WordPieceVocabularyTests {
  @Test(arguments: ["[UNK]\n[CLS]\n[SEP]\na", "[UNK]\n[CLS]\n[SEP]\na\n", "[UNK]\r\n[CLS]\r\n[SEP]\r\na\r\n"])
  func `lines end in any way`(text: String) throws {
    let vocabulary = try WordPieceVocabulary(lines: Array(text.utf8))
    #expect(vocabulary.count == 4)
    #expect(WordPieceTokenizer(vocabulary: vocabulary).sequence(for: "a").ids == [1, 3, 2])
  }

  @Test(arguments: [
    ("", "there is no [UNK]"),
    ("[UNK]\n[SEP]", "there is no [CLS]"),
    ("[UNK]\n[CLS]", "there is no [SEP]"),
    ("[UNK]\n\n[CLS]\n[SEP]", "line 2 is empty"),
    ("[UNK]\n[CLS]\n[SEP]\nab\n##ab\nab", "line 6 is the same as line 4"),
  ])
  func `a vocabulary that cannot serve is refused`(text: String, reason: String) {
    #expect(throws: LanguageModelError.unusableVocabulary(reason: reason)) {
      try WordPieceVocabulary(lines: Array(text.utf8))
    }
  }

  @Test func `two hashes alone are a piece, not a mark`() throws {
    let vocabulary = try WordPieceVocabulary(lines: Array("[UNK]\n[CLS]\n[SEP]\n##\n###".utf8))
    #expect(vocabulary.count == 5)
    #expect(WordPieceTokenizer(vocabulary: vocabulary).sequence(for: "#").ids == [1, 0, 2])
  }
}
