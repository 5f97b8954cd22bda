/// Reads from an element's attributes what part it has in the page.
struct TraitsReader {
  private let vocabulary: PageVocabulary
  /// Pages repeat the same few names thousands of times.
  private var known: [String: Traits] = [:]

  init(_ vocabulary: PageVocabulary) { self.vocabulary = vocabulary }

  mutating func traits(of attributes: [String: String]) -> Traits {
    var traits: Traits = []
    if let names = attributes["class"] { traits.formUnion(vocabularyTraits(of: names)) }
    if let id = attributes["id"] { traits.formUnion(vocabularyTraits(of: id)) }
    if let role = attributes["role"] { traits.formUnion(Self.roleTraits(of: role)) }
    if let property = attributes["itemprop"], property.contains("articleBody") { traits.insert(.content) }
    if Self.isHidden(attributes) { traits.insert(.hidden) }
    if traits.contains(.folded) || Self.isShownElsewhere(attributes) { traits.remove(.hidden) }
    return traits
  }

  private mutating func vocabularyTraits(of names: String) -> Traits {
    if let traits = known[names] { return traits }
    let traits = vocabulary.traits(of: names)
    known[names] = traits
    return traits
  }

  /// The landmark and widget roles of WAI-ARIA 1.2 that tell content from furniture.
  private static func roleTraits(of role: String) -> Traits {
    switch role.lowercased() {
    case "main": .mainRole
    case "article": .articleRole
    case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar":
      .furnitureRole
    case "searchbox", "toolbar", "tooltip", "button", "listbox", "combobox", "switch", "slider": .controlRole
    case "tabpanel": .folded
    default: []
    }
  }

  /// Whether the element is hidden on small screens only (`hidden md:block`), or until a script moves it into place, as
  /// React does with what it streams.
  private static func isShownElsewhere(_ attributes: [String: String]) -> Bool {
    if attributes["id"]?.hasPrefix("S:") == true { return true }
    let names = attributes["class"]?.split(separator: " ") ?? []
    return names.contains { name in
      guard let colon = name.lastIndex(of: ":") else { return false }
      return ["block", "flex", "grid", "inline", "table", "contents"].contains { name[colon...].dropFirst().hasPrefix($0) }
    }
  }

  private static func isHidden(_ attributes: [String: String]) -> Bool {
    if let hidden = attributes["hidden"], hidden != "until-found" { return true }
    if attributes["aria-hidden"] == "true" { return true }
    guard let style = attributes["style"] else { return false }
    let declarations = style.lowercased().filter { !$0.isWhitespace }
    return declarations.contains("display:none") || declarations.contains("visibility:hidden")
  }
}
