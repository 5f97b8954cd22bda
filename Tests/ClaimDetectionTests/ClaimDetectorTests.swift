import FactCheckCore
import Testing

@Suite struct ClaimDetectorTests {
  private let detection: Detection

  init() throws { detection = try Detection() }

  private func texts(_ text: String) -> [String] { detection.claims(in: text).map(\.text) }

  // MARK: How many claims

  @Test(arguments: [
    ("Vaccines cause autism.", ["Vaccines cause autism"]),
    ("Garlic causes cancer and cures colds.", ["Garlic causes cancer", "Garlic cures colds"]),
    ("Garlic cures colds but causes heartburn.", ["Garlic cures colds", "Garlic causes heartburn"]),
    ("Garlic and honey cure colds.", ["Garlic and honey cure colds"]),
    ("Crib deaths happen because of vaccines.", ["Crib deaths happen because of vaccines"]),
    ("Sugar causes diabetes, so babies should avoid sugar.", ["Sugar causes diabetes", "babies should avoid sugar"]),
    ("Garlic cures colds and flu.", ["Garlic cures colds and flu"]),
    (
      "Garlic cures colds, sugar causes diabetes and zinc prevents flu.",
      ["Garlic cures colds", "sugar causes diabetes", "zinc prevents flu"]
    ),
    (
      "Vitamin C does not cure cancer, and it does not prevent colds.",
      ["Vitamin C does not cure cancer", "Vitamin C does not prevent colds"]
    ),
  ])
  func `a sentence gives one claim for each predicate with a subject`(text: String, claims: [String]) {
    #expect(texts(text) == claims)
  }

  @Test(arguments: [
    ("1. Garlic cures cancer.", ["Garlic cures cancer"]),
    ("3) Sugar causes diabetes", ["Sugar causes diabetes"]),
    ("Nobody warns new mothers about this: honey gives babies botulism.", ["honey gives babies botulism"]),
    ("Garlic cures cancer 💪🔥", ["Garlic cures cancer"]),
    ("“Garlic cures cancer!”", ["Garlic cures cancer"]),
    ("It's a myth that garlic cures cancer.", ["garlic cures cancer"]),
    ("The claim that garlic cures cancer is nonsense.", ["garlic cures cancer"]),
    ("My aunt says that garlic cures cancer.", ["garlic cures cancer"]),
    ("According to cardiologists, statins prevent a heart attack.", ["statins prevent a heart attack"]),
    ("Did you know that garlic cures cancer?", ["Did you know that garlic cures cancer"]),
  ])
  func `what only wraps a claim is left out`(text: String, claims: [String]) {
    #expect(texts(text) == claims)
  }

  @Test(arguments: [
    ("Garlic cures cancer #health #garlic", ["Garlic cures cancer"]),
    ("Do your research #VaccinesCauseAutism", ["VaccinesCauseAutism"]),
    ("The #MMR causes #autism", ["The #MMR causes #autism"]),
    ("Garlic cures cancer #VaccinesCauseAutism", ["Garlic cures cancer", "VaccinesCauseAutism"]),
  ])
  func `hashtags at the end are a claim only when they say one`(text: String, claims: [String]) {
    #expect(texts(text) == claims)
  }

  // MARK: Subjects that stand elsewhere

  @Test(arguments: [
    ("Garlic is great. It cures cancer.", "Garlic cures cancer"),
    ("Take ivermectin. It cures COVID.", "ivermectin cures COVID"),
    ("Vaccines are everywhere. They cause autism.", "Vaccines cause autism"),
    ("I love garlic. I really do. It cures cancer.", "garlic cures cancer"),
    ("Ask about the MMR vaccine. This causes autism.", "MMR vaccine causes autism"),
  ])
  func `a pronoun stands for what was named before`(text: String, claim: String) {
    #expect(texts(text).last == claim)
  }

  @Test(arguments: [
    ("The MMR vaccine protects against measles. It causes brain damage.", "It causes brain damage"),
    ("Ibuprofen and aspirin are sold here. It causes ulcers.", "It causes ulcers"),
    ("The MMR vaccine is for measles. It prevents mumps.", "MMR vaccine prevents mumps"),
    ("Garlic is great. It cures cancer. It prevents flu.", "Garlic prevents flu"),
  ])
  func `a pronoun that may stand for several things stays, unless the predicate tells`(text: String, claim: String) {
    #expect(texts(text).last == claim)
  }

