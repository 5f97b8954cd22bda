import FactCheckCore
import LanguageModel

/// An invented model. The one of 8 is that of `Training/reference/encoder.py`.
struct TinyModel {
  let hiddenSize: Int
  let innerSize: Int
  /// Matrices of the layers and word embeddings in int8.
  var isQuantized = false

  static let reference = TinyModel(hiddenSize: 8, innerSize: 12)
  /// Large enough for linear layers in int8.
  static let float = TinyModel(hiddenSize: 16, innerSize: 32)
  static let int8 = TinyModel(hiddenSize: 16, innerSize: 32, isQuantized: true)

  func configuration() throws(LanguageModelError) -> EncoderConfiguration {
    try EncoderConfiguration(
      vocabularySize: 11, positionCount: 7, layerCount: 2, hiddenSize: hiddenSize, headCount: 2, innerSize: innerSize)
  }

  func encoder() throws(LanguageModelError) -> Encoder {
    try Encoder(configuration(), weights: [file("tiny") { _ in true }])
  }

  /// A weight file with the tensors that are wanted.
  func file(_ path: String, where isWanted: (String) -> Bool) throws(LanguageModelError) -> Safetensors {
    try Safetensors(bytes: bytes(where: isWanted), path: path)
  }

  /// The bytes of the file. Quantised matrices are added last, for int8 would put what follows out of line.
  private func bytes(where isWanted: (String) -> Bool) -> [UInt8] {
    var file = SafetensorsFile()
    var random = LinearCongruentialGenerator(seed: 1)
    var matrices: [(name: String, matrix: QuantizedMatrix)] = []
    for (name, shape) in shapes {
      let values = (0..<shape.reduce(1, *)).map { _ in random.nextFloat() }
      guard isWanted(name) else { continue }
      if isQuantized, shape.count == 2, name.contains("layer") || name.contains("word") {
        matrices.append((name, QuantizedMatrix(values, width: shape[1])))
      } else {
        file.add(name, shape, values)
      }
    }
    for (name, matrix) in matrices { file.add(name + "_scale", [matrix.scales.count], matrix.scales) }
    for (name, matrix) in matrices {
      let isBlocked = name.contains("layer") && hiddenSize.isMultiple(of: 16)
      let (shape, values) = isBlocked ? matrix.blocks() : matrix.rows()
      file.add(name, shape, values)
    }
    return file.bytes
  }

  private var shapes: [(String, [Int])] {
    let embeddings = [("word", 11), ("position", 7), ("token_type", 2)]
    return embeddings.map { ("embeddings.\($0.0)_embeddings.weight", [$0.1, hiddenSize]) }
      + norm("embeddings.LayerNorm") + (0..<2).flatMap { layer($0) }
  }

  private func layer(_ index: Int) -> [(String, [Int])] {
    let name = "encoder.layer.\(index)"
    return ["query", "key", "value"].flatMap { affine("\(name).attention.self.\($0)", hiddenSize, hiddenSize) }
      + affine("\(name).attention.output.dense", hiddenSize, hiddenSize) + norm("\(name).attention.output.LayerNorm")
      + affine("\(name).intermediate.dense", hiddenSize, innerSize)
      + affine("\(name).output.dense", innerSize, hiddenSize) + norm("\(name).output.LayerNorm")
  }

  private func affine(_ name: String, _ inputs: Int, _ outputs: Int) -> [(String, [Int])] {
    [(name + ".weight", [outputs, inputs]), (name + ".bias", [outputs])]
  }

  private func norm(_ name: String) -> [(String, [Int])] {
    [(name + ".weight", [hiddenSize]), (name + ".bias", [hiddenSize])]
  }
}

/// A matrix in int8 with a scale for each row.
struct QuantizedMatrix {
  private(set) var scales: [Float] = []
  private var values: [Int8] = []
  private let width: Int

  init(_ numbers: [Float], width: Int) {
    self.width = width
    for start in stride(from: 0, to: numbers.count, by: width) {
      let row = numbers[start..<(start + width)]
      let scale = (row.map(abs).max() ?? 0) / 127
      scales.append(scale)
      values += row.map { Int8(($0 / scale).rounded()) }
    }
  }

  init(_ values: [Int8], width: Int) {
    self.values = values
    self.width = width
  }

  func rows() -> (shape: [Int], values: [Int8]) { ([values.count / width, width], values) }

  /// As a linear layer has it: 16 rows by 4 columns lie together.
  func blocks() -> (shape: [Int], values: [Int8]) {
    let shape = [values.count / width / 16, width / 4, 16, 4]
    return (
      shape,
      values.indices.map { index in
        let (i, j, k, l) = (index / (16 * width), index / 64 % (width / 4), index / 4 % 16, index % 4)
        return values[(16 * i + k) * width + 4 * j + l]
      }
    )
  }
}

extension TokenSequence {
  init(_ ids: [Int32], _ segments: [UInt8]) {
    self.init()
    for (id, segment) in zip(ids, segments) { append(id, segment: segment, span: TextSpan(start: 0, end: 0)) }
  }
}
