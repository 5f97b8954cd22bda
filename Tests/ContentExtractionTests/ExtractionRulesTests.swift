import ContentExtraction
import Testing

@Suite struct ExtractionRulesTests {
  @Test func `the data files that ship can be read`() throws {
    _ = try ExtractionRules(
      vocabulary: TestRules.shipped("vocabulary.txt"), thresholds: TestRules.shipped("thresholds.txt"),
      phrases: TestRules.shipped("phrases.txt"))
  }

  @Test(arguments: [
    ("[nonsense]\nword", "", "", "nonsense"), ("word", "", "", "before the first section"),
    ("", "[x]\nshortest-prose: 3", "", "name = number"), ("", "[x]\nshortest-prose = 3", "", "is missing"),
    ("", "THRESHOLDS\nmore = 1", "", "remove it"), ("", "THRESHOLDS", "[other]", "“other”"),
  ])
  func `a fault in a data file is told with what to do`(
    _ vocabulary: String, _ thresholds: String, _ phrases: String, _ reason: String
  ) throws {
    let shipped = try TestRules.shipped("thresholds.txt")
    let error = #expect(throws: ExtractionDataError.self) {
      try ExtractionRules(
        vocabulary: vocabulary, thresholds: thresholds.replacing("THRESHOLDS", with: shipped), phrases: phrases)
    }
    #expect(error?.description.contains(reason) == true)
  }
}
