import FactCheckCore
import TestSupport
import Testing

@testable import TextAnalysis

@Suite struct SentenceSegmenterTests {
  private let segmenter: SentenceSegmenter

  init() throws {
    segmenter = SentenceSegmenter(words: try SegmentationWords(files: try ShippedData.texts(under: "segmentation")))
  }

  /// Expects the sentences between the bars of a marked text.
  private func expect(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let expected = marked.split(separator: "|").map { $0.trimming(while: \.isWhitespace) }
    let text = marked.replacing("|", with: "")
    #expect(segmenter.spans(in: text).map { String(text[$0]) } == expected, sourceLocation: sourceLocation)
  }

  @Test(arguments: [
    "Garlic lowers blood pressure.| It does not cure cancer.", "Does zinc help?| Maybe!| Who knows",
    "Wow!!!| Really?!| Yes",
    "i love it.| it works", "Is it safe?| ask your doctor", "Vaccines work.|It is known.",
    "The mean was 4.5.| The range was wide.", "They added 600.| How many left?",
  ])
  func `a mark before a new word ends a sentence`(marked: String) { expect(marked) }

  @Test(arguments: [
    "Dr. Jane M. Doe saw Mrs. Roe.| She left.", "Take 5 mg. twice a day.| Then rest.", "It rose by 2.5 to 3.5 points.",
    "See Fig. 3 and p. 12, vol. 4.", "Drugs, e.g. aspirin, i.e. salicylates vs. placebo.",
    "He lives in the U.S.| She does not.",
    "The U.S. Senate met on Jan. 5 at 9 a.m. in Boston.",
    "At 7 a.m. Dr. Roe came.| She left at 5 P.M. |Dr. Doe stayed.",
    "Acme Inc. makes pills etc. and sells them.| Acme Corp. |They closed.", "Take vitamin C. |The rest is up to you.",
    "Roe et al. found this in C. elegans.", "P.S. It works.", "Stir for 2 h. |Then cool.",
    "No. 5 is out.| He said no.| Then he left.",
    "It grew in E. coli strains (see ref. 4).| Nothing else did.", "She works at Yahoo! in sales.",
  ])
  func `abbreviations, initials and numbers join`(marked: String) { expect(marked) }

  @Test(arguments: [
    "“It cures. It heals. Buy it!” he wrote.| Nobody did.", "“It works.”| She smiled.",
    "It works (I tried it. Twice.) on me.",
    "(It is true.)| Next one.", "\"Stop!\" she cried.| He stopped.", "'It is safe.'| So they say.", "Odd (?) but true.",
    "Don't worry.| The patients' rights count.| It's fine.",
  ])
  func `what is quoted or in brackets stays together`(marked: String) { expect(marked) }

  @Test(arguments: [
    "Well... maybe it works.| Or not…| Who knows", "It was . . . odd, I think.", "It stopped. |. . . Then it went on.",
    "I never said so....| You did.",
  ])
  func `an ellipsis ends a sentence only before a capital`(marked: String) { expect(marked) }

  @Test(arguments: [
    "Mail jane.Doe@example.org.| Or see https://example.org/A.b?c=D.| Or example.Com today.", "It helps :)| Try it!",
    "So good 😀 |Try it now", "I can so ❤️ this", "It heals. |🙏 #NoVax #Truth",
    "As shown.11 12| Others agree.[3] |We do not.",
  ])
  func `addresses, smileys, emoji, hashtags and footnotes`(marked: String) { expect(marked) }

  @Test(arguments: [
    "1. Rest well| 2. Drink water| 3. Sleep", "a) rest| b) drink", "• Garlic| • Honey",
    "1.) One thing.| 2.) Another.", "Group 1. and group 2. were equal.",
  ])
  func `inline lists are cut at their markers`(marked: String) { expect(marked) }

