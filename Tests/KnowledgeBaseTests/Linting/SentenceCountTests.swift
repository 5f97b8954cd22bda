import Testing

@testable import KnowledgeBase

@Suite struct SentenceCountTests {
  @Test(arguments: [
    ("One sentence", 1), ("One sentence.", 1), ("One. Two.", 2), ("First thing. Second thing.", 2),
    ("Is it? Yes! It is.", 3), ("Take 20 mg. Then wait.", 1), ("The U.S. Surgeon General says so.", 1),
    ("He said “stop.” Then he left.", 2), ("In 2020. A year later.", 2), ("Use soap, e.g. Dove.", 1),
    ("It starts. it goes on.", 1),
  ])
  func `sentences are counted with care`(text: String, count: Int) {
    #expect(SentenceCount.count(in: text) == count)
  }
}
