/// What extraction knows of pages, read from data files: the vocabulary of class names, thresholds, and telling
/// phrases.
public struct ExtractionRules: Sendable {
  let vocabulary: PageVocabulary
  let thresholds: ExtractionThresholds
  let phrases: PagePhrases

  /// - Parameters:
  ///   - vocabulary: the text of `vocabulary.txt`.
  ///   - thresholds: the text of `thresholds.txt`.
  ///   - phrases: the text of `phrases.txt`.
  /// - Throws: ``ExtractionDataError`` with the line that cannot be read.
  public init(vocabulary: String, thresholds: String, phrases: String) throws(ExtractionDataError) {
    self.vocabulary = try PageVocabulary(DataSection.sections(in: vocabulary))
    self.thresholds = try ExtractionThresholds(DataSection.sections(in: thresholds))
    self.phrases = try PagePhrases(DataSection.sections(in: phrases))
  }
}
