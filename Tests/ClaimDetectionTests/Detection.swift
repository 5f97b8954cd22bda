import ClaimDetection
import FactCheckCore
import TestSupport
import TextAnalysis

/// Claim detection with the data that is shipped.
struct Detection {
  private let segmenter: SentenceSegmenter
  private let detector: ClaimDetector

  init(model: (any SentenceAssessing)? = nil) throws {
    let files = try ShippedData.texts(under: "lexicons")
    segmenter = SentenceSegmenter(words: try SegmentationWords(files: try ShippedData.texts(under: "segmentation")))
    detector = ClaimDetector(
      analyzer: try ShippedData.analyzer(), cues: try CueLists(files: files),
      settings: try ShippedData.value(of: DetectionSettings.self, at: "detection/settings.json"), model: model)
  }

  func assess(_ text: String) -> [AssessedSentence] { assess(Document(plainText: text)) }

  /// Only a language model throws, and here is none that does.
  func assess(_ document: Document) -> [AssessedSentence] {
    (try? detector.assess(segmenter.sentences(in: document))) ?? []
  }

  func claims(in text: String) -> [Claim] { assess(text).flatMap(\.claims) }
}
