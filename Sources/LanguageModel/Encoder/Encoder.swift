import CMatrix

/// A BERT encoder (Devlin et al. 2019, arXiv:1810.04805): tokens become vectors that know their context.
///
/// A call uses one thread. Any number of threads may call the same encoder at once, each with its own sequences: the
/// weights are only read, and each call works in memory of its own.
///
/// ```swift
/// let words = try Safetensors(path: "words.safetensors")
/// let encoder = try Encoder(.miniLM(), weights: [words, Safetensors(path: "sentence.safetensors")])
/// let vectors = try encoder.sentenceVectors(of: [tokenizer.sequence(for: "Garlic cures colds.")])
/// ```
public struct Encoder: Sendable {
  public let configuration: EncoderConfiguration
  private let weights: EncoderWeights

  /// - Parameters:
  ///   - configuration: the model's dimensions.
  ///   - files: where the weights are, each tensor in one of the files. Encoders that are given the same
  ///     ``Safetensors`` share its memory.
  /// - Throws: ``LanguageModelError`` for a tensor that is missing, is in two files or does not fit the configuration.
  public init(_ configuration: EncoderConfiguration, weights files: [Safetensors]) throws(LanguageModelError) {
    self.configuration = configuration
    weights = try EncoderWeights(from: WeightFiles(files), configuration)
  }

