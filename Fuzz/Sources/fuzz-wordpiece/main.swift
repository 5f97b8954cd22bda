import FactCheckCore
import LanguageModel

private let tokenizer: WordPieceTokenizer? = {
  let pieces = "[UNK]\n[CLS]\n[SEP]\na\nb\nab\n##a\n##b\n##ab\ne\n##e\n日\n!\n[\nsep\n]"
  return (try? WordPieceVocabulary(lines: Array(pieces.utf8))).map(WordPieceTokenizer.init)
}()

/// Reads any bytes as text and as a vocabulary: no crash, tokens in order and within the text, windows that hold them all.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: data, count: count))
  _ = try? WordPieceVocabulary(lines: bytes)
  let text = String(decoding: bytes, as: UTF8.self)
  guard let sequence = tokenizer?.sequence(for: text) else { return 0 }
  precondition(sequence.ids.count == sequence.spans.count && sequence.ids.count == sequence.segments.count)
  var start = 0
  for span in sequence.spans {
    precondition(span.start >= start && span.end <= text.utf8.count, "tokens are in order and within the text")
    start = span.start
    _ = text[span]
  }
  let windows = tokenizer?.sequences(for: "a b", text, limit: 8) ?? []
  precondition(windows.allSatisfy { $0.ids.count <= 8 }, "windows keep to the limit")
  precondition(Set(windows.flatMap(\.spans)).isSuperset(of: sequence.spans.dropFirst().dropLast()), "and lose nothing")
  return 0
}
