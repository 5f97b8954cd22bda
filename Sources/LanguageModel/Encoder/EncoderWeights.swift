/// The numbers of a BERT encoder, under the names that Hugging Face's `BertModel` gives them.
struct EncoderWeights: Sendable {
  let words: EmbeddingTable
  let positions: EmbeddingTable
  let segments: EmbeddingTable
  let embeddingNorm: LayerNorm
  let layers: [Layer]

  struct Layer {
    let query, key, value: Affine
    let attentionOutput: Affine
    let attentionNorm: LayerNorm
    let inner: Affine
    let output: Affine
    let outputNorm: LayerNorm
  }

  /// A linear layer: `y = x · matrixᵀ + bias`.
  struct Affine {
    let matrix: Linear
    let bias: Tensor<Float>

    init(_ name: String, inputs: Int, outputs: Int, from file: Safetensors) throws(LanguageModelError) {
      matrix = try Linear(name, inputs: inputs, outputs: outputs, from: file)
      bias = try file.tensor(name + ".bias", [outputs])
    }
  }

  /// Scale and shift of a layer normalisation (Ba et al. 2016, arXiv:1607.06450).
  struct LayerNorm {
    let weight: Tensor<Float>
    let bias: Tensor<Float>

    init(_ name: String, size: Int, from file: Safetensors) throws(LanguageModelError) {
      weight = try file.tensor(name + ".weight", [size])
      bias = try file.tensor(name + ".bias", [size])
    }
  }

  /// - Throws: ``LanguageModelError`` for a tensor that is missing or does not fit the configuration.
  init(from file: Safetensors, _ configuration: EncoderConfiguration) throws(LanguageModelError) {
    func table(_ name: String, _ count: Int) throws(LanguageModelError) -> EmbeddingTable {
      try EmbeddingTable("embeddings.\(name)_embeddings", count: count, width: configuration.hiddenSize, from: file)
    }
    words = try table("word", configuration.vocabularySize)
    positions = try table("position", configuration.positionCount)
    segments = try table("token_type", configuration.segmentCount)
    embeddingNorm = try LayerNorm("embeddings.LayerNorm", size: configuration.hiddenSize, from: file)
    var layers: [Layer] = []
    for index in 0..<configuration.layerCount { layers.append(try Layer(index, from: file, configuration)) }
    self.layers = layers
  }
}

extension EncoderWeights.Layer {
  fileprivate init(
    _ index: Int, from file: Safetensors, _ configuration: EncoderConfiguration
  ) throws(LanguageModelError) {
    typealias Affine = EncoderWeights.Affine
    typealias LayerNorm = EncoderWeights.LayerNorm
    let name = "encoder.layer.\(index)"
    let (hidden, inner) = (configuration.hiddenSize, configuration.innerSize)
    query = try Affine("\(name).attention.self.query", inputs: hidden, outputs: hidden, from: file)
    key = try Affine("\(name).attention.self.key", inputs: hidden, outputs: hidden, from: file)
    value = try Affine("\(name).attention.self.value", inputs: hidden, outputs: hidden, from: file)
    attentionOutput = try Affine("\(name).attention.output.dense", inputs: hidden, outputs: hidden, from: file)
    attentionNorm = try LayerNorm("\(name).attention.output.LayerNorm", size: hidden, from: file)
    self.inner = try Affine("\(name).intermediate.dense", inputs: hidden, outputs: inner, from: file)
    output = try Affine("\(name).output.dense", inputs: inner, outputs: hidden, from: file)
    outputNorm = try LayerNorm("\(name).output.LayerNorm", size: hidden, from: file)
  }
}