  /// What computes linear layers in int8 on this processor: "AVX-512 VNNI", "AVX2" or "portable",
  /// which a debug build always uses.
  public static var backend: String { String(cString: cmatrix_fastest_kernel().pointee.name) }

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
    return batches.flatMap { batch in forward(batch, by: pooling, scratch).map { mean($0, scratch) } }
  }

  /// The mean vectors, each of length one, so that the product of two is their cosine.
  ///
  /// - Throws: what ``vectors(of:by:)`` throws.
  public func sentenceVectors(of sequences: [TokenSequence]) throws(LanguageModelError) -> [[Float]] {
    try vectors(of: sequences, by: .mean).map(Self.normalized)
  }

  /// One vector of length one for each text that is given as its windows: the mean of their mean vectors, each counting
  /// as often as it has tokens.
  ///
  /// - Throws: what ``vectors(of:by:)`` throws.
  public func textVectors(of texts: [[TokenSequence]]) throws(LanguageModelError) -> [[Float]] {
    let vectors = try vectors(of: texts.flatMap(\.self), by: .mean)
    var start = 0
    return texts.map { windows in
      var sum = [Float](repeating: 0, count: configuration.hiddenSize)
      for (window, vector) in zip(windows, vectors[start...]) {
        for i in sum.indices { sum[i] += Float(window.ids.count) * vector[i] }
      }
      start += windows.count
      return Self.normalized(sum)
    }
  }

  private static func normalized(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return vector.map { $0 / max(length, 1e-12) }
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

  /// Leaves the vectors that are asked for in `scratch.hidden`.
  ///
  /// - Returns: the rows of each sequence there.
  private func forward(
    _ batch: PackedBatch, by pooling: Pooling, _ scratch: borrowing EncoderScratch
  ) -> [Range<Int>] {
    embed(batch, scratch)
    var ranges = batch.ranges
    for (index, layer) in weights.layers.enumerated() {
      attend(batch, layer, scratch)
      if pooling == .first && index == weights.layers.count - 1 {
        ranges = keepFirstRows(of: ranges, scratch)
      }
      let count = ranges.last?.upperBound ?? 0
      for start in stride(from: 0, to: count, by: EncoderScratch.rowsPerBlock) {
        let rows = start..<min(start + EncoderScratch.rowsPerBlock, count)
        takeContext(rows, layer, scratch)
        feedForward(rows, layer, scratch)
      }
    }
    return ranges
  }

  /// Moves the first row of each sequence to the front: after the last layer's attention no token needs another's.
  ///
  /// - Returns: the row of each sequence.
  private func keepFirstRows(of ranges: [Range<Int>], _ scratch: borrowing EncoderScratch) -> [Range<Int>] {
    let size = configuration.hiddenSize
    for (row, range) in ranges.enumerated() where row < range.lowerBound {
      for rows in [scratch.hidden, scratch.context] {
        (rows + row * size).update(from: rows + range.lowerBound * size, count: size)
      }
    }
    return ranges.indices.map { $0..<$0 + 1 }
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
    normalize(0..<batch.tokenCount, weights.embeddingNorm, scratch)
  }

  /// context ← softmax(query · keyᵀ / √width) · value, head by head.
  private func attend(_ batch: PackedBatch, _ layer: EncoderWeights.Layer, _ scratch: borrowing EncoderScratch) {
    let size = configuration.hiddenSize
    let projections = [layer.query, layer.key, layer.value]
    Linear.apply(projections, to: scratch.hidden, rows: batch.tokenCount, into: scratch.projections, scratch)
    let width = size / configuration.headCount
    for range in batch.ranges {
      for offset in stride(from: 0, to: size, by: width) {
        let query = scratch.projections + range.lowerBound * 3 * size + offset
        cmatrix_attention(
          Int64(range.count), Int64(width), query, query + size, query + 2 * size, Int64(3 * size), scratch.attention,
          scratch.context + range.lowerBound * size + offset, Int64(size))
      }
    }
  }

  /// hidden ← LayerNorm(hidden + attentionOutput(context)).
  private func takeContext(_ rows: Range<Int>, _ layer: EncoderWeights.Layer, _ scratch: borrowing EncoderScratch) {
    let offset = rows.lowerBound * configuration.hiddenSize
    let input = scratch.context + offset
    Linear.apply([layer.attentionOutput], to: input, rows: rows.count, into: scratch.change + offset, scratch)
    addAndNormalize(rows, layer.attentionNorm, scratch)
  }

  /// hidden ← LayerNorm(hidden + output(GELU(inner(hidden)))).
  private func feedForward(_ rows: Range<Int>, _ layer: EncoderWeights.Layer, _ scratch: borrowing EncoderScratch) {
    let offset = rows.lowerBound * configuration.hiddenSize
    Linear.apply([layer.inner], to: scratch.hidden + offset, rows: rows.count, into: scratch.inner, scratch)
    cmatrix_gelu(Int64(rows.count * configuration.innerSize), scratch.inner)
    Linear.apply([layer.output], to: scratch.inner, rows: rows.count, into: scratch.change + offset, scratch)
    addAndNormalize(rows, layer.outputNorm, scratch)
  }

  /// hidden ← LayerNorm(hidden + change).
  private func addAndNormalize(
    _ rows: Range<Int>, _ norm: EncoderWeights.LayerNorm, _ scratch: borrowing EncoderScratch
  ) {
    let offset = rows.lowerBound * configuration.hiddenSize
    cmatrix_add(Int64(rows.count * configuration.hiddenSize), scratch.hidden + offset, scratch.change + offset)
    normalize(rows, norm, scratch)
  }

  /// hidden ← LayerNorm(change).
  private func normalize(_ rows: Range<Int>, _ norm: EncoderWeights.LayerNorm, _ scratch: borrowing EncoderScratch) {
    let size = configuration.hiddenSize
    let offset = rows.lowerBound * size
    cmatrix_layer_norm(
      Int64(rows.count), Int64(size), scratch.change + offset, norm.weight.elements.baseAddress,
      norm.bias.elements.baseAddress, configuration.layerNormEpsilon, scratch.hidden + offset)
  }

  private func mean(_ rows: Range<Int>, _ scratch: borrowing EncoderScratch) -> [Float] {
    let size = configuration.hiddenSize
    var sum = Array(UnsafeBufferPointer(start: scratch.hidden + rows.lowerBound * size, count: size))
    guard rows.count > 1 else { return sum }
    for row in rows.dropFirst() {
      for i in 0..<size { sum[i] += scratch.hidden[row * size + i] }
    }
    return sum.map { $0 / Float(rows.count) }
  }
}
