/// The words in class names and ids that tell what part of a page an element is.
///
/// Read from lines of text: `[content]` opens a section, every other line is a pattern, `#` begins a comment. A pattern
/// is a run of words, such as `related-posts`; a class matches when these words stand in it side by side, whichever way
/// it joins its words (`relatedPosts`, `post__related-posts--wide`). `=header` matches the whole name only.
struct PageVocabulary: Sendable {
  /// The patterns that begin with a word, each with the trait it lends.
  private var patterns: [String: [(words: [String], trait: Traits)]] = [:]
  private var wholeNames: [String: Traits] = [:]

  init(_ sections: [DataSection]) throws(ExtractionDataError) {
    for section in sections {
      guard let trait = Self.traitsBySection[section.name] else {
        throw ExtractionDataError(
          section.line, "no section “\(section.name)” is known; use one of \(Self.sectionNames)")
      }
      for entry in section.entries { add(entry, trait) }
    }
  }

  private static let traitsBySection: [String: Traits] = [
    "content": .content, "boilerplate": .boilerplate, "comments": .comments, "byline": .byline, "hidden": .hidden,
    "post": .post, "headline": .headline, "folded": .folded, "consent": .consent,
    "forum-furniture": .forumFurniture, "shop-furniture": .shopFurniture,
    "article-furniture": .articleFurniture,
  ]

  private static var sectionNames: String { traitsBySection.keys.sorted().joined(separator: ", ") }

  private mutating func add(_ entry: String, _ trait: Traits) {
    if entry.hasPrefix("=") {
      wholeNames[String(entry.dropFirst()), default: []].formUnion(trait)
    } else {
      let words = Self.words(of: entry.utf8)
      guard let first = words.first else { return }
      patterns[first, default: []].append((words, trait))
    }
  }

  /// The traits that the names in a class or id attribute lend.
  func traits(of names: String) -> Traits {
    var traits: Traits = []
    for name in names.utf8.split(whereSeparator: \.isASCIISpace) {
      let lowercased = String(decoding: name.lazy.map(\.asciiLowercased), as: UTF8.self)
      if let whole = wholeNames[lowercased] { traits.formUnion(whole) }
      let words = Self.words(of: name)
      for position in words.indices {
        for pattern in patterns[words[position]] ?? [] where words[position...].starts(with: pattern.words) {
          traits.formUnion(pattern.trait)
        }
      }
    }
    return traits
  }

  /// `relatedPosts-2` → `related`, `posts`, `2`.
  private static func words(of name: some Collection<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func finish() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    var wasLower = false
    for byte in name {
      let isUpper = (0x41...0x5A).contains(byte)
      if isUpper && wasLower { finish() }
      if byte.isASCIILetter || byte.isASCIIDigit || byte >= 0x80 { word.append(byte.asciiLowercased) } else { finish() }
      wasLower = byte.isASCIILetter && !isUpper
    }
    finish()
    return words
  }
}
