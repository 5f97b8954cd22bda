import FactCheckCore
import TextAnalysis

/// Keeps texts in other languages from being read as if they were English.
struct LanguageScreen: Sendable {
  private let identifier: LanguageIdentifier

  init(identifier: LanguageIdentifier) { self.identifier = identifier }

  /// The document with its language; one that is not English gets a diagnostic that says that it was not checked.
  func screened(_ document: Diagnosed<Document>) -> Diagnosed<Document> {
    var result = document
    guard let found = identifier.identify(document.value.text) else {
      if isGarbled(document) { result.diagnostics.append(Self.garbled) }
      return result
    }
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

  private static let garbled = Diagnostic(
    .error, code: "encoding-unreadable",
    message:
      "the text cannot be read: its character encoding was guessed, and what came out is in no known language; it was "
      + "not checked. Save it as UTF-8")

  /// Whether an encoding was guessed and the outcome is mostly outside ASCII.
  private func isGarbled(_ document: Diagnosed<Document>) -> Bool {
    guard document.diagnostics.contains(where: { $0.code.hasPrefix("encoding-") }) else { return false }
    let bytes = document.value.text.utf8
    return bytes.count { $0 >= 0x80 } > bytes.count { isLetter($0) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) }
}
