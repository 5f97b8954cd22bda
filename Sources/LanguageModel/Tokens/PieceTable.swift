/// A hash table from the bytes of a piece to its number.
///
/// A dictionary of strings would take some ten milliseconds to build, which is as long as reading a sentence.
struct PieceTable: Sendable {
  /// The pieces' own lines.
  private let text: [UInt8]
  private let lines: [Line]
  /// Open addressing with linear probing: numbers of lines, or -1 where a slot is free. At least half of them are.
  private var slots: [Int32]
  /// The bytes of the longest piece, `##` not counted.
  private(set) var longest = 0

  /// A piece without its `##`, and whether it had one.
  private struct Line {
    let start: Int32
    let end: Int32
    let isInner: Bool
  }

  private static let mark = Array("##".utf8)

  init(lines text: [UInt8]) throws(LanguageModelError) {
    guard text.count < Int(Int32.max) else { throw .unusableVocabulary(reason: "it has \(text.count) bytes") }
    self.text = text
    lines = Self.lines(of: text)
    var slotCount = 2
    while slotCount < 2 * lines.count { slotCount *= 2 }
    slots = [Int32](repeating: -1, count: slotCount)
    for index in lines.indices { try insert(index) }
  }

  var count: Int { lines.count }

  /// The number of the piece with these bytes, whose hash was taken by ``hash(_:isInner:)``.
  func id(of piece: ArraySlice<UInt8>, isInner: Bool, hash: UInt64) -> Int32? {
    let id = slots[slot(of: piece, isInner: isInner, hash: hash)]
    return id < 0 ? nil : id
  }

  // MARK: Hashes

  /// FNV-1a with 64 bits (<http://www.isthe.com/chongo/tech/comp/fnv/>) of a piece, `##` included if it is
  /// inner: it starts with the offset basis or with the hash of `##`.
  static func hash(_ piece: ArraySlice<UInt8>, isInner: Bool) -> UInt64 {
    hash(piece, onto: isInner ? 0x07C9_0D07_B491_B5E3 : 0xCBF2_9CE4_8422_2325)
  }

  /// Goes on from the hash of what stands before.
  static func hash(_ bytes: ArraySlice<UInt8>, onto start: UInt64) -> UInt64 {
    var hash = start
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }

  /// The slot that holds the piece, or the free one where it belongs.
  private func slot(of piece: ArraySlice<UInt8>, isInner: Bool, hash: UInt64) -> Int {
    // The upper bits of this hash are the better mixed ones.
    var slot = Int(truncatingIfNeeded: hash >> 32) & (slots.count - 1)
    while slots[slot] >= 0, !isLine(Int(slots[slot]), piece, isInner: isInner) { slot = (slot + 1) & (slots.count - 1) }
    return slot
  }

  private func isLine(_ index: Int, _ piece: ArraySlice<UInt8>, isInner: Bool) -> Bool {
    let line = lines[index]
    guard line.isInner == isInner, Int(line.end - line.start) == piece.count else { return false }
    var position = Int(line.start)
    for byte in piece {
      guard text[position] == byte else { return false }
      position += 1
    }
    return true
  }

  // MARK: Building

  private static func lines(of text: [UInt8]) -> [Line] {
    var lines: [Line] = []
    var start = 0
    while start < text.count {
      var end = start
      while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
      let next = end + 1
      if end > start, text[end - 1] == UInt8(ascii: "\r") { end -= 1 }
      let isInner = end - start > mark.count && text[start] == mark[0] && text[start + 1] == mark[1]
      lines.append(Line(start: Int32(isInner ? start + mark.count : start), end: Int32(end), isInner: isInner))
      start = next
    }
    return lines
  }

  private mutating func insert(_ index: Int) throws(LanguageModelError) {
    let line = lines[index]
    let piece = text[Int(line.start)..<Int(line.end)]
    guard !piece.isEmpty else { throw .unusableVocabulary(reason: "line \(index + 1) is empty") }
    let slot = slot(of: piece, isInner: line.isInner, hash: Self.hash(piece, isInner: line.isInner))
    guard slots[slot] < 0 else {
      throw .unusableVocabulary(reason: "line \(index + 1) is the same as line \(slots[slot] + 1)")
    }
    slots[slot] = Int32(index)
    longest = max(longest, piece.count)
  }
}
