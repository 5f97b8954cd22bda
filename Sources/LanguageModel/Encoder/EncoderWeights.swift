/// The numbers of a BERT encoder, under the names that Hugging Face's `BertModel` gives them.
struct EncoderWeights: Sendable {
  let words: EmbeddingTable
  let positions: EmbeddingTable
  let segments: EmbeddingTable
  let embeddingNorm: LayerNorm
  let layers: [Layer]

  struct Layer {
    let query, key, value: Linear
    let attentionOutput: Linear
    let attentionNorm: LayerNorm
    let inner: Linear
    let output: Linear
    let outputNorm: LayerNorm
  }

  /// Scale and shift of a layer normalisation (Ba et al. 2016, arXiv:1607.06450).
  struct LayerNorm {
    let weight: Tensor<Float>
    let bias: Tensor<Float>

    init(_ name: String, size: Int, from files: WeightFiles) throws(LanguageModelError) {
      weight = try files.tensor(name + ".weight", [size])
      bias = try files.tensor(name + ".bias", [size])
    }
  }

  /// - Throws: ``LanguageModelError`` for a tensor that is missing or does not fit the configuration.
  init(from files: WeightFiles, _ configuration: EncoderConfiguration) throws(LanguageModelError) {
    func table(_ name: String, _ count: Int) throws(LanguageModelError) -> EmbeddingTable {
      try EmbeddingTable("embeddings.\(name)_embeddings", count: count, width: configuration.hiddenSize, from: files)
    }
    words = try table("word", configuration.vocabularySize)
    positions = try table("position", configuration.positionCount)
    segments = try table("token_type", configuration.segmentCount)
    embeddingNorm = try LayerNorm("embeddings.LayerNorm", size: configuration.hiddenSize, from: files)
    var layers: [Layer] = []
    for index in 0..<configuration.layerCount { layers.append(try Layer(index, from: files, configuration)) }
    self.layers = layers
  }
}

extension EncoderWeights.Layer {
  fileprivate init(
    _ index: Int, from files: WeightFiles, _ configuration: EncoderConfiguration
  ) throws(LanguageModelError) {
    typealias LayerNorm = EncoderWeights.LayerNorm
    let name = "encoder.layer.\(index)"
    let (hidden, inner) = (configuration.hiddenSize, configuration.innerSize)
    query = try Linear("\(name).attention.self.query", inputs: hidden, outputs: hidden, from: files)
    key = try Linear("\(name).attention.self.key", inputs: hidden, outputs: hidden, from: files)
    value = try Linear("\(name).attention.self.value", inputs: hidden, outputs: hidden, from: files)
    attentionOutput = try Linear("\(name).attention.output.dense", inputs: hidden, outputs: hidden, from: files)
    attentionNorm = try LayerNorm("\(name).attention.output.LayerNorm", size: hidden, from: files)
    self.inner = try Linear("\(name).intermediate.dense", inputs: hidden, outputs: inner, from: files)
    output = try Linear("\(name).output.dense", inputs: inner, outputs: hidden, from: files)
    outputNorm = try LayerNorm("\(name).output.LayerNorm", size: hidden, from: files)
  }
}
