import Foundation
import LanguageModel
import Testing

@Suite struct SafetensorsTests {
  private static let sample: [UInt8] = {
    var file = SafetensorsFile()
    file.add("a", [2, 3], [1, 2, 3, 4, 5, 6] as [Float])
    file.add("b", [2], [7, -8] as [Int8])
    return file.bytes
  }()

  private func reason(_ bytes: [UInt8]) -> String? {
    do {
      _ = try Safetensors(bytes: bytes, path: "w")
      return nil
    } catch {
      guard case .damagedWeights("w", let reason) = error else { return "\(error)" }
      return reason
    }
  }

  @Test func `tensors are read by name, type and shape`() throws {
    let file = try Safetensors(bytes: Self.sample, path: "w")
    #expect(file.names == ["a", "b"])
    #expect(Array(try file.tensor("a", [2, 3], of: Float.self).elements) == [1, 2, 3, 4, 5, 6])
    #expect(Array(try file.tensor("b", [2], of: Int8.self).elements) == [7, -8])
  }

  @Test func `a file is mapped`() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    try Data(Self.sample).write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    let tensor = try Safetensors(path: url.path).tensor("a", [2, 3], of: Float.self)
    #expect(Array(tensor.elements) == [1, 2, 3, 4, 5, 6])
  }

  @Test(arguments: [("/no/such/file", "No such file or directory"), ("/tmp", "it is not a file")])
  func `a path without a file is an error`(path: String, reason: String) {
    #expect(throws: LanguageModelError.unreadable(path: path, reason: reason)) { try Safetensors(path: path) }
  }

  @Test func `an empty file is damaged`() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).safetensors")
    try Data().write(to: url)
    defer { try? FileManager.default.removeItem(at: url) }
    #expect(throws: LanguageModelError.self) { try Safetensors(path: url.path) }
  }

  @Test func `another tensor than expected is an error that says both`() throws {
    let file = try Safetensors(bytes: Self.sample, path: "w")
    #expect(throws: LanguageModelError.tensorMissing(path: "w", tensor: "c", expected: "F32 [1]")) {
      try file.tensor("c", [1], of: Float.self)
    }
    let shape = LanguageModelError.tensorMismatch(path: "w", tensor: "a", expected: "F32 [3, 2]", found: "F32 [2, 3]")
    #expect(throws: shape) { try file.tensor("a", [3, 2], of: Float.self) }
    let type = LanguageModelError.tensorMismatch(path: "w", tensor: "b", expected: "F32 [2]", found: "I8 [2]")
    #expect(throws: type) { try file.tensor("b", [2], of: Float.self) }
    #expect(
      "\(type)" == "w: tensor “b” is I8 [2] where F32 [2] is needed; these are the weights of another model")
  }

  @Test func `metadata and unused types are allowed`() throws {
    let header =
      #"{"__metadata__":{"format":"pt","note":"a \"b\""},"i":{"dtype":"I64","shape":[1],"data_offsets":[0,8]}}"#
    let bytes = SafetensorsFile.bytes(header: header, data: [UInt8](repeating: 0, count: 8))
    #expect(try Safetensors(bytes: bytes, path: "w").names == ["i"])
  }

  private static func entry(_ type: String, _ shape: String, _ offsets: String) -> String {
    "{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":\(offsets)}"
  }

  @Test(arguments: [
    ("", "its header has no “{” where one belongs, at byte 8"),
    ("[]", "its header has no “{” where one belongs, at byte 8"),
    (#"{"a":1}"#, "its header has no “{” where one belongs, at byte 13"),
    (#"{"a":{}}"#, "its header has no type, shape or offsets for tensor “a”, at byte 15"),
    (#"{"a"#, "its header has a string without an end, at byte 16"),
    ("{} x", "its header has more behind the header's object, at byte 11"),
    (#"{"a":\#(entry("F64", "[1]", "[0,8]"))}"#, "tensor “a” has the unknown type “F64”"),
    (#"{"a":\#(entry("U8", "[9]", "[0,8]"))}"#, "tensor “a” has bytes 0 to 8 where its shape needs 9 bytes"),
    (#"{"a":\#(entry("U8", "[4]", "[8,4]"))}"#, "tensor “a” has bytes 8 to 4 where its shape needs 4 bytes"),
    (#"{"a":\#(entry("U8", "[7]", "[0,7]"))}"#, "its tensors end at byte 71, the file at 72"),
    (#"{"a":\#(entry("U8", "[9]", "[0,9]"))}"#, "its tensors end at byte 73, the file at 72"),
    (#"{"a":\#(entry("U8", "[7]", "[1,8]"))}"#, "tensor “a” leaves a gap before it"),
    (#"{"a":\#(entry("F32", "[1]", "[2,6]"))}"#, "tensor “a” begins at byte 66, not a multiple of 4"),
    (#"{"a":\#(entry("U8", "[4294967296,4294967296]", "[0,8]"))}"#, "tensor “a” is larger than any file"),
    (
      #"{"a":\#(entry("U8", "[1,1,1,1,1,1,1,1,1]", "[0,1]"))}"#,
      "its header has a list of more than 8 numbers, at byte 52"
    ),
    (
      #"{"a":\#(entry("U8", "[8]", "[0,8]")),"b":\#(entry("U8", "[4]", "[4,8]"))}"#,
      "tensor “b” overlaps the one before it"
    ),
    (
      #"{"a":\#(entry("U8", "[8]", "[0,8]")),"a":\#(entry("U8", "[8]", "[0,8]"))}"#,
      "tensor “a” is listed twice"
    ),
  ])
  func `a header that does not describe the file is refused`(header: String, expected: String) {
    #expect(reason(SafetensorsFile.bytes(header: header, data: [UInt8](repeating: 0, count: 8))) == expected)
  }

  @Test func `a damaged file is named, with what is wrong and what to do`() {
    let error = #expect(throws: LanguageModelError.self) {
      try Safetensors(bytes: Array(Self.sample.dropLast()), path: "data/words.safetensors")
    }
    let (end, count) = (Self.sample.count, Self.sample.count - 1)
    #expect(
      error?.description
        == "data/words.safetensors: the weights are damaged (its tensors end at byte \(end), the file at \(count)); "
        + "fetch the file again")
  }

  @Test func `a file that ends early is refused at any length`() {
    for count in Self.sample.indices { #expect(reason(Array(Self.sample.prefix(count))) != nil) }
    #expect(reason(Self.sample + [0]) != nil)
  }

  @Test func `a header of any length but its own is refused`() {
    for length in [UInt64.max, 1 << 63, 1 << 40, 1 << 21, 0] {
      let bytes = withUnsafeBytes(of: length.littleEndian, Array.init) + Self.sample.dropFirst(8)
      #expect(reason(bytes) != nil)
    }
  }

  @Test func `altered bytes never crash`() {
    var random = LinearCongruentialGenerator(seed: 1)
    for _ in 0..<3000 {
      var bytes = Self.sample
      for _ in 0...Int.random(in: 0...3, using: &random) {
        let index = Int.random(in: 0..<bytes.count, using: &random)
        bytes[index] = UInt8.random(in: 0...255, using: &random)
      }
      guard let file = try? Safetensors(bytes: bytes, path: "w") else { continue }
      if let tensor = try? file.tensor("a", [2, 3], of: Float.self) { #expect(tensor.elements.count == 6) }
    }
  }
}
