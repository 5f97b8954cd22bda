/// The pieces of words that a model knows, each with its number.
public struct WordPieceVocabulary: Sendable {
  private let pieces: PieceTable
  /// What stands for a word that cannot be made of pieces.
  let unknown: Int32
  /// What begins a sequence.
  let start: Int32
  /// What ends each text of a sequence.
  let separator: Int32

  /// Reads a `vocab.txt`: one piece a line, numbered from zero, pieces that go on inside a word marked with `##`.
  ///
  /// - Throws: ``LanguageModelError/unusableVocabulary(reason:)`` for an empty line, a piece that comes twice, or when
  ///   `[UNK]`, `[CLS]` or `[SEP]` is missing.
  public init(lines text: [UInt8]) throws(LanguageModelError) {
    let pieces = try PieceTable(lines: text)
    func id(_ name: String) throws(LanguageModelError) -> Int32 {
      let bytes = Array(name.utf8)
      guard let id = pieces.id(of: bytes[...], isInner: false, hash: PieceTable.hash(bytes[...], isInner: false)) else {
        throw .unusableVocabulary(reason: "there is no \(name)")
      }
      return id
    }
    unknown = try id("[UNK]")
    start = try id("[CLS]")
    separator = try id("[SEP]")
    self.pieces = pieces
  }

  /// How many pieces there are.
  public var count: Int { pieces.count }

  /// The longest piece that the word has from its scalar `start` on, and the scalar that comes behind it.
  func longestPiece(of word: borrowing NormalWord, from start: Int) -> (id: Int32, end: Int)? {
    let first = start == 0 ? 0 : word.ends[start - 1]
    let isInner = start > 0
    var hash = PieceTable.hash([], isInner: isInner)
    var position = first
    var longest: (id: Int32, end: Int)?
    for index in start..<word.ends.count {
      let end = word.ends[index]
      guard end - first <= pieces.longest else { break }
      hash = PieceTable.hash(word.bytes[position..<end], onto: hash)
      position = end
      if let id = pieces.id(of: word.bytes[first..<end], isInner: isInner, hash: hash) { longest = (id, index + 1) }
    }
    return longest
  }
}
