import LanguageModel

/// A safetensors file in the making.
struct SafetensorsFile {
  private var entries: [String] = []
  private var data: [UInt8] = []

  mutating func add(_ name: String, _ shape: [Int], _ values: [Float]) {
    add(name, "F32", shape, values.flatMap { value in withUnsafeBytes(of: value.bitPattern.littleEndian, Array.init) })
  }

  mutating func add(_ name: String, _ shape: [Int], _ values: [Int8]) {
    add(name, "I8", shape, values.map { UInt8(bitPattern: $0) })
  }

  private mutating func add(_ name: String, _ type: String, _ shape: [Int], _ bytes: [UInt8]) {
    let end = data.count + bytes.count
    entries.append("\"\(name)\":{\"dtype\":\"\(type)\",\"shape\":\(shape),\"data_offsets\":[\(data.count),\(end)]}")
    data += bytes
  }

  var bytes: [UInt8] { Self.bytes(header: "{\(entries.joined(separator: ","))}", data: data) }

  /// A file with a header of one's own, padded to eight bytes.
  static func bytes(header: String, data: [UInt8] = []) -> [UInt8] {
    let padding = (8 - header.utf8.count % 8) % 8
    let header = Array(header.utf8) + [UInt8](repeating: 0x20, count: padding)
    return withUnsafeBytes(of: UInt64(header.count).littleEndian, Array.init) + header + data
  }
}
