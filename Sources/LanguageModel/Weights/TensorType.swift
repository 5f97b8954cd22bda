/// The type of a tensor's elements, by its name in the safetensors format.
package enum TensorType: String, Sendable {
  case float32 = "F32"
  case int8 = "I8"
  case uint8 = "U8"
  case int32 = "I32"
  /// Only in tensors that nothing reads, such as the `position_ids` that BERT checkpoints carry.
  case int64 = "I64"

  /// The bytes of one element.
  package var size: Int {
    switch self {
    case .int8, .uint8: 1
    case .float32, .int32: 4
    case .int64: 8
    }
  }
}
