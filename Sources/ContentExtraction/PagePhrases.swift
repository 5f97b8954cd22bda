/// Wordings by which pages that are no articles give themselves away, by section of the data file.
struct PagePhrases: Sendable {
  private var sections: [String: [String]] = [:]

  init(_ sections: [DataSection]) throws(ExtractionDataError) {
    for section in sections {
      guard Kind(rawValue: section.name) != nil else {
        let known = Kind.allCases.map(\.rawValue).joined(separator: ", ")
        throw ExtractionDataError(section.line, "no section “\(section.name)” is known; use one of \(known)")
      }
      self.sections[section.name, default: []] += section.entries.map { $0.lowercased() }
    }
  }

  enum Kind: String, CaseIterable {
    case forumAddress = "forum-address"
    case cookieWall = "cookie-wall"
    case paywall
    case loginPage = "login-page"
    case errorPage = "error-page"
    case scriptRendered = "script-rendered"
  }

  /// Whether a wording of a kind stands in a text.
  func contains(_ kind: Kind, in text: String) -> Bool {
    let text = text.lowercased()
    return sections[kind.rawValue]?.contains { text.utf8.range(of: $0) != nil } ?? false
  }
}
