/// What the header of a safetensors file says of its tensors.
///
/// The format: eight bytes with the header's length *n* (little endian), *n* bytes of JSON, then the tensors' bytes
/// (<https://github.com/huggingface/safetensors#format>).
struct SafetensorsHeader {
  /// One entry of the header.
  struct Entry {
    let type: TensorType
    let shape: [Int]
    /// The bytes of the tensor, counted from the beginning of the file.
    let range: Range<Int>
  }

  let entries: [String: Entry]

  /// 1 MiB: a model of this size needs about 10 KB.
  static let longest = 1 << 20

  /// Reads and checks the header of a whole file: the tensors must lie in the file, aligned to their elements, side by
  /// side without overlap or gap, and be as long as their shapes say.
  init(of file: UnsafeRawBufferPointer) throws(SafetensorsFault) {
    guard file.count >= 8 else { throw SafetensorsFault("it has \(file.count) bytes, less than a header") }
    let length = UInt64(littleEndian: file.loadUnaligned(as: UInt64.self))
    guard length <= Self.longest else { throw SafetensorsFault("its header would be \(length) bytes long") }
    let start = 8 + Int(length)
    guard start <= file.count else {
      throw SafetensorsFault("it ends in its header: \(file.count) bytes where the header needs \(start)")
    }
    var parser = SafetensorsParser(Array(file[8..<start]))
    let listed = try parser.parse()
    var entries: [String: Entry] = [:]
    for tensor in listed {
      let entry = try Self.entry(for: tensor, dataStart: start)
      guard entries.updateValue(entry, forKey: tensor.name) == nil else {
        throw SafetensorsFault("tensor “\(tensor.name)” is listed twice")
      }
    }
    try Self.checkLayout(of: entries, from: start, to: file.count)
    self.entries = entries
  }

  private static func entry(for tensor: ListedTensor, dataStart: Int) throws(SafetensorsFault) -> Entry {
    let name = tensor.name
    guard let type = TensorType(rawValue: tensor.type) else {
      throw SafetensorsFault("tensor “\(name)” has the unknown type “\(tensor.type)”")
    }
    var size = type.size
    for dimension in tensor.shape {
      let (product, overflow) = size.multipliedReportingOverflow(by: dimension)
      guard !overflow else { throw SafetensorsFault("tensor “\(name)” is larger than any file") }
      size = product
    }
    let (start, end) = tensor.offsets
    guard start <= end, end - start == size else {
      throw SafetensorsFault("tensor “\(name)” has bytes \(start) to \(end) where its shape needs \(size) bytes")
    }
    let (fileEnd, overflow) = end.addingReportingOverflow(dataStart)
    guard !overflow else { throw SafetensorsFault("tensor “\(name)” ends at byte \(end), behind any file's end") }
    let range = (start + dataStart)..<fileEnd
    guard range.lowerBound.isMultiple(of: type.size) else {
      throw SafetensorsFault("tensor “\(name)” begins at byte \(range.lowerBound), not a multiple of \(type.size)")
    }
    return Entry(type: type, shape: tensor.shape, range: range)
  }

  private static func checkLayout(
    of entries: [String: Entry], from start: Int, to end: Int
  ) throws(SafetensorsFault) {
    var position = start
    let ordered = entries.sorted {
      ($0.value.range.lowerBound, $0.value.range.upperBound, $0.key)
        < ($1.value.range.lowerBound, $1.value.range.upperBound, $1.key)
    }
    for (name, entry) in ordered {
      guard entry.range.lowerBound == position else {
        let kind = entry.range.lowerBound < position ? "overlaps the one before it" : "leaves a gap before it"
        throw SafetensorsFault("tensor “\(name)” \(kind)")
      }
      position = entry.range.upperBound
    }
    guard position == end else {
      throw SafetensorsFault("its tensors end at byte \(position), the file at \(end)")
    }
  }
}

/// What is wrong with the bytes of a file. ``Safetensors`` adds which file.
struct SafetensorsFault: Error {
  let reason: String

  init(_ reason: String) { self.reason = reason }
}
