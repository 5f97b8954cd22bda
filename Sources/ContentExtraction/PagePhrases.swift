/// Wordings by which pages that are no articles give themselves away, by section of the data file.
struct PagePhrases: Sendable {
  private var sections: [String: [String]] = [:]
  /// The words of the phrases that must be a whole block, joined by spaces.
  private var whole: [Kind: Set<ByteString>] = [:]
  /// The most characters of a block that is compared as a whole.
  static let longest = 60

  init(_ sections: [DataSection]) throws(ExtractionDataError) {
    for section in sections {
      guard let kind = Kind(rawValue: section.name) else {
        let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ExtractionDataError(section.line, "no section “\(section.name)” is known; use one of \(known)")
      }
      self.sections[section.name, default: []] += section.entries.map { $0.lowercased() }
      whole[kind, default: []].formUnion(
        section.entries.map { ByteString(bytes: Self.words(of: Array($0.utf8)[...])[...]) })
    }
  }

  enum Kind: String, CaseIterable {
    case forumAddress = "forum-address"
    case shopAddress = "shop-address"
    case cookieWall = "cookie-wall"
    case paywall
    case loginPage = "login-page"
    case errorPage = "error-page"
    case scriptRendered = "script-rendered"
    case furnitureHeading = "furniture-heading"
    case commentsHeading = "comments-heading"
    case furnitureLine = "furniture-line"
    case crossReference = "cross-reference"
    case datelineStart = "dateline-start"
    case datelineEnd = "dateline-end"
  }

  /// Whether the words of a text are those of a phrase of a kind, whatever stands between them.
  func isWhole(_ kind: Kind, _ text: ArraySlice<UInt8>) -> Bool {
    whole[kind]?.contains(ByteString(bytes: Self.words(of: text)[...])) ?? false
  }

  /// What follows the longest phrase of a kind with which the words of a text begin and go on; `nil` where they do
  /// not.
  func rest(behind kind: Kind, in text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let words = Self.words(of: text)
    var letters = 0
    for phrase in whole[kind] ?? []
    where words.starts(with: phrase.bytes) && words.dropFirst(phrase.bytes.count).first == .space {
      letters = max(letters, phrase.bytes.count(where: \.isWordByte))
    }
    guard letters > 0 else { return nil }
    return text.drop { byte in
      if byte.isWordByte, letters > 0 { letters -= 1 } else if letters == 0 { return false }
      return true
    }
  }

  /// Whether the words of a text end with a phrase of a kind.
  func ends(_ kind: Kind, _ text: ArraySlice<UInt8>) -> Bool {
    let words = Self.words(of: text)
    return whole[kind]?.contains { words.suffix($0.bytes.count) == $0.bytes } ?? false
  }

  /// The letters and digits in lower case, with one space for all that stands between them; beyond ASCII as they are.
  private static func words(of text: ArraySlice<UInt8>) -> [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(text.count)
    for byte in text {
      if byte.isWordByte {
        words.append(byte.asciiLowercased)
      } else if let last = words.last, last != .space {
        words.append(.space)
      }
    }
    if words.last == .space { words.removeLast() }
    return words
  }

  /// Whether a wording of a kind stands in a text.
  func contains(_ kind: Kind, in text: String) -> Bool {
    let text = Array(text.lowercased().utf8)[...]
    return sections[kind.rawValue]?.contains { text.range(of: $0) != nil } ?? false
  }
}
