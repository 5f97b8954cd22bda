package import ContentExtraction
import Foundation

extension ContentExtractor {
  /// With the data files of the checkout.
  package static func shipped(pdf: (any PDFTextExtracting)? = nil) -> ContentExtractor {
    let data = URL(fileURLWithPath: #filePath).appending(path: "../../../../Data/extraction").standardized
    func file(_ name: String) throws -> String {
      try String(contentsOf: data.appending(path: name), encoding: .utf8)
    }
    do {
      let rules = try ExtractionRules(
        vocabulary: file("vocabulary.txt"), thresholds: file("thresholds.txt"), phrases: file("phrases.txt"))
      return ContentExtractor(rules: rules, pdf: pdf)
    } catch {
      preconditionFailure("\(error)")
    }
  }
}
