public import FactCheckCore

/// What an encoder reads: `[CLS]`, the pieces of a text, `[SEP]`, and for a pair the second text's pieces and `[SEP]`.
public struct TokenSequence: Hashable, Sendable {
  /// Each token's place in the vocabulary.
  public private(set) var ids: [Int32] = []
  /// 0 for the tokens of the first text, 1 for those of the second.
  public private(set) var segments: [UInt8] = []
  /// The bytes of each token's own text; for `[CLS]` and `[SEP]`, empty ones before and behind those beside them.
  public private(set) var spans: [TextSpan] = []

  package init() {}

  package mutating func append(_ id: Int32, segment: UInt8, span: TextSpan) {
    ids.append(id)
    segments.append(segment)
    spans.append(span)
  }
}
