import ContentExtraction
import FactCheckCore
import Testing

@Suite struct PageDiagnosisTests {
  let extractor: ContentExtractor

  init() throws { extractor = ContentExtractor(rules: try TestRules.rules()) }

  @Test(arguments: [
    ("<title>Page not found</title><p>Sorry.</p>", "error-page"),
    ("<p>Please sign in to continue.</p>", "login-page"),
    ("<div class=cookie-banner><p>Accept all cookies</p></div><p>x</p>", "cookie-wall"),
    ("<p>\(loremTea)\(loremTea)\(loremTea)\(loremTea)</p><p>Already a subscriber? Log in.</p>", "paywall"),
    ("<div id=root></div><noscript>You need to enable JavaScript to run this app.</noscript>", "script-rendered"),
    ("<div id=root></div><script>draw()</script>", "script-rendered"),
    ("<p>Tea.</p>", "little-text"),
  ])
  func `a page without its text says what it looks like`(_ page: String, _ code: String) {
    #expect(extractor.document(from: page).diagnostics.map(\.code) == [code])
  }

  @Test func `a page with its text says nothing`() {
    let page = String(repeating: "<p>\(loremTea)</p>", count: 20) + "<p>Sign in to continue. Page not found.</p>"
    #expect(extractor.document(from: page).diagnostics.isEmpty)
  }

  @Test func `a page without any text is an error`() {
    #expect(extractor.document(from: "<html></html>").diagnostics.map(\.severity) == [.error])
    #expect(extractor.document(from: "<p>Tea.</p>").diagnostics.map(\.severity) == [.warning])
  }
}
