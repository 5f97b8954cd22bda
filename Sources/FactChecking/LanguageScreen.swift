import FactCheckCore
import TextAnalysis

/// Keeps texts in other languages from being read as if they were English.
struct LanguageScreen: Sendable {
  private let identifier: LanguageIdentifier

  init(identifier: LanguageIdentifier) { self.identifier = identifier }

  /// The document with its language; one that is not English gets a diagnostic that says that it was not checked.
  func screened(_ document: Diagnosed<Document>) -> Diagnosed<Document> {
    var result = document
    guard let found = identifier.identify(document.value.text) else { return result }
    result.value.source.language = found.language
    guard found.language != "en" else { return result }
    result.diagnostics.append(
      Diagnostic(
        .error, code: "language-not-supported",
        message:
          "the text is not in English but seems to be in “\(found.language)”; it was not checked, which says nothing "
          + "of what it claims. Translate it to have it checked"))
    return result
  }
}
