public import FactCheckCore

/// Cuts text into sentences: posts, prose and papers alike.
///
/// Line breaks are judged first (``LineLayout``). What runs on is scanned for marks that may end a sentence
/// (``BoundaryScanner``), and named checks keep or join each (``BoundaryRules``). What stands within quotation marks or
/// brackets stays together, so that who speaks is not parted from what is said. Time is linear in the length of the text.
public struct SentenceSegmenter: SentenceSegmenting {
  private let words: SegmentationWords

  public init(words: SegmentationWords) { self.words = words }

  public func sentences(in document: Document) -> [Sentence] {
    document.blocks.flatMap { block in
      spans(in: String(document.text[block.span])).map { span in
        let span = span.shifted(by: block.span.start)
        return Sentence(span: span, text: String(document.text[span]), block: block.kind)
      }
    }
  }

  /// The sentences of a bare text, in order and without overlap. Each begins and ends with what is not white space.
  public func spans(in text: String) -> [TextSpan] {
    let bytes = Array(text.utf8)
    var spans: [TextSpan] = []
    for passage in LineLayout(bytes).passages() {
      var scanner = BoundaryScanner(bytes, passage: passage, words: words)
      while let span = scanner.next() { spans.append(span) }
    }
    return spans
  }
}