  @Test(arguments: [
    ("Sunscreen causes skin cancer, not the sun.", "Sunscreen causes skin cancer"),
    ("Melanoma is caused by sunscreen, not because of the sun.", "Melanoma is caused by sunscreen"),
    ("Garlic does not cure colds, whatever they say.", "Garlic does not cure colds, whatever they say"),
    ("Garlic, not honey, cures colds.", "Garlic, not honey, cures colds"),
  ])
  func `what is only set against the rest is no part of what is claimed`(text: String, claim: String) {
    #expect(texts(text) == [claim])
  }

  @Test func `a pronoun with nothing before it stays`() {
    #expect(texts("It causes cancer.") == ["It causes cancer"])
  }

  // MARK: Spans

  @Test(arguments: [
    "Garlic causes cancer and cures colds.",
    "Ünïcödé 🎉 – It's “true”: Garlic cures cancer! #VaccinesCauseAutism",
    "Garlic is great.\n\nIt cures cancer, and it prevents flu.\r\n1. Sugar causes diabetes",
    "Is it a myth that vaccines cause autism? Yes. The jab is safe 💉💉",
  ])
  func `spans quote the text exactly and in order`(text: String) {
    let claims = detection.claims(in: text)
    #expect(!claims.isEmpty)
    for claim in claims { #expect(text[claim.span] == claim.quote) }
    for (left, right) in zip(claims, claims.dropFirst()) { #expect(left.span.end <= right.span.start) }
  }

  // MARK: What deserves a check

  @Test(arguments: [
    "The government should end the vaccine mandate.",
    "Big Pharma profits from vaccines.",
    "Vaccine prices are a crime.",
    "My body my choice, end vaccine mandates!",
    "What a beautiful day.",
    "Good morning everyone ☀️",
    "I love this movie.",
    "My kids love garlic bread.",
    "",
  ])
  func `opinions, policy and small talk are not claims`(text: String) {
    #expect(texts(text).isEmpty)
  }

  @Test(arguments: [
    "Vaccines cause autism.", "Garlic cures cancer.", "You should not take ibuprofen with warfarin.",
    "The flu shot is safe in pregnancy.", "400 mcg of folic acid prevents birth defects.",
  ])
  func `medical assertions are worth a check`(text: String) {
    let scores = detection.assess(text).map(\.checkworthiness)
    #expect(scores.count == 1)
    #expect(scores.allSatisfy { (0.5...1).contains($0) })
  }

  @Test func `a heading that only names things is no claim`() throws {
    let text = "Burns, bites and noses"
    let span = TextSpan(start: 0, end: text.utf8.count)
    let document = Document(text: text, blocks: [.init(kind: .heading, span: span)], source: .init(kind: .text))
    #expect(try Detection().assess(document).allSatisfy(\.claims.isEmpty))
  }

  @Test(arguments: [
    ("Vaccines cause autism, it says.", Attribution.reported), ("Vaccines cause autism, they claim.", .reported),
    ("Vaccines cause autism, doctors say.", .asserted), ("Vaccines cause autism, sunbathers say.", .asserted),
    ("Vaccines cause autism.", .asserted), ("Some say vaccines cause autism.", .asserted),
  ])
  func `a model that is sure outweighs cues, but not an aside`(text: String, attribution: Attribution) throws {
    let claims = try Detection(model: Credulous()).claims(in: text)
    #expect(claims.map(\.attribution) == [attribution])
  }

  @Test(arguments: [
    ("No, vaccines do not cause autism.", Attribution.asserted, false),
    ("Total fairy tale, that vaccines cause autism.", .denied, false),
    ("It is a myth that vaccines cause autism.", .denied, true),
  ])
  func `what denies a claim stands in its words or outside`(
    text: String, attribution: Attribution, isOutside: Bool
  ) throws {
    let claims = try Detection(model: Denying()).claims(in: text)
    #expect(claims.map(\.attribution) == [attribution])
    #expect(claims.map(\.denialIsOutside) == [isOutside])
  }

  @Test func `each sentence is assessed, in order`() {
    let assessed = detection.assess("Hello. Garlic cures cancer. Bye.")
    #expect(assessed.map(\.sentence.text) == ["Hello.", "Garlic cures cancer.", "Bye."])
    #expect(assessed.map(\.claims.count) == [0, 1, 0])
  }
}

/// A model to which everything is a claim of the author.
private struct Credulous: SentenceAssessing {
  func impressions(of texts: [String]) -> [SentenceImpression] {
    texts.map { _ in SentenceImpression(checkworthiness: 1, attributions: [.asserted: 1]) }
  }
}

/// A model to which the author denies everything.
private struct Denying: SentenceAssessing {
  func impressions(of texts: [String]) -> [SentenceImpression] {
    texts.map { _ in SentenceImpression(checkworthiness: 1, attributions: [.denied: 1]) }
  }
}
