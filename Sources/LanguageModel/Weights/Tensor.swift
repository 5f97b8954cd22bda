/// Numbers in a weight file.
///
/// `@unchecked Sendable`: the pointer is into memory that `storage` keeps alive and nobody writes.
package struct Tensor<Element: TensorElement>: @unchecked Sendable {
  /// The dimensions, the slowest first.
  package let shape: [Int]
  /// The numbers, the last dimension's side by side. Valid as long as the tensor is.
  package let elements: UnsafeBufferPointer<Element>
  private let storage: WeightBytes

  /// - Precondition: the bytes are in the storage, aligned for `Element`, and as many as the shape needs.
  init(shape: [Int], bytes: Slice<UnsafeRawBufferPointer>, storage: WeightBytes) {
    self.shape = shape
    elements = UnsafeRawBufferPointer(rebasing: bytes).assumingMemoryBound(to: Element.self)
    self.storage = storage
  }
}

/// What the tensors that a model reads are made of.
package protocol TensorElement: BitwiseCopyable {
  static var tensorType: TensorType { get }
}

extension TensorElement {
  /// A tensor of these elements in messages, such as `F32 [384, 1536]`.
  static func description(of shape: [Int]) -> String { "\(tensorType.rawValue) \(shape)" }
}

extension Float: TensorElement {
  package static var tensorType: TensorType { .float32 }
}

extension Int8: TensorElement {
  package static var tensorType: TensorType { .int8 }
}
