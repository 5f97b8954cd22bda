/// Texts made from fixtures by seeded random edits, the same on every run.
struct MutatedText: Sequence, IteratorProtocol {
  private static let fixtures = [
    "Dr. Smith said: \"Take 5 mg. twice a day…\" (see https://a.example/x?y=1). #VaccinesDontWork 👩🏽‍⚕️",
    "1.) First item 2.) second\n• Third\r\n\r\nU.S. doctors can’t agree!!! a@b.example.org @who 5–10% ½ 38.5°C",
    "e\u{301}\u{300} \u{200D}\u{FE0F} 🇬🇧🇫🇷 \u{0} 漢字。かな ｋｉｌｌｓ \u{2028}שלום «да» ''n't '' #_ #1a .5.5. 1,00,000.0",
  ].map { Array($0.utf8) }

  private var state: UInt64
  private var remaining: Int

  init(seed: UInt64, count: Int) {
    state = seed
    remaining = count
  }

  mutating func next() -> String? {
    guard remaining > 0 else { return nil }
    remaining -= 1
    var bytes = Self.fixtures[random(below: Self.fixtures.count)]
    for _ in 0..<random(below: 12) { edit(&bytes) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func edit(_ bytes: inout [UInt8]) {
    let position = random(below: bytes.count + 1)
    switch random(below: 4) {
    case 0: bytes.insert(UInt8(random(below: 256)), at: position)
    case 1: bytes.removeSubrange(position..<Swift.min(bytes.count, position + random(below: 9)))
    case 2:
      bytes.insert(contentsOf: bytes[position..<Swift.min(bytes.count, position + random(below: 20))], at: position)
    default: if position < bytes.count { bytes[position] = UInt8(random(below: 256)) }
    }
  }

  /// The linear congruential generator of Knuth's MMIX.
  private mutating func random(below bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
