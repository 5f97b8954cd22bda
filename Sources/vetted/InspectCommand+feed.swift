import ArgumentParser
import FactCheckCore
import FeedReading

extension InspectCommand {
  /// `vetted inspect feed`
  struct FeedStage: InspectedStage {
    static let configuration = CommandConfiguration(
      commandName: "feed", abstract: "{\"id\",\"path\"}, or files, to the items of a feed.")

    struct Input: Decodable {
      let path: String
      /// Where the feed was fetched: what relative links refer to.
      let url: String?
    }

    struct Output: Encodable {
      let format: FeedFormat?
      let title, link, language, updated, nextPage: String?
      let items: [Item]
      let diagnostics: [Diagnostic]

      init(_ feed: Diagnosed<Feed>) {
        format = feed.value.format
        title = feed.value.title
        link = feed.value.link
        language = feed.value.language
        updated = feed.value.updated?.description
        nextPage = feed.value.nextPage
        items = feed.value.items.map(Item.init)
        diagnostics = feed.diagnostics
      }
    }

    struct Item: Encodable {
      let id, title, link, summary, content, published, updated: String?
      let authors: [Author]

      init(_ item: FeedItem) {
        id = item.id
        title = item.title
        link = item.link
        summary = item.summary
        content = item.content
        published = item.published?.description
        updated = item.updated?.description
        authors = item.authors.map { Author(name: $0.name, email: $0.email, url: $0.url) }
      }
    }

    struct Author: Encodable {
      let name, email, url: String?
    }

    @Argument(help: "Files to read instead of records on standard input; each gives a line with its path as id.")
    var files: [String] = []

    func makeTool() -> FeedReader { FeedReader() }

    func run() throws {
      guard !files.isEmpty else { return try answerLines() }
      var status = ExitStatus.clean
      for file in files {
        let input = Input(path: file, url: nil)
        status = max(status, try answer(id: .string(file)) { try answer(to: input, with: makeTool()) })
      }
      try status.exit()
    }

    func answer(to input: Input, with reader: FeedReader) throws -> Output {
      var content = try InputReader.content(ofFile: input.path)
      content.source.url = input.url
      return Output(reader.feed(from: content))
    }
  }
}
