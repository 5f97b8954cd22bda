/// Reads from an element's attributes what part it has in the page.
struct TraitsReader {
  private let vocabulary: PageVocabulary
  /// Pages repeat the same few names thousands of times.
  private var known: [String: Traits] = [:]

  init(_ vocabulary: PageVocabulary) { self.vocabulary = vocabulary }

  mutating func traits(of attributes: [(name: Attribute, value: String)]) -> Traits {
    var traits: Traits = []
    var isShownElsewhere = false
    for (name, value) in attributes {
      switch name {
      case .class, .id: traits.formUnion(vocabularyTraits(of: value))
      case .role: traits.formUnion(Self.roleTraits(of: value))
      case .itemprop where value.utf8.range(of: "articleBody") != nil: traits.insert(.content)
      case .hidden where value != "until-found": traits.insert(.hidden)
      case .ariaHidden where value == "true": traits.insert(.hidden)
      case .style where Self.hides(value): traits.insert(.hidden)
      default: break
      }
      // React streams parts of a page hidden and has a script move them into place.
      if name == .id, value.hasPrefix("S:") { isShownElsewhere = true }
    }
    if traits.contains(.folded) || isShownElsewhere { traits.remove(.hidden) }
    return traits
  }

  private mutating func vocabularyTraits(of names: String) -> Traits {
    if let traits = known[names] { return traits }
    var traits = vocabulary.traits(of: names)
    if Self.showsOnWideScreens(names) { traits.remove(.hidden) }
    known[names] = traits
    return traits
  }

  /// The landmark and widget roles of WAI-ARIA 1.2 that tell content from furniture.
  private static func roleTraits(of role: String) -> Traits {
    switch role.lowercased() {
    case "main": .mainRole
    case "article": .articleRole
    case "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog", "menu", "menubar",
      "tooltip":
      .furnitureRole
    case "searchbox", "toolbar", "button", "listbox", "combobox", "switch", "slider": .controlRole
    case "tabpanel": .folded
    default: []
    }
  }

  /// Whether an element is hidden on small screens only, as Tailwind's `hidden md:block` has it.
  private static func showsOnWideScreens(_ names: String) -> Bool {
    guard names.utf8.contains(UInt8(ascii: ":")) else { return false }
    return ["block", "flex", "grid", "inline", "table", "contents"].contains { names.utf8.range(of: ":" + $0) != nil }
  }

  private static func hides(_ style: String) -> Bool {
    guard style.utf8.range(of: "none") != nil || style.utf8.range(of: "hidden") != nil else { return false }
    let declarations = style.lowercased().filter { $0 != " " }
    return declarations.contains("display:none") || declarations.contains("visibility:hidden")
  }
}
