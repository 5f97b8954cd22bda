import FactCheckCore
import Testing

/// Who says it, and how.
@Suite struct SentenceReadingTests {
  private let detection: Detection

  init() throws { detection = try Detection() }

  private func attribution(_ text: String) -> Attribution? { detection.assess(text).first?.attribution }

  @Test(arguments: [
    "Vaccines cause autism.",
    "VACCINES CAUSE AUTISM!!!",
    "I know that vaccines cause autism.",
    "Did you know that vaccines cause autism?",
    "Studies show that vaccines cause autism.",
    "Doctors say garlic prevents colds.",
    "According to the CDC, the flu shot prevents flu.",
    "They don't want you to know that garlic cures cancer.",
    "The truth is that vaccines cause autism.",
    "Wake up, the jab causes infertility.",
    "Everyone knows sugar causes diabetes.",
    "Fact: the MMR vaccine does not cause autism.",
    "Vaccines cause autism and they are lying to you.",
    "Is it any wonder? Vaccines cause autism.",
  ])
  func `what the author states is asserted`(text: String) {
    #expect(detection.assess(text).last?.attribution == .asserted)
  }

  @Test(arguments: [
    "Do vaccines cause autism?",
    "Can garlic cure cancer??",
    "Is it true that vaccines cause autism?",
    "Are flu shots safe in pregnancy? Asking for a friend.",
    "So vaccines cause autism now?!",
    "Does anyone know whether ibuprofen thins the blood?",
    "What do doctors say about vaccines causing autism?",
    "Do studies show that vaccines cause autism?",
    "Does the CDC say vaccines cause autism?",
    "Do you think fluoride lowers IQ",
    "Will crunches get rid of belly fat or nah",
    "Vaccines cause autism, right?",
  ])
  func `what the author asks is questioned`(text: String) {
    #expect(attribution(text) == .questioned)
  }

  @Test(arguments: [
    "It's a myth that vaccines cause autism.",
    "It is not true that vaccines cause autism.",
    "Myth: vaccines cause autism. Fact: they don't.",
    "MYTH #1: Vaccines cause autism.",
    "Vaccines cause autism? No.",
    "Does the flu shot cause the flu? Nope, it does not.",
    "Vaccines cause autism. Wrong!",
    "The idea that vaccines cause autism is a myth.",
    "The claim that garlic cures cancer has been debunked.",
    "Stop telling people that garlic cures cancer.",
    "Anyone who tells you vaccines cause autism is lying.",
    "Vaccines causing autism is a hoax.",
  ])
  func `what the author denies is denied`(text: String) {
    #expect(attribution(text) == .denied)
  }

  @Test(arguments: [
    "My aunt says vaccines cause autism.",
    "Some people say vaccines cause autism.",
    "My neighbor swears that garlic cures colds.",
    "He claims that vaccines cause autism.",
    "I heard that ibuprofen causes infertility.",
    "I read somewhere that garlic cures cancer.",
    "An influencer told me sunscreen causes cancer.",
    "Allegedly the vaccine causes infertility.",
    "Saw a TikTok saying that the pill causes infertility.",
    "Many believe that sugar causes hyperactivity.",
    "A base tan protects your skin from sunburn, many sunbathers say.",
    "Sunscreen causes skin cancer, wrote one reader; we found nobody who agrees.",
  ])
  func `what others say, at a distance, is reported`(text: String) {
    #expect(attribution(text) == .reported)
  }

  @Test(arguments: [
    "Yeah right, vaccines cause autism.",
    "Oh sure, garlic cures cancer.",
    "Vaccines cause autism 🙄",
    "Vaccines cause autism /s",
    "Because obviously garlic cures cancer.",
    "This meeting is giving me cancer.",
    "Laughter is the best medicine, it cures depression.",
    "My boss almost gave me a heart attack, he is a cancer of society.",
  ])
  func `irony and figures of speech are figurative`(text: String) {
    #expect(attribution(text) == .figurative)
  }

