import CMatrix

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
  /// [``rowsPerBlock``, inner].
  let inner: UnsafeMutablePointer<Float>
  /// Where one head works.
  let attention: UnsafeMutablePointer<Float>

  /// [tokens, the wider of hidden and inner]: a linear layer's inputs in 7 bits.
  let quantized: UnsafeMutablePointer<UInt8>
  /// [tokens]: their scales.
  let scales: UnsafeMutablePointer<Float>

  /// 32 rows of 1536 numbers stay in the second-level cache from one linear layer to the next.
  static let rowsPerBlock = 32

  init(_ configuration: EncoderConfiguration, tokens: Int, longest: Int) {
    let size = configuration.hiddenSize
    let headWidth = size / configuration.headCount
    hidden = .allocate(capacity: tokens * size)
    projections = .allocate(capacity: tokens * 3 * size)
    context = .allocate(capacity: tokens * size)
    change = .allocate(capacity: tokens * size)
    inner = .allocate(capacity: Self.rowsPerBlock * configuration.innerSize)
    attention = .allocate(capacity: Int(cmatrix_attention_scratch(Int64(longest), Int64(headWidth))))
    quantized = .allocate(capacity: tokens * max(size, configuration.innerSize))
    scales = .allocate(capacity: tokens)
  }

  deinit {
    for floats in [hidden, projections, context, change, inner, attention, scales] { floats.deallocate() }
    quantized.deallocate()
  }
}
