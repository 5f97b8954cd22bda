/// The files that a model's tensors are spread over, each tensor in exactly one of them.
struct WeightFiles {
  private let files: [Safetensors]

  init(_ files: [Safetensors]) { self.files = files }

  /// Whether any of the files has a tensor of this name.
  func contains(_ name: String) -> Bool { files.contains { $0.contains(name) } }

  /// The tensor of this name, which must be of `Element`s and have this shape.
  ///
  /// - Throws: ``LanguageModelError/tensorMissing(path:tensor:expected:)``,
  ///   ``LanguageModelError/tensorRepeated(paths:tensor:)`` or
  ///   ``LanguageModelError/tensorMismatch(path:tensor:expected:found:)``.
  func tensor<Element: TensorElement>(
    _ name: String, _ shape: [Int], of type: Element.Type = Element.self
  ) throws(LanguageModelError) -> Tensor<Element> {
    let owners = files.filter { $0.contains(name) }
    guard owners.count <= 1 else { throw .tensorRepeated(paths: owners.map(\.path), tensor: name) }
    guard let owner = owners.first else {
      let paths = files.map(\.path).joined(separator: ", ")
      throw .tensorMissing(path: paths, tensor: name, expected: Element.description(of: shape))
    }
    return try owner.tensor(name, shape, of: type)
  }
}
