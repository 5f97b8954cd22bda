/// A linear layer that scores classes from the vector of a sequence.
public struct ClassifierHead: Sendable {
  private let weight: Tensor<Float>
  private let bias: Tensor<Float>

  /// Reads `name.weight` [classes, hidden size] and `name.bias` [classes]. A file may have any number of heads.
  ///
  /// - Throws: ``LanguageModelError`` for a tensor that is missing or has another shape.
  public init(
    _ name: String, classes: Int, hiddenSize: Int, weights: [Safetensors]
  ) throws(LanguageModelError) {
    let files = WeightFiles(weights)
    weight = try files.tensor(name + ".weight", [classes, hiddenSize])
    bias = try files.tensor(name + ".bias", [classes])
  }

  /// The score of each class, before any softmax or calibration.
  ///
  /// - Precondition: the vector has as many numbers as the head was made for.
  public func logits(of vector: [Float]) -> [Float] {
    precondition(vector.count == weight.shape[1], "the vector comes from an encoder of the head's size")
    return bias.elements.enumerated().map { index, bias in
      let row = weight.elements[(index * vector.count)..<((index + 1) * vector.count)]
      return zip(row, vector).reduce(bias) { $0 + $1.0 * $1.1 }
    }
  }
}
