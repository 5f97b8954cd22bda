/// Lower case without diacritics, for letters outside ASCII.
enum LetterFolding {
  /// Appends the folded form of a letter: `É` as `e`, `ß` as `ss`, a combining mark as nothing, Greek in lower case.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if isDropped(scalar) { return }
    if let base = bases[scalar] {
      bytes.append(contentsOf: base.utf8)
    } else {
      bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
    }
  }

  /// Combining diacritics, enclosing marks, variation selectors, and what does not show at all.
  private static func isDropped(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x300...0x36F, 0x20D0...0x20FF, 0xFE00...0xFE0F: true
    default: scalar.properties.generalCategory == .format
    }
  }

  /// Latin letters with diacritics, ligatures, and the full-width and mathematical letters that posts use as fonts.
  private static let bases: [Unicode.Scalar: String] = {
    let blocks: [ClosedRange<UInt32>] = [
      0xC0...0x24F, 0x1E00...0x1EFF, 0xFB00...0xFB06, 0xFF21...0xFF5A, 0x1D400...0x1D6A3,
    ]
    var bases: [Unicode.Scalar: String] = ["ß": "ss", "µ": "μ"]
    for scalar in blocks.joined().lazy.compactMap(Unicode.Scalar.init) where bases[scalar] == nil {
      bases[scalar] = base(inName: scalar.properties.name ?? "")
    }
    return bases
  }()

  /// The letter that a Unicode name speaks of: `e` for `LATIN SMALL LETTER E WITH ACUTE`.
  private static func base(inName name: String) -> String? {
    let words = name.split(separator: " ")
    guard let kind = words.lastIndex(where: { ["LETTER", "LIGATURE", "SMALL", "CAPITAL"].contains($0) }),
      kind + 1 < words.count, kind + 2 == words.count || words[kind + 2] == "WITH"
    else { return nil }
    let letters = words[kind + 1]
    return letters.count <= (words[kind] == "LIGATURE" ? 3 : 2) ? letters.lowercased() : nil
  }
}
