import Testing

@testable import KnowledgeBase

@Suite struct SpellingTests {
  @Test(arguments: [
    ("", "", 0), ("abc", "", 3), ("status", "statsu", 1), ("stance", "stances", 1), ("kitten", "sitting", 3),
  ])
  func `the distance counts edits`(left: String, right: String, distance: Int) {
    #expect(Spelling.distance(left, right) == distance)
    #expect(Spelling.distance(right, left) == distance)
  }

  @Test func `only what is near is suggested`() {
    let keys = ["asserted_as", "denied_as", "harm"]
    #expect(Spelling.nearest(to: "aserted-as", among: keys) == "asserted_as")
    #expect(Spelling.nearest(to: "hram", among: keys) == "harm")
    #expect(Spelling.nearest(to: "population", among: keys) == nil)
    #expect(Spelling.nearest(to: "harm", among: []) == nil)
  }
}
