import LanguageModel
import Testing

/// The comparison with the real vocabulary and weights, which are not in the checkout: see `Training/reference`.
@Suite(.enabled(if: Reference.real != nil)) struct ReferenceTests {
  @Test func `the ids and offsets of ten thousand strings are those of the reference`() throws {
    let reference = try #require(Reference.real)
    let vocabulary = try WordPieceVocabulary(lines: reference.bytes(of: "vocabulary.txt"))
    let tokenizer = WordPieceTokenizer(vocabulary: vocabulary)
    for expected in try reference.lines(of: "strings.jsonl", as: Reference.Tokens.self) {
      let sequence = tokenizer.sequence(for: expected.text)
      #expect(sequence.ids == expected.ids, "\(expected.text.debugDescription)")
      #expect(sequence.offsets == expected.offsets, "\(expected.text.debugDescription)")
    }
  }

  @Test func `sentence vectors are within a ten thousandth of the reference`() throws {
    let reference = try #require(Reference.real)
    let vocabulary = try WordPieceVocabulary(lines: reference.bytes(of: "vocabulary.txt"))
    let tokenizer = WordPieceTokenizer(vocabulary: vocabulary)
    let weights = try Safetensors(path: reference.path(of: "model.safetensors"))
    let sentences = try reference.lines(of: "sentences.jsonl", as: Reference.Sentence.self)
    let sequences = sentences.map { tokenizer.sequence(for: $0.text) }
    let vectors = try Encoder(.miniLM(), weights: [weights]).sentenceVectors(of: sequences)
    for (sentence, vector) in zip(sentences, vectors) {
      #expect(vector.isClose(to: sentence.vector, within: 1e-4), "\(sentence.text)")
    }
  }
}
