/// A file of named tensors, mapped into memory (see ``SafetensorsHeader`` for the format).
///
/// ```swift
/// let file = try Safetensors(path: "model.safetensors")
/// let bias = try file.tensor("encoder.layer.0.output.dense.bias", [384], of: Float.self)
/// ```
public struct Safetensors: Sendable {
  /// Where the bytes came from, for messages.
  public let path: String
  private let storage: WeightBytes
  private let header: [String: SafetensorsHeader.Entry]

  /// - Throws: ``LanguageModelError/unreadable(path:reason:)`` or ``LanguageModelError/damagedWeights(path:reason:)``.
  public init(path: String) throws(LanguageModelError) {
    try self.init(storage: WeightBytes(mapping: path), path: path)
  }

  /// Reads a file's bytes from memory.
  package init(bytes: [UInt8], path: String) throws(LanguageModelError) {
    try self.init(storage: WeightBytes(copying: bytes), path: path)
  }

  private init(storage: WeightBytes, path: String) throws(LanguageModelError) {
    do {
      header = try SafetensorsHeader(of: storage.bytes).entries
    } catch {
      throw .damagedWeights(path: path, reason: error.reason)
    }
    self.storage = storage
    self.path = path
  }

  /// The names of the tensors, sorted.
  package var names: [String] { header.keys.sorted() }

  /// Whether the file has a tensor of this name.
  package func contains(_ name: String) -> Bool { header[name] != nil }

  /// The tensor of this name, which must be of `Element`s and have this shape.
  ///
  /// - Throws: ``LanguageModelError/tensorMissing(path:tensor:expected:)`` or
  ///   ``LanguageModelError/tensorMismatch(path:tensor:expected:found:)``.
  package func tensor<Element: TensorElement>(
    _ name: String, _ shape: [Int], of _: Element.Type = Element.self
  ) throws(LanguageModelError) -> Tensor<Element> {
    guard let entry = header[name] else {
      throw .tensorMissing(path: path, tensor: name, expected: Element.description(of: shape))
    }
    guard entry.type == Element.tensorType, entry.shape == shape else {
      let expected = Element.description(of: shape)
      let found = "\(entry.type.rawValue) \(entry.shape)"
      throw .tensorMismatch(path: path, tensor: name, expected: expected, found: found)
    }
    return Tensor(shape: shape, bytes: storage.bytes[entry.range], storage: storage)
  }
}
