import CMatrix

/// A linear layer: `y = x · weightᵀ + bias`.
struct Linear: Sendable {
  private let inputs: Int
  private let outputs: Int
  private let weight: Weight
  private let bias: Tensor<Float>

  private enum Weight {
    /// [outputs, inputs].
    case float(Tensor<Float>)
    /// [outputs / 16, inputs / 4, 16, 4], one scale for each output, and what takes the inputs' zero point out of each.
    case int8(Tensor<Int8>, scales: Tensor<Float>, offsets: [Int32])
  }

  /// Reads `name.weight` [outputs, inputs] and `name.bias` [outputs].
  ///
  /// Where there is a `name.weight_scale` [outputs], the weight is in int8. It lies in the file as the kernels read it,
  /// so that none of it is copied: [outputs / 16, inputs / 4, 16, 4], which is `weight` of output 16 · i + k and input
  /// 4 · j + l at [i, j, k, l].
  init(_ name: String, inputs: Int, outputs: Int, from files: WeightFiles) throws(LanguageModelError) {
    let scale = name + ".weight_scale"
    if files.contains(scale) {
      let block = Int(CMATRIX_BLOCK_COLUMNS)
      guard outputs.isMultiple(of: block), inputs.isMultiple(of: 4) else {
        let sizes = "\(inputs) inputs and \(outputs) outputs"
        throw .unusableConfiguration(
          reason: "\(name) cannot be in int8 with \(sizes): they must be multiples of 4 and of \(block)")
      }
      let values = try files.tensor(name + ".weight", [outputs / block, inputs / 4, block, 4], of: Int8.self)
      var offsets = [Int32](repeating: 0, count: outputs)
      cmatrix_int8_offsets(Int64(outputs), Int64(inputs), values.elements.baseAddress, &offsets)
      weight = .int8(values, scales: try files.tensor(scale, [outputs]), offsets: offsets)
    } else {
      weight = .float(try files.tensor(name + ".weight", [outputs, inputs]))
    }
    bias = try files.tensor(name + ".bias", [outputs])
    self.inputs = inputs
    self.outputs = outputs
  }

  /// Applies layers with the same number of inputs to `rows` rows that lie side by side.
  ///
  /// The outputs of one row lie side by side too, in the order of the layers.
  static func apply(
    _ layers: [Linear], to input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>,
    _ scratch: borrowing EncoderScratch
  ) {
    let stride = layers.reduce(0) { $0 + $1.outputs }
    var output = output
    var isQuantized = false
    for layer in layers {
      if case .int8 = layer.weight, !isQuantized {
        cmatrix_quantize(Int64(rows), Int64(layer.inputs), input, scratch.quantized, scratch.scales)
        isQuantized = true
      }
      layer.apply(to: input, rows: rows, into: output, stride: stride, scratch)
      output += layer.outputs
    }
  }

  /// Writes rows that start `stride` numbers apart. A layer in int8 reads the quantised input from the scratch.
  private func apply(
    to input: UnsafePointer<Float>, rows: Int, into output: UnsafeMutablePointer<Float>, stride: Int,
    _ scratch: borrowing EncoderScratch
  ) {
    switch weight {
    case .float(let weight):
      cmatrix_affine(
        Int64(rows), Int64(outputs), Int64(inputs), input, weight.elements.baseAddress, bias.elements.baseAddress,
        output, Int64(stride))
    case .int8(let weight, let scales, let offsets):
      var rows = cmatrix_int8_rows(count: Int64(rows), values: scratch.quantized, scales: scratch.scales)
      offsets.withUnsafeBufferPointer { offsets in
        var layer = cmatrix_int8_layer(
          columns: Int64(outputs), depth: Int64(inputs), values: weight.elements.baseAddress,
          scales: scales.elements.baseAddress, offsets: offsets.baseAddress, bias: bias.elements.baseAddress)
        cmatrix_apply_int8(&rows, &layer, output, Int64(stride))
      }
    }
  }
}
