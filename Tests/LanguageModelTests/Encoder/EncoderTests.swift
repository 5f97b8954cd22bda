import LanguageModel
import Testing

@Suite struct EncoderTests {
  private static let short = TokenSequence([1, 5, 2], [0, 0, 0])
  private static let pair = TokenSequence([1, 9, 4, 2, 10, 3, 2], [0, 0, 0, 0, 1, 1, 1])
  private static let single = TokenSequence([8], [0])

  /// Sequences with their first and their mean vector, by `Training/reference/encoder.py`.
  private static let references: [(TokenSequence, first: [Float], mean: [Float])] = [
    (
      short, [0.269346, 0.099991, -0.616709, -0.122283, 2.017621, -0.490901, -0.049562, -0.868483],
      [0.265991, 0.09801, -0.613678, -0.122249, 2.061108, -0.490541, -0.026285, -0.867675]
    ),
    (
      pair, [0.265134, 0.126057, -0.615687, -0.122526, 2.056978, -0.517834, 0.01245, -0.90384],
      [0.255239, 0.123766, -0.608891, -0.122479, 2.161485, -0.523918, 0.077572, -0.903896]
    ),
    (
      single, [0.223548, 0.10658, -0.574119, -0.122782, 2.294531, -0.541281, 0.291113, -0.930324],
      [0.223548, 0.10658, -0.574119, -0.122782, 2.294531, -0.541281, 0.291113, -0.930324]
    ),
  ]

  @Test func `vectors are those of the reference, alone and in a batch`() throws {
    let encoder = try TinyModel.reference.encoder()
    let firsts = try encoder.vectors(of: Self.references.map(\.0), by: .first)
    let means = try encoder.vectors(of: Self.references.map(\.0), by: .mean)
    for (index, (sequence, first, mean)) in Self.references.enumerated() {
      #expect(try encoder.vectors(of: [sequence], by: .first)[0].isClose(to: first, within: 1e-5))
      #expect(try encoder.vectors(of: [sequence], by: .mean)[0].isClose(to: mean, within: 1e-5))
      #expect(firsts[index].isClose(to: first, within: 1e-5))
      #expect(means[index].isClose(to: mean, within: 1e-5))
    }
  }

