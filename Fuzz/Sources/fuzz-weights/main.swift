import LanguageModel

/// Reads the bytes as a weight file and, where they are one, its tensors.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  guard let file = try? Safetensors(bytes: bytes, path: "input") else { return 0 }
  for name in file.names {
    for shape in [[], [1], [2, 2]] {
      if let tensor = try? file.tensor(name, shape, of: Float.self) { _ = tensor.elements.reduce(0, +) }
      if let tensor = try? file.tensor(name, shape, of: Int8.self) { _ = tensor.elements.reduce(0, &+) }
    }
  }
  return 0
}
