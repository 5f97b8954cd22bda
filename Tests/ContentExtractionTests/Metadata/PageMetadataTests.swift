import FactCheckCore
import Testing

@testable import ContentExtraction

@Suite struct PageMetadataTests {
  private func metadata(of page: String) throws -> PageMetadata {
    let vocabulary = try PageVocabulary(DataSection.sections(in: TestRules.vocabulary))
    let page = PageParser.parse(Array(page.utf8), vocabulary: vocabulary)
    return PageMetadata(of: page.tree, structuredData: StructuredData(page.structuredData))
  }

  @Test(arguments: [
    ("<meta property='og:title' content='Tea &amp; sleep'><title>x</title><h1>y</h1>", "Tea & sleep"),
    ("<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Tea\"}</script><h1>y</h1>", "Tea"),
    ("<title>Tea | The Leaf</title><h1>Tea</h1>", "Tea"),
    ("<meta property=og:site_name content='The Leaf'><title>Tea - a story - The Leaf</title>", "Tea - a story"),
    ("<title>Tea | Coffee</title>", "Tea | Coffee"), ("<h1>Only <b>this</b></h1>", "Only this"),
  ])
  func `the title is the headline without the site's name`(_ page: String, _ title: String) throws {
    #expect(try metadata(of: page).title == title)
  }

  @Test(arguments: [
    ("<meta name=author content='By Ann Lee'>", "Ann Lee"),
    (
      "<script type=application/ld+json>{\"@graph\":[{\"@type\":\"Article\",\"author\":{\"@id\":\"#a\"}},"
        + "{\"@type\":\"Person\",\"@id\":\"#a\",\"name\":\"Ann Lee\"}]}</script>", "Ann Lee"
    ),
    ("<script type=application/ld+json>{\"@type\":\"Article\",\"author\":[{\"name\":\"A\"},\"B\"]}</script>", "A, B"),
    ("<a rel=author href=/a>Ann Lee</a>", "Ann Lee"), ("<p class=byline>by Ann Lee</p>", "Ann Lee"),
    ("<meta name=author content='https://a.example/ann'><span itemprop=author>Ann Lee</span>", "Ann Lee"),
  ])
  func `the author is named`(_ page: String, _ author: String) throws {
    #expect(try metadata(of: page).author == author)
  }

  @Test(arguments: [
    "<script type=application/ld+json>{\"@type\":[\"Article\"],\"datePublished\":\"2024-05-03T10:00:00Z\"}</script>",
    "<meta property=article:published_time content=2024-05-03>", "<time datetime='2024-05-03T10:00'>x</time>",
    "<p>On <time>May 3rd, 2024</time></p>", "<span itemprop=datePublished content=2024-05-03></span>",
    "<meta name=citation_publication_date content='2024/05/03'>",
  ])
  func `the day of publication is read`(_ page: String) throws {
    #expect(try metadata(of: page).published == CalendarDate(year: 2024, month: 5, day: 3))
  }

  @Test func `site, language and canonical address are read`() throws {
    let page = """
      <html lang=en-GB><meta property=og:site_name content=Leaf><link rel=canonical href=https://a.example/tea>
      """
    let metadata = try metadata(of: page)
    #expect(metadata.siteName == "Leaf")
    #expect(metadata.language == "en-GB")
    #expect(metadata.canonicalURL == "https://a.example/tea")
  }
}
