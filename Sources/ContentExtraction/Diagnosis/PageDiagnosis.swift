import FactCheckCore

/// Recognises pages that came back without the text that a reader would see: cookie walls, paywalls, login and error
/// pages, pages that scripts draw.
///
/// The codes are `error-page`, `login-page`, `paywall`, `cookie-wall`, `script-rendered` and `little-text`; at most one
/// is given.
struct PageDiagnosis {
  let phrases: PagePhrases
  let thresholds: ExtractionThresholds

  /// How much of a page's text is searched for telling phrases, in bytes.
  private static let searched = 20_000

  /// What there is to tell about a document and the page that it was extracted from, which may be a frame to draw in
  /// without any text and so without a phrase to recognise it by.
  func diagnostics(of document: Document, tree: PageTree, isFrame: Bool) -> [Diagnostic] {
    let length = TextSums.length(of: Array(document.text.utf8.prefix(Self.searched))[...])
    guard Double(length) < thresholds.shortText else { return [] }
    let isStub = Double(length) < thresholds.littleText
    let main = (document.source.title?.prefix(Self.searched) ?? "") + "\n" + document.text
    // A page of some length may mention its cookies or its login in passing; only a stub is judged by all that it
    // holds.
    let page = isStub ? main + "\n" + wholeText(of: tree) : main
    guard var code = code(isStub: isStub, main: main, page: page) else { return [] }
    if code == "little-text", isFrame { code = "script-rendered" }
    let severity: Diagnostic.Severity = length == 0 ? .error : .warning
    return [Diagnostic(severity, code: code, message: Self.message(for: code))]
  }

  private func code(isStub: Bool, main: String, page: String) -> String? {
    if phrases.contains(.errorPage, in: main) { return "error-page" }
    if phrases.contains(.paywall, in: page) { return "paywall" }
    guard isStub else { return nil }
    if phrases.contains(.errorPage, in: page) { return "error-page" }
    if phrases.contains(.scriptRendered, in: page) { return "script-rendered" }
    if phrases.contains(.loginPage, in: page) { return "login-page" }
    if phrases.contains(.cookieWall, in: page) { return "cookie-wall" }
    return "little-text"
  }

  /// The text of all elements, shown or not.
  private func wholeText(of tree: PageTree) -> String {
    String(decoding: tree.characters.prefix(Self.searched), as: UTF8.self).collapsingSpace
  }

  private static func message(for code: String) -> String {
    let finding =
      switch code {
      case "error-page": "The page looks like an error message, not like the article."
      case "paywall": "The page seems to show only the beginning of its text to those who have not subscribed."
      case "script-rendered": "The page is drawn by scripts, which are not run here, so that its text is missing."
      case "login-page": "The page asks to log in, so that its text is missing."
      case "cookie-wall": "The page asks for consent to cookies before it shows its text."
      default: "The page holds hardly any text."
      }
    return finding + " Open it in a browser and paste the text to check."
  }
}
