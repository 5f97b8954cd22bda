import FactCheckCore

/// What had to be mended to read a feed.
struct FeedRepairs {
  var hasBrokenMarkup = false
  var isCutOff = false
  var hasTruncatedText = false
  var itemsWithoutIdentity = 0
  var textsEscapedTwice = 0
  var unreadableDates = 0

  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    func add(_ severity: Diagnostic.Severity, _ code: String, _ message: String) {
      found.append(Diagnostic(severity, code: code, message: message))
    }
    if isCutOff { add(.warning, "feed-cut-off", "The feed ends within an element; its last item may lack something.") }
    if hasBrokenMarkup {
      add(.warning, "markup-repaired", "The markup of the feed is broken; it was read as far as it makes sense.")
    }
    if hasTruncatedText {
      add(.warning, "text-truncated", "A text of the feed is longer than 4 MiB; its rest was left out.")
    }
    if itemsWithoutIdentity > 0 {
      add(.warning, "item-empty", "Items with no id, link, title or text: \(itemsWithoutIdentity).")
    }
    if unreadableDates > 0 { add(.note, "date-unreadable", "Dates that could not be read: \(unreadableDates).") }
    if textsEscapedTwice > 0 {
      add(.note, "escaped-twice", "Texts that were escaped once too often: \(textsEscapedTwice).")
    }
    return found
  }
}

/// Why something was not read as a feed.
enum FeedDiagnostics {
  static let empty = Diagnostic(.error, code: "feed-empty", message: "The feed is empty.")
  static let webPage = Diagnostic(
    .error, code: "feed-is-web-page",
    message: "This is a web page, not a feed. Open it to see why; if it names its feeds, try one of those.")
  static let internalSubset = Diagnostic(
    .error, code: "feed-declares-entities",
    message: "The feed has a document type with declarations of its own, which are not read for safety.")
  static let unknownJSON = Diagnostic(
    .error, code: "feed-unknown", message: "This is JSON, but neither a JSON Feed nor a DataFeed of ClaimReview.")
  static let brokenJSON = Diagnostic(
    .warning, code: "json-broken", message: "The JSON of the feed is broken; what comes before the error was read.")
  static let tooLarge = Diagnostic(
    .error, code: "feed-too-large", message: "A feed in JSON may have 64 MiB; this one is larger and was not read.")
  static let noMarkup = Diagnostic(.error, code: "feed-unknown", message: "This is neither XML nor JSON.")

  static func notAFeed(root: String) -> Diagnostic {
    Diagnostic(.error, code: "feed-unknown", message: "This is XML, but “\(root.prefix(40))” is no feed that is known.")
  }
}
