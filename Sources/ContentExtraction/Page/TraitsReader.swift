/// Reads from an element's attributes what part it has in the page.
struct TraitsReader {
  private let vocabulary: PageVocabulary
  /// The traits of classes and ids that came before: most of a page's elements share theirs with others.
  private var known: [NameHash: Traits] = [:]

  init(vocabulary: PageVocabulary) { self.vocabulary = vocabulary }

  /// The traits that attributes lend, which are given by their names and where in the page their values stand.
  mutating func traits(of attributes: [(name: Attribute, value: Range<Int>)], in page: [UInt8]) -> Traits {
    var traits: Traits = []
    var isShownElsewhere = false
    for (name, place) in attributes {
      let value = page[place]
      switch name {
      case .class: traits.formUnion(vocabularyTraits(of: value))
      case .id where !Self.isMadeOfHeading(value): traits.formUnion(vocabularyTraits(of: value))
      case .role: traits.formUnion(Self.roleTraits(of: value.text))
      case .itemprop where value.range(of: "articleBody") != nil: traits.insert(.content)
      case .hidden where !value.elementsEqual("until-found".utf8): traits.insert(.hidden)
      case .ariaHidden where value.elementsEqual("true".utf8): traits.insert(.hidden)
      case .style where Self.hides(value): traits.insert(.hidden)
      default: break
      }
      // React streams parts of a page hidden and has a script move them into place.
      if name == .id, value.starts(with: "S:".utf8) { isShownElsewhere = true }
    }
    if traits.contains(.folded) || isShownElsewhere { traits.remove(.hidden) }
    return traits
  }

  /// Whether an id consists of four words or more with hyphens between them, as generators make them of headings.
  private static func isMadeOfHeading(_ id: ArraySlice<UInt8>) -> Bool {
    let words = id.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    return words.count > 3 && words.allSatisfy { !$0.isEmpty && $0.allSatisfy { (0x61...0x7A).contains($0) } }
  }

  private mutating func vocabularyTraits(of value: ArraySlice<UInt8>) -> Traits {
    let hash = NameHash(value)
    if let traits = known[hash] { return traits }
    let names = value.decoded
    var traits = vocabulary.traits(of: names)
    if traits.contains(.hidden), Self.showsOnWideScreens(names) { traits.remove(.hidden) }
    known[hash] = traits
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
  private static func showsOnWideScreens(_ names: ArraySlice<UInt8>) -> Bool {
    guard names.contains(UInt8(ascii: ":")) else { return false }
    return ["block", "flex", "grid", "inline", "table", "contents"].contains { names.range(of: ":" + $0) != nil }
  }

  private static func hides(_ style: ArraySlice<UInt8>) -> Bool {
    guard style.range(of: "none") != nil || style.range(of: "hidden") != nil else { return false }
    let declarations = style.decoded.filter { $0 != .space }.map(\.asciiLowercased)[...]
    return declarations.range(of: "display:none") != nil || declarations.range(of: "visibility:hidden") != nil
  }
}
