import CMatrix

/// A BERT encoder (Devlin et al. 2019, arXiv:1810.04805): tokens become vectors that know their context.
///
/// One thread, whatever `OMP_NUM_THREADS` says: to use more, call it from more threads, each with its own sequences.
///
/// ```swift
/// let weights = try Safetensors(path: "model.safetensors")
/// let encoder = try Encoder(.miniLM(), weights: weights)
/// let vectors = try encoder.sentenceVectors(of: [tokenizer.sequence(for: "Garlic cures colds.")])
/// ```
public struct Encoder: Sendable {
  public let configuration: EncoderConfiguration
  private let weights: EncoderWeights

  /// - Throws: ``LanguageModelError`` for a tensor that is missing or does not fit the configuration.
  public init(_ configuration: EncoderConfiguration, weights file: Safetensors) throws(LanguageModelError) {
    self.configuration = configuration
    weights = try EncoderWeights(from: file, configuration)
  }

  /// What computes the matrix products: "oneDNN", or "plain C", at half the speed, where that is not installed.
  public static var backend: String { String(cString: cmatrix_backend()) }

  /// How the vectors of a sequence's tokens become one.
  public enum Pooling: Sendable {
    /// The vector of `[CLS]`.
    case first
    /// The mean of all tokens' vectors, those of `[CLS]` and `[SEP]` included.
    case mean
  }

  /// One vector of `hiddenSize` numbers for each sequence, in the order of the sequences.
  ///
  /// - Throws: ``LanguageModelError/sequenceTooLong(count:limit:)`` or
  ///   ``LanguageModelError/unusableSequence(reason:)``, before anything is computed.
  public func vectors(of sequences: [TokenSequence], by pooling: Pooling) throws(LanguageModelError) -> [[Float]] {
    for sequence in sequences { try check(sequence) }
    let batches = PackedBatch.batches(of: sequences)
    let scratch = EncoderScratch(
      configuration, tokens: batches.map(\.tokenCount).max() ?? 0, longest: batches.map(\.longest).max() ?? 0)
    return batches.flatMap { batch in
      forward(batch, scratch)
      return batch.ranges.map { pool($0, by: pooling, scratch) }
    }
  }

  /// The mean vectors, each of length one, so that the product of two is their cosine.
  public func sentenceVectors(of sequences: [TokenSequence]) throws(LanguageModelError) -> [[Float]] {
    try vectors(of: sequences, by: .mean).map { vector in
      let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
      return vector.map { $0 / max(length, 1e-12) }
    }
  }

  private func check(_ sequence: TokenSequence) throws(LanguageModelError) {
    let count = sequence.ids.count
    guard count > 0 else { throw .unusableSequence(reason: "there are none") }
    guard count <= configuration.positionCount else {
      throw .sequenceTooLong(count: count, limit: configuration.positionCount)
    }
    if let id = sequence.ids.first(where: { !(0..<configuration.vocabularySize).contains(Int($0)) }) {
      throw .unusableSequence(reason: "id \(id) where the vocabulary ends at \(configuration.vocabularySize - 1)")
    }
    if let segment = sequence.segments.first(where: { $0 >= configuration.segmentCount }) {
      throw .unusableSequence(reason: "segment \(segment) where there are \(configuration.segmentCount)")
    }
  }

  // MARK: The pass

  /// Leaves the vectors of the batch's tokens in `scratch.hidden`.
  private func forward(_ batch: PackedBatch, _ scratch: borrowing EncoderScratch) {
    embed(batch, scratch)
    for layer in weights.layers {
      attend(batch, layer, scratch)
      feedForward(batch.tokenCount, layer, scratch)
    }
  }

  /// hidden ← LayerNorm(word + position + segment).
  private func embed(_ batch: PackedBatch, _ scratch: borrowing EncoderScratch) {
    let size = configuration.hiddenSize
    for (sequence, range) in zip(batch.sequences, batch.ranges) {
      for position in 0..<range.count {
        let row = scratch.change + (range.lowerBound + position) * size
        row.update(repeating: 0, count: size)
        weights.words.add(Int(sequence.ids[position]), width: size, to: row)
        weights.positions.add(position, width: size, to: row)
        weights.segments.add(Int(sequence.segments[position]), width: size, to: row)
      }
    }
    normalize(batch.tokenCount, weights.embeddingNorm, adding: nil, residual: nil, scratch)
  }

