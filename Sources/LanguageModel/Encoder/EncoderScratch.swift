/// The memory that one pass of the encoder works in. Rows are tokens.
struct EncoderScratch: ~Copyable {
  /// [tokens, hidden]: what goes from layer to layer.
  let hidden: UnsafeMutablePointer<Float>
  /// [tokens, 3 · hidden]: each token's query, key and value.
  let projections: UnsafeMutablePointer<Float>
  /// [tokens, hidden]: what each token takes from the others.
  let context: UnsafeMutablePointer<Float>
  /// [tokens, hidden]: what attention or the feed-forward part adds to `hidden`.
  let change: UnsafeMutablePointer<Float>
  /// [tokens, inner].
  let inner: UnsafeMutablePointer<Float>
  /// [longest, longest]: how much each token of a sequence attends to each other, for one head.
  let scores: UnsafeMutablePointer<Float>

  /// [tokens, the wider of hidden and inner]: a linear layer's inputs in 7 bits.
  let quantized: UnsafeMutablePointer<UInt8>
  /// [tokens]: their scales.
  let scales: UnsafeMutablePointer<Float>
  /// [tokens, the wider of hidden and inner]: a linear layer's outputs before they are scaled.
  let products: UnsafeMutablePointer<Int32>

  init(_ configuration: EncoderConfiguration, tokens: Int, longest: Int) {
    let size = configuration.hiddenSize
    let widest = max(size, configuration.innerSize)
    hidden = .allocate(capacity: tokens * size)
    projections = .allocate(capacity: tokens * 3 * size)
    context = .allocate(capacity: tokens * size)
    change = .allocate(capacity: tokens * size)
    inner = .allocate(capacity: tokens * configuration.innerSize)
    scores = .allocate(capacity: longest * longest)
    quantized = .allocate(capacity: tokens * widest)
    scales = .allocate(capacity: tokens)
    products = .allocate(capacity: tokens * widest)
  }

  deinit {
    for floats in [hidden, projections, context, change, inner, scores, scales] { floats.deallocate() }
    quantized.deallocate()
    products.deallocate()
  }
}
