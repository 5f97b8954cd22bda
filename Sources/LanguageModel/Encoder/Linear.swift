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
      var sum: Int32 = 0
      for index in start..<(start + inputs) { sum &+= Int32(weights[index]) }
      return -64 &* sum
    }
  }

  /// Multiplies `rows` rows that lie side by side with each of the matrices, which have the same number of inputs.
  ///
  /// The outputs of one row lie side by side too, in the order of the matrices.
  static func apply(
    _ matrices: [Linear], to input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>,
    _ scratch: borrowing EncoderScratch
  ) {
    let stride = matrices.reduce(0) { $0 + $1.outputs }
    var output = output
    var isQuantized = false
    for matrix in matrices {
      if case .int8 = matrix.weight, !isQuantized {
        cmatrix_quantize(Int64(rows), Int64(matrix.inputs), input, scratch.quantized, scratch.scales)
        isQuantized = true
      }
      matrix.multiply(input, rows: rows, into: output, stride: stride, scratch)
      output += matrix.outputs
    }
  }

  /// Writes rows that start `stride` numbers apart. A matrix in int8 reads the quantised input from the scratch.
  private func multiply(
    _ input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>, stride: Int,
    _ scratch: borrowing EncoderScratch
  ) {
    let (rows, inputs, outputs) = (Int64(rows), Int64(inputs), Int64(outputs))
    switch weight {
    case .float(let weight):
      cmatrix_product(
        true, rows, outputs, inputs, 1, input, inputs, weight.elements.baseAddress, inputs, output, Int64(stride))
    case .int8(let weight, let scales, let offsets):
      cmatrix_product_int8(
        rows, outputs, inputs, scratch.quantized, weight.elements.baseAddress, offsets, scratch.products)
      cmatrix_dequantize(
        rows, outputs, scratch.products, scratch.scales, scales.elements.baseAddress, output, Int64(stride))
    }
  }
}