  /// hidden ← LayerNorm(hidden + output(softmax(query · keyᵀ / √width) · value)), head by head.
  private func attend(_ batch: PackedBatch, _ layer: EncoderWeights.Layer, _ scratch: borrowing EncoderScratch) {
    let (tokens, size) = (batch.tokenCount, configuration.hiddenSize)
    let parts = [layer.query, layer.key, layer.value]
    Linear.apply(parts.map(\.matrix), to: scratch.hidden, rows: tokens, into: scratch.projections, scratch)
    for (index, part) in parts.enumerated() {
      let output = scratch.projections + index * size
      cmatrix_add_bias(Int64(tokens), Int64(size), part.bias.elements.baseAddress, output, Int64(3 * size))
    }
    let width = size / configuration.headCount
    for range in batch.ranges {
      for head in 0..<configuration.headCount { attend(range, offset: head * width, width: width, scratch) }
    }
    Linear.apply([layer.attentionOutput.matrix], to: scratch.context, rows: tokens, into: scratch.change, scratch)
    normalize(tokens, layer.attentionNorm, adding: layer.attentionOutput.bias, residual: scratch.hidden, scratch)
  }

  /// One head over one sequence: the head's part of each projection starts at `offset` and is `width` wide.
  private func attend(_ range: Range<Int>, offset: Int, width: Int, _ scratch: borrowing EncoderScratch) {
    let (count, size) = (Int64(range.count), configuration.hiddenSize)
    let stride = Int64(3 * size)
    let query = scratch.projections + range.lowerBound * 3 * size + offset
    let (key, value) = (query + size, query + 2 * size)
    let scale = 1 / Float(width).squareRoot()
    cmatrix_product(true, count, count, Int64(width), scale, query, stride, key, stride, scratch.scores, count)
    cmatrix_softmax(count, count, scratch.scores)
    let context = scratch.context + range.lowerBound * size + offset
    cmatrix_product(
      false, count, Int64(width), count, 1, scratch.scores, count, value, stride, context, Int64(size))
  }

  /// hidden ← LayerNorm(hidden + output(GELU(inner(hidden)))).
  private func feedForward(_ tokens: Int, _ layer: EncoderWeights.Layer, _ scratch: borrowing EncoderScratch) {
    Linear.apply([layer.inner.matrix], to: scratch.hidden, rows: tokens, into: scratch.inner, scratch)
    cmatrix_gelu(Int64(tokens), Int64(configuration.innerSize), layer.inner.bias.elements.baseAddress, scratch.inner)
    Linear.apply([layer.output.matrix], to: scratch.inner, rows: tokens, into: scratch.change, scratch)
    normalize(tokens, layer.outputNorm, adding: layer.output.bias, residual: scratch.hidden, scratch)
  }

  /// hidden ← LayerNorm(change + bias + residual).
  private func normalize(
    _ tokens: Int, _ norm: EncoderWeights.LayerNorm, adding bias: Tensor<Float>?,
    residual: UnsafePointer<Float>?, _ scratch: borrowing EncoderScratch
  ) {
    cmatrix_layer_norm(
      Int64(tokens), Int64(configuration.hiddenSize), scratch.change, bias?.elements.baseAddress, residual,
      norm.weight.elements.baseAddress, norm.bias.elements.baseAddress, configuration.layerNormEpsilon,
      scratch.hidden)
  }

  private func pool(_ range: Range<Int>, by pooling: Pooling, _ scratch: borrowing EncoderScratch) -> [Float] {
    let size = configuration.hiddenSize
    var sum = Array(UnsafeBufferPointer(start: scratch.hidden + range.lowerBound * size, count: size))
    guard case .mean = pooling else { return sum }
    for row in range.dropFirst() {
      for i in 0..<size { sum[i] += scratch.hidden[row * size + i] }
    }
    return sum.map { $0 / Float(range.count) }
  }
}
