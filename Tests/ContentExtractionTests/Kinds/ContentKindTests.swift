import Testing

@testable import ContentExtraction

@Suite struct ContentKindTests {
  static let cases: [(mediaType: String?, address: String?, text: String, kind: ContentKind)] = [
    ("text/html", nil, "Tea", ContentKind.html), ("application/xhtml+xml", nil, "Tea", .html),
    ("text/markdown", nil, "<p>Tea", .markdown), (nil, "notes/tea.MD", "Tea", .markdown),
    (nil, "https://a.example/tea.md?raw=1#top", "Tea", .markdown), (nil, nil, " \n<!DOCTYPE HTML><p>Tea", .html),
    ("text/plain", nil, "<html><p>Tea", .html), (nil, "tea.html", "Tea <b>time</b>", .html),
    ("text/plain", "tea.txt", "a < b", .plainText), (nil, nil, "Tea", .plainText), (nil, nil, "<3 tea", .plainText),
  ]

  @Test(arguments: cases)
  func `the kind follows from media type, address and opening`(
    _ mediaType: String?, _ address: String?, _ text: String, _ kind: ContentKind
  ) {
    #expect(ContentKind(mediaType: mediaType, address: address, text: Array(text.utf8)) == kind)
  }
}
