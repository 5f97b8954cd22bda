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
    var sequence = TokenSequence()
    sequence.append(vocabulary.start, segment: 0, span: TextSpan(start: 0, end: 0))
    append(text, segment: 0, to: &sequence)
    return sequence
  }

  /// `[CLS] first [SEP] second [SEP]`, however long it gets.
  public func sequence(for first: String, _ second: String) -> TokenSequence {
    var sequence = sequence(for: first)
    append(second, segment: 1, to: &sequence)
    return sequence
  }

  private func append(_ text: String, segment: UInt8, to sequence: inout TokenSequence) {
    var scanner = WordScanner()
    scanner.scan(text) { append($0, segment: segment, to: &sequence) }
    let end = text.utf8.count
    sequence.append(vocabulary.separator, segment: segment, span: TextSpan(start: end, end: end))
  }

  private func append(_ word: borrowing NormalWord, segment: UInt8, to sequence: inout TokenSequence) {
    let pieces = pieces(of: word)
    guard !pieces.isEmpty else {
      sequence.append(vocabulary.unknown, segment: segment, span: Self.span(of: word, from: 0, to: word.ends.count))
      return
    }
    var start = 0
    for piece in pieces {
      sequence.append(piece.id, segment: segment, span: Self.span(of: word, from: start, to: piece.end))
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
