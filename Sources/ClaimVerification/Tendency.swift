import TextAnalysis

/// What a text says that something does to an ailment or a measure, whichever words it takes: “works”, “treats” and
/// “lowers” on the one side, “causes”, “raises” and “is bad for” on the other.
enum Tendency: Hashable {
  case averts, failsToAvert, bringsAbout, doesNotBringAbout, hasNoEffect

  init?(_ mention: RelationMention) {
    switch (mention.relation.axis, mention.relation.family) {
    case (.efficacy, _) where mention.relation.strength == .ineffective: self = .hasNoEffect
    case (.efficacy, _): self = mention.sign > 0 ? .averts : .failsToAvert
    case (.effect, .preventing), (.effect, .treating): self = mention.isNegated ? .failsToAvert : .averts
    case (.effect, .causing), (.effect, .worsening): self = mention.isNegated ? .doesNotBringAbout : .bringsAbout
    case (.change, _) where mention.relation.sign < 0: self = mention.isNegated ? .failsToAvert : .averts
    case (.safety, _): self = mention.sign > 0 ? .doesNotBringAbout : .bringsAbout
    case (.change, _): self = mention.isNegated ? .doesNotBringAbout : .bringsAbout
    default: return nil
    }
  }

  /// The one tendency of a text; `nil` when it has none or several.
  init?(of text: AnalyzedText) {
    let all = Set(text.relations.compactMap(Tendency.init))
    guard let only = all.first, all.count == 1 else { return nil }
    self = only
  }

  /// What cannot be true at once with it.
  var opposites: Set<Tendency> {
    switch self {
    case .averts: [.failsToAvert, .bringsAbout, .hasNoEffect]
    case .failsToAvert: [.averts]
    case .bringsAbout: [.averts, .doesNotBringAbout, .hasNoEffect]
    case .doesNotBringAbout: [.bringsAbout]
    case .hasNoEffect: [.averts, .bringsAbout]
    }
  }

  /// Whether the one follows from the other: what has no effect on a disease neither averts it nor brings it about.
  func agrees(with other: Tendency) -> Bool {
    let pair: Set<Tendency> = [self, other]
    return pair.count == 1 || pair == [.hasNoEffect, .failsToAvert] || pair == [.hasNoEffect, .doesNotBringAbout]
  }
}
