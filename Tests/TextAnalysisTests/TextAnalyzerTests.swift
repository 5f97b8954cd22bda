import TestSupport
import Testing
import TextAnalysis

@Suite struct TextAnalyzerTests {
  private let analyzer: TextAnalyzer

  init() throws { analyzer = try ShippedData.analyzer() }

  private func concepts(_ text: String) -> [String] { analyzer.analyze(text).concepts.map(\.concept.name) }

  private func strengths(_ text: String) -> [String] {
    analyzer.analyze(text).relations.map(\.relation.strength.rawValue)
  }

  // MARK: Concepts

  @Test(arguments: [
    ("the MMR jab and cot death", ["mmr vaccine", "sudden infant death syndrome"]),
    ("jabs, jabbed, vaccinations", ["vaccine", "vaccine", "vaccine"]),
    ("Alzheimer’s", ["alzheimer's disease"]),
    ("high blood pressure", ["high blood pressure"]),
    ("flu shots", ["flu vaccine"]),
    ("the flu", ["flu"]),
    ("I can't sleep", ["insomnia"]),
    ("st. john's wort with vitamin B12", ["st john's wort", "vitamin b12"]),
    ("#VaccinesCauseAutism", ["vaccine", "autism"]),
    ("the price of everything", []),
  ])
  func `concepts are found by any of their names`(text: String, names: [String]) {
    #expect(concepts(text) == names)
  }

  @Test func `a narrower concept also names its broader ones`() {
    #expect(analyzer.analyze("melanoma").conceptNames.isSuperset(of: ["melanoma", "skin cancer"]))
    #expect(analyzer.analyze("gardasil").conceptNames == ["hpv vaccine", "vaccine"])
    #expect(analyzer.analyze("vaccines").conceptNames == ["vaccine"])
  }

  @Test func `broader names reach over every level`() {
    #expect(analyzer.analyze("melanoma").conceptNames == ["melanoma", "skin cancer", "cancer"])
  }

  // MARK: Relations

  @Test(arguments: [
    ("vaccines cause autism", ["causes"]),
    ("autism is caused by vaccines", ["causes"]),
    ("garlic lowers the risk of cancer", ["reduces-risk"]),
    ("garlic lowers blood pressure", ["lowers"]),
    ("coffee is linked to cancer", ["linked"]),
    ("you get autism from jabs", ["causes"]),
    ("the jab gives kids autism", ["causes"]),
    ("grandma gives kids peanuts", []),
    ("the jab makes healthy kids very sick and autistic", []),
    ("it makes you infertile", ["causes"]),
    ("it makes you a cup of tea", []),
    ("zinc will not stop colds", ["prevents"]),
    ("keep ticks away with garlic", ["prevents"]),
  ])
  func `relations are found by phrases with gaps and conditions`(text: String, found: [String]) {
    #expect(strengths(text) == found)
  }

  @Test(arguments: [
    ("you should avoid alcohol", ["discouraged"]),
    ("it helps prevent colds", ["prevents"]),
    ("you need to stop taking it", ["discouraged"]),
    ("it helps, and it prevents colds", ["relieves", "prevents"]),
    ("it causes cancer and prevents colds", ["causes", "prevents"]),
  ])
  func `of relations side by side the last one governs`(text: String, found: [String]) {
    #expect(strengths(text) == found)
  }

  @Test(arguments: [
    ("raw milk is dangerous", ["harmful"]),
    ("raw milk has dangerous bacteria", []),
    ("it is not dangerous", ["safe"]),
    ("enhanced vaccines are for seniors", []),
    ("the jab increased blood pressure", ["raises"]),
  ])
  func `an adjective before a thing says nothing of the sentence`(text: String, found: [String]) {
    #expect(strengths(text) == found)
  }

  @Test func `a thing in the gap of a relation is still a concept`() {
    #expect(concepts("you get autism from the MMR") == ["autism", "mmr vaccine"])
  }

  // MARK: Hedges, absolutes, qualifiers and the rest

  @Test(arguments: [
    ("it may cause cancer", true), ("it might help", true), ("some studies suggest it", true),
    ("I think it works", true),
    ("it causes cancer", false), ("it cannot cause cancer", false), ("it can't cause cancer", false),
    ("it could not cause cancer", false), ("it may not cause cancer", true),
  ])
  func `hedges`(text: String, isHedged: Bool) {
    #expect(analyzer.analyze(text).isHedged == isHedged)
  }

  @Test(arguments: [
    ("it always works", true), ("a cure for everyone", true), ("100% safe", true), ("safe for good", true),
    ("it works", false), ("it does not always work", false), ("not for everyone", false),
  ])
  func `absolutes`(text: String, isAbsolute: Bool) {
    #expect(analyzer.analyze(text).isAbsolute == isAbsolute)
  }

  @Test func `qualifiers are told apart from topics`() {
    let text = analyzer.analyze("Less sugar is safer than untreated diabetes")
    #expect(text.qualifiers == ["less", "than", "untreated"])
  }

  @Test(arguments: [
    ("Sunscreen that has expired does not prevent cancer", true), ("Women who smoke should avoid the pill", true),
    ("It's the sugar that causes cavities", false), ("Studies show that sugar causes cavities", false),
  ])
  func `a relative clause restricts what it stands behind`(text: String, isRestricted: Bool) {
    #expect(analyzer.analyze(text).qualifiers.contains("that") == isRestricted)
  }

  @Test func `topic stems are the words that no list has`() {
    let text = analyzer.analyze("Crystals never really cure cancer of dolphins, crystal healers say")
    #expect(text.topicStems == ["crystal", "dolphin", "healer"])
  }

  @Test func `quantities are read`() {
    #expect(analyzer.analyze("take 400 mcg of folic acid").quantities.map(\.measure) == [.mass])
  }

  @Test func `the text of tokens is quoted exactly`() {
    let text = analyzer.analyze("So: “MMR” causes… autism!")
    #expect(
      text.text(of: text.concepts[0].range.lowerBound..<text.concepts[1].range.upperBound) == "MMR” causes… autism")
    #expect(text.text(of: 0..<0) == "")
  }

  @Test(arguments: ["", " ", "🤡", "#", "not", "no no no", "*", "is a myth", "\u{0}\u{FEFF}"])
  func `little text is read without harm`(text: String) {
    #expect(analyzer.analyze(text).concepts.isEmpty)
  }
}
