/// An entry of the header as it is written, unchecked.
struct ListedTensor {
  var name: String
  var type = ""
  var shape: [Int] = []
  var offsets = (0, 0)
}

/// Reads the JSON of a safetensors header: an object of tensors, each an object of `dtype`, `shape` and `data_offsets`,
/// and `__metadata__`, an object of strings.
///
/// JSON in general would allow more (nesting, fractions, keys that come twice), all of it wrong here.
struct SafetensorsParser {
  private let bytes: [UInt8]
  private var position = 0

  /// Dimensions of the tensors of any model.
  private static let mostDimensions = 8

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The tensors in the order of the header.
  mutating func parse() throws(SafetensorsFault) -> [ListedTensor] {
    var tensors: [ListedTensor] = []
    try parseObject { (parser, key) throws(SafetensorsFault) in
      if key == "__metadata__" {
        try parser.parseObject { (parser, _) throws(SafetensorsFault) in _ = try parser.string() }
      } else {
        tensors.append(try parser.tensor(named: key))
      }
    }
    skipSpace()
    guard position == bytes.count else { throw fault("more behind the header's object") }
    return tensors
  }

  private mutating func tensor(named name: String) throws(SafetensorsFault) -> ListedTensor {
    var tensor = ListedTensor(name: name)
    var seen: [String] = []
    try parseObject { (parser, key) throws(SafetensorsFault) in
      guard !seen.contains(key) else { throw parser.fault("“\(key)” twice for tensor “\(name)”") }
      seen.append(key)
      switch key {
      case "dtype": tensor.type = try parser.string()
      case "shape": tensor.shape = try parser.numbers()
      case "data_offsets":
        let offsets = try parser.numbers()
        guard offsets.count == 2 else { throw parser.fault("\(offsets.count) offsets for tensor “\(name)”") }
        tensor.offsets = (offsets[0], offsets[1])
      default: throw parser.fault("the unknown key “\(key)” for tensor “\(name)”")
      }
    }
    guard seen.count == 3 else { throw fault("no type, shape or offsets for tensor “\(name)”") }
    return tensor
  }

  private mutating func parseObject(
    member: (inout SafetensorsParser, String) throws(SafetensorsFault) -> Void
  ) throws(SafetensorsFault) {
    try expect("{")
    if accept("}") { return }
    repeat {
      let key = try string()
      try expect(":")
      try member(&self, key)
    } while accept(",")
    try expect("}")
  }

  private mutating func numbers() throws(SafetensorsFault) -> [Int] {
    var numbers: [Int] = []
    try expect("[")
    if accept("]") { return numbers }
    repeat {
      guard numbers.count < Self.mostDimensions else {
        throw fault("a list of more than \(Self.mostDimensions) numbers")
      }
      numbers.append(try number())
    } while accept(",")
    try expect("]")
    return numbers
  }

  /// A whole number from zero.
  private mutating func number() throws(SafetensorsFault) -> Int {
    skipSpace()
    let start = position
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
    guard let number = Int(String(decoding: bytes[start..<position], as: UTF8.self)) else {
      throw fault("no whole number where one belongs")
    }
    return number
  }

  /// A string as it is written: escapes stay, for no name of a tensor needs them.
  private mutating func string() throws(SafetensorsFault) -> String {
    try expect("\"")
    let start = position
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    guard position < bytes.count else { throw fault("a string without an end") }
    defer { position += 1 }
    guard let text = String(validating: bytes[start..<position], as: UTF8.self) else {
      throw fault("a string that is not UTF-8")
    }
    return text
  }

  private mutating func expect(_ character: Unicode.Scalar) throws(SafetensorsFault) {
    guard accept(character) else { throw fault("no “\(character)” where one belongs") }
  }

  /// Skips space and, if it comes next, the character.
  private mutating func accept(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == UInt8(ascii: character) else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"): position += 1
      default: return
      }
    }
  }

  private func fault(_ what: String) -> SafetensorsFault {
    SafetensorsFault("its header has \(what), at byte \(8 + min(position, bytes.count))")
  }
}
