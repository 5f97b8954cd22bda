import FactCheckCore

/// What came in place of a page: without a claim in it, the page itself was not checked, and that is an error rather than
/// a page without claims.
enum PageSubstitute {
  /// The codes of content extraction for what is not the page that was wanted.
  private static let codes: Set<String> = ["error-page", "login-page", "cookie-wall", "script-rendered", "paywall"]

  /// The diagnostics, those of a substitute raised to errors.
  static func told(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      codes.contains(diagnostic.code)
        ? Diagnostic(.error, code: diagnostic.code, message: diagnostic.message) : diagnostic
    }
  }
}
