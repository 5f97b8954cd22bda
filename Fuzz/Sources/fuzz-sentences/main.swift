import FactCheckCore
import TextAnalysis

private let names = ["titles", "inner", "numbered", "names", "closing", "starters", "exclamations", "speech-verbs"]
private let files = Dictionary(uniqueKeysWithValues: names.map { ("\($0).txt", "Dr\nno\ne.g\nthe\nyahoo\nsaid") })
private let segmenter = (try? SegmentationWords(files: files)).map(SentenceSegmenter.init)

/// Reads any bytes as text and cuts, tokenises, stems and measures it: no crash, no hang, spans in order.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: data, count: count), as: UTF8.self)
  var end = 0
  for span in segmenter?.spans(in: text) ?? [] {
    precondition(span.start >= end && span.end <= text.utf8.count, "sentences are in order and within the text")
    end = span.end
    _ = text[span]
  }
  let tokens = Tokenizer().tokens(in: text)
  _ = QuantityReader().quantities(in: tokens)
  for token in tokens { _ = Stemmer.stem(token.normal) }
  return 0
}
