/// The words in class names and ids that tell what part of a page an element is.
///
/// Read from lines of text: `[content]` opens a section, every other line is a pattern, `#` begins a comment. A pattern
/// is a run of words, such as `related-posts`; a class matches when these words stand in it side by side, whichever way
/// it joins its words (`relatedPosts`, `post__related-posts--wide`). `=header` matches the whole name only.
struct PageVocabulary: Sendable {
  /// The patterns that begin with a word.
  private let patterns: NameTable<[Pattern]>
  private let wholeNames: NameTable<Traits>

  private struct Pattern {
    let words: [NameHash]
    /// What it lends.
    let trait: Traits
  }

  init(_ sections: [DataSection]) throws(ExtractionDataError) {
    var patterns: [NameHash: [Pattern]] = [:]
    var wholeNames: [NameHash: Traits] = [:]
    for section in sections {
      guard let trait = Self.traitsBySection[section.name] else {
        throw ExtractionDataError(
          section.line, "no section “\(section.name)” is known; use one of \(Self.sectionNames)")
      }
      for entry in section.entries {
        if entry.hasPrefix("=") {
          wholeNames[NameHash(entry.dropFirst().utf8), default: []].formUnion(trait)
          continue
        }
        var name = NameWords()
        for byte in entry.utf8 { name.append(byte) }
        name.finishWord()
        if let first = name.words.first {
          patterns[first, default: []].append(Pattern(words: name.words, trait: trait))
        }
      }
    }
    self.patterns = NameTable(patterns.map { ($0.key, $0.value) })
    self.wholeNames = NameTable(wholeNames.map { ($0.key, $0.value) })
  }

  private static let traitsBySection: [String: Traits] = [
    "content": .content, "boilerplate": .boilerplate, "comments": .comments, "byline": .byline, "hidden": .hidden,
    "post": .post, "headline": .headline, "folded": .folded, "consent": .consent,
    "forum-furniture": .forumFurniture, "shop-furniture": .shopFurniture,
    "article-furniture": .articleFurniture, "offer": .offer, "reviews": .reviews, "caption": .caption,
  ]

  private static var sectionNames: String { traitsBySection.keys.sorted().joined(separator: ", ") }

  /// The traits that the names in a class or id attribute lend.
  func traits(of names: some Collection<UInt8>) -> Traits {
    var traits: Traits = []
    var words = NameWords()
    for byte in names {
      if byte.isASCIISpace {
        traits.formUnion(self.traits(of: &words))
      } else {
        words.append(byte)
      }
    }
    return traits.union(self.traits(of: &words))
  }

  /// The traits of one name, which is then taken away.
  private func traits(of name: inout NameWords) -> Traits {
    name.finishWord()
    var traits = wholeNames[name.whole] ?? []
    for position in name.words.indices {
      guard let patterns = patterns[name.words[position]] else { continue }
      for pattern in patterns where name.words[position...].starts(with: pattern.words) {
        traits.formUnion(pattern.trait)
      }
    }
    name.clear()
    return traits
  }
}

/// A name that is read byte by byte, and its words: `relatedPosts-2` → `related`, `posts`, `2`.
private struct NameWords {
  /// The name in lower case.
  private(set) var whole = NameHash()
  private(set) var words: [NameHash] = []
  private var word = NameHash()
  private var isInWord = false
  private var wasLower = false

  mutating func append(_ byte: UInt8) {
    let lowercased = byte.asciiLowercased
    let isUpper = byte != lowercased
    whole.append(lowercased)
    if isUpper, wasLower { finishWord() }
    if byte.isWordByte {
      word.append(lowercased)
      isInWord = true
    } else {
      finishWord()
    }
    wasLower = byte.isASCIILetter && !isUpper
  }

  mutating func finishWord() {
    guard isInWord else { return }
    words.append(word)
    word = NameHash()
    isInWord = false
  }

  mutating func clear() {
    whole = NameHash()
    words.removeAll(keepingCapacity: true)
    wasLower = false
  }
}