  @Test func `weights in int8 give nearly the same vectors`() throws {
    let sequences = Self.references.map(\.0)
    let exact = try TinyModel.float.encoder().sentenceVectors(of: sequences)
    let rounded = try TinyModel.int8.encoder().sentenceVectors(of: sequences)
    for (one, other) in zip(exact, rounded) { #expect(one.isClose(to: other, within: 0.02)) }
  }

  @Test func `in int8, the neighbours in a batch change no bit`() throws {
    let encoder = try TinyModel.int8.encoder()
    let sequences = Self.references.map(\.0)
    #expect(try encoder.sentenceVectors(of: sequences) == sequences.flatMap { try encoder.sentenceVectors(of: [$0]) })
  }

  @Test func `a sentence vector has length one`() throws {
    for vector in try TinyModel.reference.encoder().sentenceVectors(of: [Self.short, Self.pair]) {
      #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-6)
    }
  }

  @Test func `more sequences than one pass holds keep their order`() throws {
    let encoder = try TinyModel.reference.encoder()
    let sequences = (0..<400).map { $0.isMultiple(of: 3) ? Self.pair : Self.short }
    let vectors = try encoder.vectors(of: sequences, by: .mean)
    #expect(vectors.count == 400)
    for (index, vector) in vectors.enumerated() {
      #expect(vector.isClose(to: Self.references[index.isMultiple(of: 3) ? 1 : 0].mean, within: 1e-5))
    }
  }

  @Test func `no sequences give no vectors`() throws {
    #expect(try TinyModel.reference.encoder().sentenceVectors(of: []).isEmpty)
  }

  @Test(arguments: [TinyModel.reference, .int8])
  func `many threads at once compute the same`(model: TinyModel) async throws {
    let encoder = try model.encoder()
    let expected = try encoder.sentenceVectors(of: [Self.pair])
    await withTaskGroup(of: [[Float]]?.self) { group in
      for _ in 0..<8 { group.addTask { try? encoder.sentenceVectors(of: [Self.pair]) } }
      for await vectors in group { #expect(vectors == expected) }
    }
  }

  @Test(arguments: [
    (TokenSequence([], []), LanguageModelError.unusableSequence(reason: "there are none")),
    (TokenSequence([11], [0]), .unusableSequence(reason: "id 11 where the vocabulary ends at 10")),
    (TokenSequence([-1], [0]), .unusableSequence(reason: "id -1 where the vocabulary ends at 10")),
    (TokenSequence([1], [2]), .unusableSequence(reason: "segment 2 where there are 2")),
    (
      TokenSequence([Int32](repeating: 1, count: 8), [UInt8](repeating: 0, count: 8)),
      .sequenceTooLong(count: 8, limit: 7)
    ),
  ])
  func `tokens that the model does not have are an error`(sequence: TokenSequence, error: LanguageModelError) throws {
    let encoder = try TinyModel.reference.encoder()
    #expect(throws: error) { try encoder.sentenceVectors(of: [Self.short, sequence]) }
  }

  @Test func `weights that lack a tensor are refused`() throws {
    let name = "encoder.layer.1.output.dense.weight"
    let model = TinyModel.reference
    let words = try model.file("words") { $0.contains("word") }
    let rest = try model.file("rest") { !$0.contains("word") && $0 != name }
    let error = LanguageModelError.tensorMissing(path: "words, rest", tensor: name, expected: "F32 [8, 12]")
    #expect(throws: error) { try Encoder(model.configuration(), weights: [words, rest]) }
  }

  @Test func `two encoders share a file of word embeddings`() throws {
    let model = TinyModel.int8
    let words = try model.file("words") { $0.contains("word") }
    let encoders = try (0..<2).map { _ in
      try Encoder(model.configuration(), weights: [words, model.file("rest") { !$0.contains("word") }])
    }
    let expected = try model.encoder().sentenceVectors(of: [Self.pair])
    for encoder in encoders { #expect(try encoder.sentenceVectors(of: [Self.pair]) == expected) }
  }

  @Test func `a tensor in two files is refused`() throws {
    let model = TinyModel.reference
    let words = try model.file("words") { $0.contains("word") }
    let all = try model.file("all") { _ in true }
    let name = "embeddings.word_embeddings.weight"
    let error = LanguageModelError.tensorRepeated(paths: ["words", "all"], tensor: name)
    #expect(throws: error) { try Encoder(model.configuration(), weights: [words, all]) }
    #expect("\(error)" == "words, all: each has a tensor “\(name)”; leave out the file of another model")
  }

  @Test func `layers in int8 whose sizes do not fit the kernels are refused`() throws {
    let model = TinyModel(hiddenSize: 8, innerSize: 12, isQuantized: true)
    let name = "encoder.layer.0.attention.self.query"
    let error = LanguageModelError.unusableConfiguration(
      reason: "\(name) cannot be in int8 with 8 inputs and 8 outputs: they must be multiples of 4 and of 16")
    #expect(throws: error) { try model.encoder() }
  }

  @Test func `the vector of a text in windows counts each of their tokens once`() throws {
    let encoder = try TinyModel.reference.encoder()
    let means = try encoder.vectors(of: [Self.short, Self.pair], by: .mean)
    let sum = zip(means[0], means[1]).map { 3 * $0 + 7 * $1 }
    let length = sum.reduce(0) { $0 + $1 * $1 }.squareRoot()
    let vectors = try encoder.textVectors(of: [[Self.single], [Self.short, Self.pair], [Self.pair]])
    #expect(vectors.count == 3)
    #expect(vectors[1].isClose(to: sum.map { $0 / length }, within: 1e-6))
    #expect(vectors[2].isClose(to: try encoder.sentenceVectors(of: [Self.pair])[0], within: 1e-6))
  }

  @Test func `weights of another size are refused`() throws {
    let file = try TinyModel.reference.file("tiny") { _ in true }
    #expect(throws: LanguageModelError.self) { try Encoder(.miniLM(), weights: [file]) }
  }

  @Test func `a configuration without sense is refused`() {
    #expect(throws: LanguageModelError.self) {
      try EncoderConfiguration(
        vocabularySize: 11, positionCount: 7, layerCount: 2, hiddenSize: 8, headCount: 3, innerSize: 12)
    }
    #expect(throws: LanguageModelError.self) {
      try EncoderConfiguration(
        vocabularySize: 11, positionCount: 0, layerCount: 2, hiddenSize: 8, headCount: 2, innerSize: 12)
    }
  }
}