  @Test(arguments: [
    "Vaccines kill|\nWake up people|\n\nDo your research", "Garlic may\nhelp with colds.",
    "garlic|\nhoney and lemon|\nvitamin C, zinc",
    "Buy now|\n- garlic|\n- honey", "They told us,\nAnn and Bob.", "One.|\r\nTwo.| Three.",
    """
    The committee reviewed all of the trials that were run by the
    World Health Organization and found that there was no link of
    any kind between the vaccine and the disease in any age group.
    """,
  ])
  func `a line break ends a sentence unless the line was wrapped`(marked: String) { expect(marked) }

  @Test func `sentences lie within the blocks of a document`() {
    let document = Document(
      text: "Garlic cures\n\nIt does. It really does.",
      blocks: [
        .init(kind: .heading, span: TextSpan(start: 0, end: 12)),
        .init(kind: .paragraph, span: TextSpan(start: 14, end: 38)),
      ],
      source: .init(kind: .text))
    let sentences = segmenter.sentences(in: document)
    #expect(sentences.map(\.text) == ["Garlic cures", "It does.", "It really does."])
    #expect(sentences.map(\.block) == [.heading, .paragraph, .paragraph])
    #expect(sentences.allSatisfy { document.text[$0.span] == $0.text })
  }

  /// What a text and its sentences on one line each look like.
  @Test(arguments: [
    ("Read on\n=====\nIt works", ["Read on", "It works"]), ("*****Read on*****", ["Read on"]),
    ("3\n\nDosage", ["Dosage"]),
    ("Dosage .......... 12\nWhat is gout?....... 5-7", ["Dosage", "What is gout?"]),
    ("Wait....... 12 pills", ["Wait....... 12 pills"]),
    ("It works. \\r\\n It does.", ["It works.", "It does."]), ("See C:\\new now", ["See C:\\new now"]),
    ("D\nO\nS\nE\n\n/\n\nDaily", ["DOSE", "Daily"]), ("Ask your doctor for advice\n.", ["Ask your doctor for advice."]),
  ])
  func `what is there for the eye alone is left out`(text: String, expected: [String]) {
    #expect(segmenter.spans(in: text).map { String(text[$0]).onOneLine } == expected)
  }

  @Test(arguments: [
    "“It cures gout!” (So the label says.)", "'It cures gout!' (So the label says.)",
    "“It cures gout!”| (So the label says.)| It does not.",
    "The box was labelled 'NETTLE TEA', and empty.| 'Well!' he said.| 'It is gone.'",
  ])
  func `a last remark in brackets is about the quotation`(marked: String) { expect(marked) }

  @Test func `any text gives ordered spans that hold all words`() {
    for text in MutatedText(seed: 3, count: 500) {
      let bytes = Array(text.utf8)
      var end = 0
      for span in segmenter.spans(in: text) {
        #expect(span.start >= end && !span.isEmpty)
        #expect(!bytes[end..<span.start].contains(where: isPartOfWord))
        end = span.end
      }
      #expect(!bytes[end...].contains(where: isPartOfWord))
    }
  }

  /// Of the ASCII letters all but those of `\n`, `\r` and `\t`.
  private func isPartOfWord(_ byte: UInt8) -> Bool { byte.isLetter && !byte.isOne(of: "nrt") }

  @Test(arguments: [".", "(", "\"", "a.", "1. A ", "?!", "'a", "[", "“", "...", ". ", "a@", "Ab.", "1) ", "\n"])
  func `a long line of one thing takes linear time`(unit: String) {
    let text = String(repeating: unit, count: 10_000)
    #expect(segmenter.spans(in: text).last.map { $0.end <= text.utf8.count } ?? true)
  }

  @Test func `a missing list is named`() {
    #expect(throws: LexiconError.self) { try SegmentationWords(files: [:]) }
  }
}

extension Substring {
  fileprivate func trimming(while condition: (Character) -> Bool) -> String {
    String(drop(while: condition).reversed().drop(while: condition).reversed())
  }
}
