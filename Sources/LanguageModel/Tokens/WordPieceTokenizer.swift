import FactCheckCore

/// Cuts text into the pieces of a vocabulary, as BERT's uncased models do (Devlin et al. 2019, arXiv:1810.04805; Wu et al.
/// 2016, arXiv:1609.08144): each word is the longest piece that it begins with, then the longest `##` piece that goes on.
///
/// `[SEP]` and the like in a text are ordinary characters: what somebody posts cannot end the text it is in. (The
/// reference implementation takes them for the tokens.)
public struct WordPieceTokenizer: Sendable {
  private let vocabulary: WordPieceVocabulary

  /// Longer words are unknown, whatever they are made of (100 characters, as in the reference implementation).
  private static let longestWord = 100

  public init(vocabulary: WordPieceVocabulary) { self.vocabulary = vocabulary }

  /// `[CLS] text [SEP]`, however long it gets.
  public func sequence(for text: String) -> TokenSequence {
    let pieces = pieces(of: text)
    return sequence([(pieces, 0..<pieces.count)])
  }

  /// `[CLS] first [SEP] second [SEP]`, however long it gets.
  public func sequence(for first: String, _ second: String) -> TokenSequence {
    let (first, second) = (pieces(of: first), pieces(of: second))
    return sequence([(first, 0..<first.count), (second, 0..<second.count)])
  }

  /// `[CLS] text [SEP]` as one sequence of at most `limit` tokens or, where that is too short, as several in the order of
  /// the text, each with at least a quarter of the one before.
  ///
  /// - Precondition: the limit is 3 at least.
  public func sequences(for text: String, limit: Int) -> [TokenSequence] {
    precondition(limit >= 3, "a window holds a piece of the text")
    let pieces = pieces(of: text)
    return pieces.windows(of: limit - 2).map { sequence([(pieces, $0)]) }
  }

  /// `[CLS] first [SEP] second [SEP]` as sequences of at most `limit` tokens.
  ///
  /// The first text stands whole before each window of the second, unless it takes more than half of the tokens and the
  /// second needs them: then both have windows, each of the first stands before each of the second, and neither text
  /// gets more than half.
  ///
  /// - Precondition: the limit is 5 at least.
  public func sequences(for first: String, _ second: String, limit: Int) -> [TokenSequence] {
    precondition(limit >= 5, "a window holds a piece of each text")
    let (first, second) = (pieces(of: first), pieces(of: second))
    let room = limit - 3
    return first.windows(of: max(room / 2, room - second.count)).flatMap { own in
      second.windows(of: room - own.count).map { sequence([(first, own), (second, $0)]) }
    }
  }

  /// `[CLS]`, and the pieces of each part with a `[SEP]`.
  private func sequence(_ parts: [(pieces: TextPieces, range: Range<Int>)]) -> TokenSequence {
    var sequence = TokenSequence()
    for (segment, (pieces, range)) in parts.enumerated() {
      let segment = UInt8(segment)
      let spans = pieces.spans[range]
      let (start, end) = (spans.first?.start ?? 0, spans.last?.end ?? 0)
      if segment == 0 { sequence.append(vocabulary.start, segment: 0, span: TextSpan(start: start, end: start)) }
      for index in range { sequence.append(pieces.ids[index], segment: segment, span: pieces.spans[index]) }
      sequence.append(vocabulary.separator, segment: segment, span: TextSpan(start: end, end: end))
    }
    return sequence
  }

  private func pieces(of text: String) -> TextPieces {
    var pieces = TextPieces()
    var scanner = WordScanner()
    scanner.scan(text) { append($0, to: &pieces) }
    return pieces
  }

  private func append(_ word: borrowing NormalWord, to pieces: inout TextPieces) {
    let found = self.pieces(of: word)
    guard !found.isEmpty else {
      pieces.append(vocabulary.unknown, span: Self.span(of: word, from: 0, to: word.ends.count))
      return
    }
    var start = 0
    for piece in found {
      pieces.append(piece.id, span: Self.span(of: word, from: start, to: piece.end))
      start = piece.end
    }
  }

  /// The pieces with the number of the scalar that each ends before; none if the word cannot be made of pieces.
  private func pieces(of word: borrowing NormalWord) -> [(id: Int32, end: Int)] {
    guard word.ends.count <= Self.longestWord else { return [] }
    var pieces: [(id: Int32, end: Int)] = []
    var start = 0
    while start < word.ends.count {
      guard let piece = vocabulary.longestPiece(of: word, from: start) else { return [] }
      pieces.append(piece)
      start = piece.end
    }
    return pieces
  }

  private static func span(of word: borrowing NormalWord, from start: Int, to end: Int) -> TextSpan {
    TextSpan(start: word.spans[start].start, end: word.spans[end - 1].end)
  }
}
