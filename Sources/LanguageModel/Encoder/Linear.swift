import CMatrix

/// The matrix of a linear layer: `y = x · weightᵀ`. The bias is added by what comes next.
struct Linear: Sendable {
  let inputs: Int
  let outputs: Int
  private let weight: Weight

  private enum Weight {
    /// [outputs, inputs].
    case float(Tensor<Float>)
    /// [outputs, inputs], one scale for each output, and what takes the inputs' zero point out of each output.
    case int8(Tensor<Int8>, scales: Tensor<Float>, offsets: [Int32])
  }

  /// Reads `name.weight`, which is in int8 where the file has a `name.weight_scale`.
  init(_ name: String, inputs: Int, outputs: Int, from file: Safetensors) throws(LanguageModelError) {
    let scale = name + ".weight_scale"
    if file.contains(scale) {
      let values = try file.tensor(name + ".weight", [outputs, inputs], of: Int8.self)
      let offsets = Self.offsets(of: values.elements, inputs: inputs)
      weight = .int8(values, scales: try file.tensor(scale, [outputs]), offsets: offsets)
    } else {
      weight = .float(try file.tensor(name + ".weight", [outputs, inputs]))
    }
    self.inputs = inputs
    self.outputs = outputs
  }

  /// Quantised inputs are stored as `x + 64`, which adds 64 times the sum of its weights to each output.
  private static func offsets(of weights: UnsafeBufferPointer<Int8>, inputs: Int) -> [Int32] {
    stride(from: 0, to: weights.count, by: inputs).map { start in
      -64 * weights[start..<(start + inputs)].reduce(0) { $0 + Int32($1) }
    }
  }

  /// Multiplies `rows` rows that lie side by side, and writes rows that start `stride` numbers apart.
  func apply(
    to input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>, stride: Int,
    _ scratch: borrowing EncoderScratch
  ) {
    let (rows, inputs, outputs) = (Int64(rows), Int64(inputs), Int64(outputs))
    switch weight {
    case .float(let weight):
      cmatrix_product(
        true, rows, outputs, inputs, 1, input, inputs, weight.elements.baseAddress, inputs, output, Int64(stride))
    case .int8(let weight, let scales, let offsets):
      cmatrix_quantize(rows, inputs, input, scratch.quantized, scratch.scales)
      cmatrix_product_int8(
        rows, outputs, inputs, scratch.quantized, weight.elements.baseAddress, offsets, scratch.products)
      cmatrix_dequantize(
        rows, outputs, scratch.products, scratch.scales, scales.elements.baseAddress, output, Int64(stride))
    }
  }
}