  @Test(arguments: [
    "I got the flu shot and had a fever.",
    "My son got autism after the MMR vaccine.",
    "Garlic cured my cold, worked for me.",
    "In my experience zinc shortens colds.",
    "I took ibuprofen and my headache got better.",
    "My daughter had a febrile seizure from the vaccine.",
    "The vaccine gave me a fever.",
    "I tried keto and it lowered my blood sugar.",
  ])
  func `what happened to the author is personal`(text: String) {
    #expect(attribution(text) == .personal)
  }

  @Test(arguments: [
    ("Vaccines don't cause autism and anyone who denies that is lying to you.", Attribution.denied),
    ("The flu shot is safe, they are lying about it.", .denied),
    ("What the papers write about sunscreen is wrong: sunscreen prevents skin cancer.", .denied),
    ("Vaccines prevent measles, and the fear of them is made up by trolls.", .denied),
  ])
  func `a denial of something else does not turn a claim`(text: String, never: Attribution) {
    #expect(detection.claims(in: text).allSatisfy { $0.attribution != never })
  }

  @Test(arguments: [
    "It's a myth that vaccines cause autism, and they prevent measles.",
    "It is false that garlic causes cancer and cures colds.",
  ])
  func `of two clauses only the one that is called a myth is denied`(text: String) {
    #expect(detection.claims(in: text).map(\.attribution) == [.denied])
  }

  @Test func `clauses that are denied together may each be true`() {
    let claims = detection.claims(in: "Do vaccines cause autism and prevent measles? No.")
    #expect(claims.map(\.attribution) == [.reported, .reported])
  }

  @Test func `an aunt who calls up an authority is still an aunt`() {
    #expect(attribution("My aunt says studies show that vaccines cause autism.") == .reported)
  }

  @Test(arguments: [
    ("Are flu shots safe in pregnancy? Yes.", Attribution.asserted),
    ("Can antiperspirant cause breast cancer? Short answer: nope.", .denied),
    ("Are flu shots safe in pregnancy? Yes, they are.", .asserted),
    ("Does the pill cause infertility? Yesterday I asked.", .questioned),
    ("Does the pill cause infertility? No idea.", .questioned),
    ("Vaccines cause autism. No vaccine is safe.", .asserted),
    ("Antibiotics do not work on colds. No, really.", .asserted),
    ("Vaccines cause autism. False.", .denied),
    ("Vaccines cause autism. No joke.", .asserted),
  ])
  func `the next sentence answers only when it is an answer`(text: String, expected: Attribution) {
    #expect(attribution(text) == expected)
  }

  @Test(arguments: [
    "Parents worry that vaccines cause autism.",
    "Imagine believing that vaccines cause autism.",
    "People who believe vaccines cause autism are wrong.",
    "It was once thought that stress causes ulcers.",
    "One myth is that vaccines cause autism.",
    "Experts debunk the theory that vaccines cause autism.",
    "Some websites still say ivermectin cures COVID.",
    "Vaccines cause autism, according to a retracted paper.",
    "Vaccines cause autism is what they want you to think.",
    "If vaccines caused autism, we would know by now.",
    "If vaccines caused autism we would know by now.",
    "“Vaccines cause autism,” she shouted.",
    "\"Vaccines cause autism.\"",
  ])
  func `what is only thought, supposed or quoted is not asserted`(text: String) {
    let claims = detection.claims(in: text)
    #expect(!claims.contains { $0.attribution == .asserted || $0.attribution == .denied })
  }

  @Test(arguments: [
    "I think vaccines cause autism.", "We believe garlic cures cancer.", "Doctors say garlic prevents colds.",
    "If you take garlic it cures cancer.", "If you have a cold, garlic cures it.", "The “vaccine” causes autism.",
  ])
  func `what the author thinks, concludes or mocks is asserted`(text: String) {
    #expect(detection.claims(in: text).contains { $0.attribution == .asserted })
  }

  @Test(arguments: ["The claim: vaccines cause autism. The verdict: false.", "“Garlic cures cancer.” Wrong!"])
  func `a fact check denies what it quotes`(text: String) {
    #expect(attribution(text) == .denied)
  }
}
