import Testing

@testable import ContentExtraction

@Suite struct PageVocabularyTests {
  private func traits(of names: String) throws -> Traits {
    try PageVocabulary(DataSection.sections(in: TestRules.vocabulary)).traits(of: names.utf8)
  }

  @Test(arguments: [
    "related-posts", "relatedPosts", "RelatedPosts", "post__related_posts--wide", "x related-posts y", "sidebar-2",
    "widget",
  ])
  func `names match however they join their words`(_ names: String) throws {
    #expect(try traits(of: names) == .boilerplate)
  }

  @Test(arguments: ["related", "posts-related", "unrelatedposts", "widget-area", "sidebars", ""])
  func `other names do not match`(_ names: String) throws {
    #expect(try traits(of: names) == [])
  }

  @Test func `an unknown section is refused with its line`() throws {
    #expect(throws: ExtractionDataError.self) {
      try PageVocabulary(DataSection.sections(in: "# note\n[nonsense]\nword"))
    }
    let error = #expect(throws: ExtractionDataError.self) { try DataSection.sections(in: "\nword") }
    #expect(error?.line == 2)
  }
}
