import FactCheckCore
import Testing

/// What may be said with a claim: the parts that could stand alone.
@Suite struct ClaimPartsTests {
  private let detection: Detection

  init() throws { detection = try Detection() }

  private func parts(_ text: String) -> [String] { detection.claims(in: text).flatMap(\.parts).map(\.text) }

  @Test(arguments: [
    ("Garlic cures colds, follow the money", "Garlic cures colds"),
    ("Garlic cures colds – share before they delete this", "Garlic cures colds"),
    ("Garlic cures colds 🧄 chill out mum", "Garlic cures colds"),
    ("Garlic cures colds and I'm tired of typing this", "Garlic cures colds"),
    ("It's boiling out there so remember, garlic cures colds", "garlic cures colds"),
    ("I told him to relax, vaccines cause autism", "vaccines cause autism"),
  ])
  func `what stands between pauses is a part`(text: String, part: String) {
    #expect(parts(text).contains(part))
  }

  @Test(arguments: [
    "If you are young, garlic cures colds",
    "Garlic cures colds, unless you are old",
    "Garlic cures colds, in mice",
    "Nobody at the clinic will tell you, garlic cures colds",
    "My aunt says that garlic cures colds, poor thing",
    "It's a myth that garlic cures colds, read a book",
    "Does garlic cure colds, or is it a fairy tale?",
    "Garlic cures colds, no wait, I mean it doesn't",
    "Wrong answers only: garlic cures colds, onions grow feet",
    "The poster in the yoga studio, garlic cures colds, made me laugh",
    "This is what I told everybody they believed, garlic cures colds, and I'm ashamed of it",
    "Garlic cures colds and other famous last words",
    "Garlic cures colds, just like umbrellas make it rain",
  ])
  func `no part is cut from its condition, its negation or its speaker`(text: String) {
    #expect(!parts(text).contains { $0.lowercased() == "garlic cures colds" })
  }

  @Test func `a part stands where its words stand`() throws {
    let text = "Été 🧄 wow. It was in the café – garlic cures colds, follow the money"
    for part in detection.claims(in: text).flatMap(\.parts) { #expect(text[part.span] == part.quote) }
    #expect(!detection.claims(in: text).flatMap(\.parts).isEmpty)
  }

  @Test func `a long list has a few parts only`() throws {
    let text = Array(repeating: "garlic cures colds", count: 400).joined(separator: ", go on, ")
    for claim in detection.claims(in: text) { #expect(claim.parts.count <= 6) }
  }
}
