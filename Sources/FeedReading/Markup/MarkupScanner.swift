/// Cuts XML that comes in chunks into tags and text, however broken it is.
///
/// It holds no more than one tag and one chunk. Nothing is ever expanded or loaded: references to entities are left to the
/// reader, and of a document type declaration only its being there is told.
struct MarkupScanner {
  /// A piece of markup; ranges are of ``buffer`` and hold until the next call.
  enum Token {
    /// Text with its references as written.
    case text(Range<Int>)
    case cdata(Range<Int>)
    case startTag(name: Range<Int>, attributes: Range<Int>, isEmpty: Bool)
    case endTag(name: Range<Int>)
    case doctype(hasInternalSubset: Bool)
  }

  private(set) var buffer: [UInt8] = []
  /// Whether a `<` was found that begins no tag, or a construct that never ended.
  private(set) var foundBrokenMarkup = false
  private var position = 0
  private var section = Section.content

  /// What the position is in.
  private enum Section { case content, cdata, comment, instruction }

  /// A tag that is longer is taken as text.
  private static let longestTag = 16_384

  mutating func append(_ chunk: ArraySlice<UInt8>) {
    if position == buffer.count {
      buffer.removeAll(keepingCapacity: true)
    } else {
      buffer.removeSubrange(..<position)
    }
    position = 0
    buffer.append(contentsOf: chunk)
  }

  /// - Parameter isLast: whether no more chunks will come.
  /// - Returns: `nil` when the next token is not whole yet.
  mutating func next(isLast: Bool) -> Token? {
    while position < buffer.count {
      let before = (position, section)
      switch section {
      case .content:
        if let token = buffer[position] == .lessThan ? markup(isLast: isLast) : text(isLast: isLast) { return token }
      case .cdata:
        if let token = cdata(isLast: isLast) { return token }
      case .comment: skip(past: "-->", isLast: isLast)
      case .instruction: skip(past: "?>", isLast: isLast)
      }
      if before == (position, section) { return nil }
    }
    return nil
  }

  private mutating func text(isLast: Bool) -> Token? {
    let start = position
    let end = find { $0.firstByte(.lessThan) }
    position = end ?? buffer.count
    // A reference that is cut off comes with the next chunk.
    if end == nil, !isLast,
      let ampersand = buffer[start...].suffix(CharacterReference.longest).lastIndex(of: .ampersand)
    {
      position = ampersand
    }
    return start == position ? nil : .text(start..<position)
  }

  private mutating func markup(isLast: Bool) -> Token? {
    guard position + 1 < buffer.count else { return isLast ? strayBracket() : nil }
    switch buffer[position + 1] {
    case UInt8(ascii: "!"): return declaration(isLast: isLast)
    case UInt8(ascii: "?"):
      section = .instruction
      position += 2
      return nil
    case .slash: return endTag(isLast: isLast)
    case let byte where byte.beginsName: return startTag(isLast: isLast)
    default: return strayBracket()
    }
  }

  private mutating func strayBracket() -> Token {
    foundBrokenMarkup = true
    position += 1
    return .text((position - 1)..<position)
  }

  private mutating func declaration(isLast: Bool) -> Token? {
    let start = position
    if starts(with: "<!--") {
      section = .comment
      position += 4
    } else if starts(with: "<![CDATA[") {
      section = .cdata
      position += 9
    } else if buffer.count - start < 9, !isLast {
      return nil
    } else if let end = find({ $0.firstByte(.greaterThan) }) {
      let bracket = buffer[start..<end].firstIndex(of: UInt8(ascii: "["))
      position = end + 1
      return .doctype(hasInternalSubset: bracket != nil)
    } else if isLast || buffer.count - start > Self.longestTag {
      return strayBracket()
    }
    return nil
  }

  private mutating func cdata(isLast: Bool) -> Token? {
    let start = position
    if let end = find({ $0.firstRange(ofBytes: "]]>")?.lowerBound }) {
      section = .content
      position = end + 3
      return .cdata(start..<end)
    }
    if isLast { foundBrokenMarkup = true }
    position = isLast ? buffer.count : max(start, buffer.count - 2)
    return start == position ? nil : .cdata(start..<position)
  }

  private mutating func skip(past pattern: StaticString, isLast: Bool) {
    if let end = find({ $0.firstRange(ofBytes: pattern)?.upperBound }) {
      section = .content
      position = end
    } else {
      if isLast { foundBrokenMarkup = true }
      position = isLast ? buffer.count : max(position, buffer.count - pattern.utf8CodeUnitCount + 1)
    }
  }

  private mutating func endTag(isLast: Bool) -> Token? {
    guard let end = tagEnd(isLast: isLast) else { return isLast ? strayBracket() : nil }
    guard let end = end.value else { return strayBracket() }
    let name = nameRange(from: position + 2, to: end)
    position = end + 1
    return .endTag(name: name)
  }

  private mutating func startTag(isLast: Bool) -> Token? {
    guard let end = tagEnd(isLast: isLast) else { return isLast ? strayBracket() : nil }
    guard let end = end.value else { return strayBracket() }
    let isEmpty = buffer[end - 1] == .slash
    let name = nameRange(from: position + 1, to: isEmpty ? end - 1 : end)
    position = end + 1
    let attributes = name.upperBound..<max(name.upperBound, isEmpty ? end - 1 : end)
    return .startTag(name: name, attributes: attributes, isEmpty: isEmpty)
  }

  /// Where a tag ends; without a value when it never does.
  private struct TagEnd { let value: Int? }

  /// - Returns: `nil` when more bytes are needed to tell.
  private func tagEnd(isLast: Bool) -> TagEnd? {
    buffer.withUnsafeBufferPointer { bytes in
      var index = position + 1
      let reach = min(bytes.count, position + Self.longestTag)
      while index < reach {
        switch bytes[index] {
        case .greaterThan: return TagEnd(value: index)
        case .lessThan: return TagEnd(value: nil)
        case let byte where byte.isQuote && index > 0 && Self.maybeBeginsValue(after: bytes[index - 1]):
          index = bytes[(index + 1)..<reach].firstByte(byte).map { $0 + 1 } ?? reach
        default: index += 1
        }
      }
      return reach < bytes.count || isLast ? TagEnd(value: nil) : nil
    }
  }

  private static func maybeBeginsValue(after byte: UInt8) -> Bool { byte == UInt8(ascii: "=") || byte.isASCIISpace }

  private func nameRange(from start: Int, to end: Int) -> Range<Int> {
    var index = start
    while index < end, !buffer[index].isASCIISpace, buffer[index] != .slash { index += 1 }
    return start..<index
  }

  private func starts(with pattern: StaticString) -> Bool {
    buffer.withUnsafeBufferPointer { $0[position...].hasPrefix(pattern) }
  }

  private func find(_ search: (Slice<UnsafeBufferPointer<UInt8>>) -> Int?) -> Int? {
    buffer.withUnsafeBufferPointer { search($0[position...]) }
  }
}
