import CLibXML2

/// Decodes character references: `&amp;`, `&#8217;`, `&#x2019;`, `&eacute;`.
enum CharacterReference {
  /// The bytes with all references decoded; a `&` that begins none stays.
  static func decode(_ bytes: some Collection<UInt8>, into output: inout [UInt8]) {
    let wasContiguous: Void? = bytes.withContiguousStorageIfAvailable { decode($0, into: &output) }
    if wasContiguous == nil { Array(bytes).withUnsafeBufferPointer { decode($0, into: &output) } }
  }

  private static func decode(_ bytes: UnsafeBufferPointer<UInt8>, into output: inout [UInt8]) {
    var start = 0
    var position = 0
    while let found = bytes[position...].firstByte(.ampersand) {
      guard let (scalar, length) = reference(in: bytes, at: found) else {
        position = found + 1
        continue
      }
      output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<found]))
      append(scalar, to: &output)
      start = found + length
      position = start
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
  }

  /// The character that a reference at a `&` stands for, and the length of the reference in bytes.
  static func reference(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (scalar: Unicode.Scalar, length: Int)? {
    let reach = min(bytes.count, start + longest)
    var end = start + 1
    while end < reach, bytes[end] != .semicolon {
      guard bytes[end].isASCIILetter || bytes[end].isASCIIDigit || bytes[end] == UInt8(ascii: "#") else { return nil }
      end += 1
    }
    guard end < reach, end > start + 1 else { return nil }
    let name = UnsafeBufferPointer(rebasing: bytes[(start + 1)..<end])
    let scalar = name[0] == UInt8(ascii: "#") ? numbered(name) : named(name)
    return scalar.map { ($0, end + 1 - start) }
  }

  private static func numbered(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    let isHexadecimal = name.count > 1 && name[1].asciiLowercased == UInt8(ascii: "x")
    let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
    guard let number = UInt32(digits, radix: isHexadecimal ? 16 : 10) else { return nil }
    // As browsers do: numbers of control characters mean windows-1252 (§13.2.5.80 of the HTML Standard).
    if let byte = UInt8(exactly: number), byte >= 0x80 { return Windows1252.scalar(of: byte) }
    let isControl = number < 0x20 && ![0x09, 0x0A, 0x0D].contains(number)
    return isControl ? "\u{FFFD}" : Unicode.Scalar(number) ?? "\u{FFFD}"
  }

  private static func named(_ name: UnsafeBufferPointer<UInt8>) -> Unicode.Scalar? {
    switch name.count {
    case 2 where name[1] == UInt8(ascii: "t") && name[0] == UInt8(ascii: "l"): return "<"
    case 2 where name[1] == UInt8(ascii: "t") && name[0] == UInt8(ascii: "g"): return ">"
    case 3 where name.elementsEqual("amp".utf8): return "&"
    case 4 where name.elementsEqual("quot".utf8): return "\""
    case 4 where name.elementsEqual("apos".utf8): return "'"
    case 4 where name.elementsEqual("nbsp".utf8): return " "
    default: break
    }
    // The 253 names of HTML 4.
    let entry = String(decoding: name, as: UTF8.self).withCString {
      $0.withMemoryRebound(to: xmlChar.self, capacity: name.count + 1) { htmlEntityLookup($0) }
    }
    return entry.flatMap { Unicode.Scalar($0.pointee.value) }
  }

  static func append(_ scalar: Unicode.Scalar, to output: inout [UInt8]) {
    if scalar.isASCII {
      output.append(UInt8(truncatingIfNeeded: scalar.value))
    } else {
      output.append(contentsOf: String(scalar).utf8)
    }
  }

  /// The longest reference that is looked for, in bytes.
  static let longest = 16
}
