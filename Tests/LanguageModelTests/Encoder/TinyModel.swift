import FactCheckCore
import LanguageModel

/// The invented model of `Training/reference/encoder.py`.
enum TinyModel {
  static func configuration() throws(LanguageModelError) -> EncoderConfiguration {
    try EncoderConfiguration(
      vocabularySize: 11, positionCount: 7, layerCount: 2, hiddenSize: 8, headCount: 2, innerSize: 12)
  }

  static func encoder(isQuantized: Bool = false) throws(LanguageModelError) -> Encoder {
    try Encoder(configuration(), weights: Safetensors(bytes: weights(isQuantized: isQuantized), path: "tiny"))
  }

  /// The bytes of the weight file. Quantised matrices are added last, for int8 would put what follows out of line.
  static func weights(isQuantized: Bool = false, without missing: String? = nil) -> [UInt8] {
    var file = SafetensorsFile()
    var random = LinearCongruentialGenerator(seed: 1)
    var quantized: [(name: String, shape: [Int], rows: [QuantizedRow])] = []
    for (name, shape) in shapes where name != missing {
      let values = (0..<shape.reduce(1, *)).map { _ in random.nextFloat() }
      if isQuantized, shape.count == 2, name.contains("layer") || name.contains("word") {
        let rows = stride(from: 0, to: values.count, by: shape[1]).map { QuantizedRow(values[$0..<($0 + shape[1])]) }
        quantized.append((name, shape, rows))
      } else {
        file.add(name, shape, values)
      }
    }
    for matrix in quantized { file.add(matrix.name + "_scale", [matrix.shape[0]], matrix.rows.map(\.scale)) }
    for matrix in quantized { file.add(matrix.name, matrix.shape, matrix.rows.flatMap(\.values)) }
    return file.bytes
  }

  private struct QuantizedRow {
    let scale: Float
    let values: [Int8]

    init(_ row: ArraySlice<Float>) {
      let scale = (row.map(abs).max() ?? 0) / 127
      self.scale = scale
      values = row.map { Int8(($0 / scale).rounded()) }
    }
  }

  private static let shapes: [(String, [Int])] = {
    let embeddings = [("word", 11), ("position", 7), ("token_type", 2)]
    return embeddings.map { ("embeddings.\($0.0)_embeddings.weight", [$0.1, 8]) } + norm("embeddings.LayerNorm")
      + (0..<2).flatMap { layer($0) }
  }()

  private static func layer(_ index: Int) -> [(String, [Int])] {
    let name = "encoder.layer.\(index)"
    return ["query", "key", "value"].flatMap { affine("\(name).attention.self.\($0)", 8, 8) }
      + affine("\(name).attention.output.dense", 8, 8) + norm("\(name).attention.output.LayerNorm")
      + affine("\(name).intermediate.dense", 8, 12) + affine("\(name).output.dense", 12, 8)
      + norm("\(name).output.LayerNorm")
  }

  private static func affine(_ name: String, _ inputs: Int, _ outputs: Int) -> [(String, [Int])] {
    [(name + ".weight", [outputs, inputs]), (name + ".bias", [outputs])]
  }

  private static func norm(_ name: String) -> [(String, [Int])] { [(name + ".weight", [8]), (name + ".bias", [8])] }
}

extension TokenSequence {
  init(_ ids: [Int32], _ segments: [UInt8]) {
    self.init()
    for (id, segment) in zip(ids, segments) { append(id, segment: segment, span: TextSpan(start: 0, end: 0)) }
  }
}
