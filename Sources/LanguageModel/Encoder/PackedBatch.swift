/// Sequences laid end to end, so that no arithmetic is spent on padding.
struct PackedBatch {
  let sequences: ArraySlice<TokenSequence>
  /// Where each sequence's tokens begin and end among all.
  let ranges: [Range<Int>]

  init(_ sequences: ArraySlice<TokenSequence>) {
    var end = 0
    self.sequences = sequences
    ranges = sequences.map { sequence in
      defer { end += sequence.ids.count }
      return end..<(end + sequence.ids.count)
    }
  }

  var tokenCount: Int { ranges.last?.upperBound ?? 0 }

  /// The tokens of the longest sequence.
  var longest: Int { ranges.map(\.count).max() ?? 0 }

  /// More tokens make the products no faster. The longest sequence of a usual model has as many.
  private static let tokensPerPass = 512

  /// Cuts the sequences into batches of about ``tokensPerPass`` tokens.
  static func batches(of sequences: [TokenSequence]) -> [PackedBatch] {
    var batches: [PackedBatch] = []
    var start = 0
    var tokens = 0
    for (index, sequence) in sequences.enumerated() {
      if tokens + sequence.ids.count > tokensPerPass, index > start {
        batches.append(PackedBatch(sequences[start..<index]))
        (start, tokens) = (index, 0)
      }
      tokens += sequence.ids.count
    }
    if start < sequences.count { batches.append(PackedBatch(sequences[start...])) }
    return batches
  }
}
