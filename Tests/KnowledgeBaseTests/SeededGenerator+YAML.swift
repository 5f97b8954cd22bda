import TestSupport

extension SeededGenerator {
  /// The bytes with some changed, cut out, doubled, or replaced by what means something in YAML.
  mutating func mutation(of bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let marks = Array("&*!|>[]{},:?-#\"'%@`\n \t\0\u{85}\u{2028}".utf8) + [0xFF, 0xC0]
    for _ in 0..<Int.random(in: 1...6, using: &self) where !bytes.isEmpty {
      let start = Int.random(in: bytes.indices, using: &self)
      let end = min(bytes.count, start + Int.random(in: 1...40, using: &self))
      switch Int.random(in: 0..<4, using: &self) {
      case 0: bytes[start] = .random(in: .min ... .max, using: &self)
      case 1: bytes.removeSubrange(start..<end)
      case 2: bytes.insert(contentsOf: bytes[start..<end], at: start)
      default: bytes[start] = marks[Int.random(in: marks.indices, using: &self)]
      }
    }
    return bytes
  }
}
