import Testing

@testable import KnowledgeBase

@Suite struct PlainTextTests {
  @Test(arguments: [("", 0), ("  ", 0), ("one", 1), (" one  two\nthree ", 3), ("naïve café", 2)])
  func `words are what white space separates`(text: String, count: Int) {
    #expect(text.wordCount == count)
  }

  @Test(arguments: [("a b", "a b"), (" a  b ", "a b"), ("a\nb", "a b"), ("", ""), ("  ", "")])
  func `single spaces remain`(text: String, result: String) {
    #expect(text.singleSpaced == result)
  }

  @Test(arguments: [
    ("The MMR jab — it's FINE!", "the mmr jab it s fine"), ("covid-19", "covid 19"), ("Ménière’s", "ménière s"),
    ("…", ""), ("a", "a"),
  ])
  func `phrasings are compared by letters and digits`(text: String, form: String) {
    #expect(text.normalisedPhrasing == form)
  }
}
