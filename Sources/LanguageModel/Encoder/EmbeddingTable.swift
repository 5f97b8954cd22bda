/// A vector for each token, position or segment.
enum EmbeddingTable: Sendable {
  /// [count, width].
  case float(Tensor<Float>)
  /// [count, width], with one scale for each vector.
  case int8(Tensor<Int8>, scales: Tensor<Float>)

  /// Reads `name.weight`, which is in int8 where the file has a `name.weight_scale`.
  init(_ name: String, count: Int, width: Int, from files: WeightFiles) throws(LanguageModelError) {
    let weight = name + ".weight"
    let scale = name + ".weight_scale"
    if files.contains(scale) {
      self = .int8(try files.tensor(weight, [count, width]), scales: try files.tensor(scale, [count]))
    } else {
      self = .float(try files.tensor(weight, [count, width]))
    }
  }

  /// Adds vector `index` to the `width` numbers at `sum`.
  func add(_ index: Int, width: Int, to sum: UnsafeMutablePointer<Float>) {
    let start = index * width
    switch self {
    case .float(let table):
      for i in 0..<width { sum[i] += table.elements[start + i] }
    case .int8(let table, let scales):
      let scale = scales.elements[index]
      for i in 0..<width { sum[i] += scale * Float(table.elements[start + i]) }
    }
  }
}
