import ArgumentParser
import FactCheckCore
import FactChecking
import Foundation
import Reporting
import WebFetching

extension InspectCommand {
  /// `vetted inspect extract`
  struct Extract: InspectedStage {
    static let configuration = CommandConfiguration(
      abstract: "{\"id\",\"html\"} or {\"id\",\"path\"}, or files, to main text and metadata.")

    struct Input: Decodable {
      let html: String?
      let path: String?
      let url: String?
    }

    struct Output: Encodable {
      let text: String
      let title: String?
      let author: String?
      let published: CalendarDate?
      let siteName: String?
      let language: String?
      let diagnostics: [Diagnostic]

      private enum Key: String, CodingKey { case text, title, author, published, siteName, language, diagnostics }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(text, forKey: .text)
        try container.encode(title, forKey: .title)
        try container.encode(author, forKey: .author)
        try container.encode(published, forKey: .published)
        try container.encode(siteName, forKey: .siteName)
        try container.encode(language, forKey: .language)
        try container.encode(diagnostics, forKey: .diagnostics)
      }
    }

    @Argument(help: "Files to extract instead of records on standard input; each gives a line with its path as id.")
    var files: [String] = []

    @OptionGroup var resources: ResourceOptions

    func makeTool() throws -> FactChecker { try resources.factChecker() }

    func run() throws {
      guard !files.isEmpty else { return try answerLines() }
      let checker = try makeTool()
      var status = ExitStatus.clean
      for file in files {
        let input = Input(html: nil, path: file, url: nil)
        status = max(status, try answer(id: .string(file)) { try answer(to: input, with: checker) })
      }
      try status.exit()
    }

    func answer(to input: Input, with checker: FactChecker) throws -> Output {
      let extracted = checker.extractor.document(from: try content(of: input))
      let source = extracted.value.source
      return Output(
        text: extracted.value.text, title: source.title, author: source.author, published: source.published,
        siteName: source.siteName, language: source.language, diagnostics: extracted.diagnostics)
    }

    private func content(of input: Input) throws -> RawContent {
      var content =
        switch (input.html, input.path) {
        case (nil, let path?): try InputReader.content(ofFile: path)
        case (let html?, nil):
          RawContent(bytes: Array(html.utf8), mediaType: "text/html", charset: "utf-8", source: .init(kind: .url))
        default:
          throw RecordError(code: "bad-record", description: "a record needs either “html” or a “path”")
        }
      if let url = input.url {
        content.source.url = url
        content.source.finalURL = url
        // A page saved under any name.
        content.mediaType = content.mediaType ?? "text/html"
      }
      return content
    }
  }

  /// `vetted inspect address`
  struct Address: InspectedStage {
    static let configuration = CommandConfiguration(
      abstract: "{\"id\",\"url\"} to whether it may be fetched. Names are not resolved.")

    struct Input: Decodable {
      let url: String
    }

    struct Output: Encodable {
      let allowed: Bool
      let reason: String?

      private enum Key: String, CodingKey { case allowed, reason }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(allowed, forKey: .allowed)
        try container.encode(reason, forKey: .reason)
      }
    }

    @OptionGroup var network: NetworkOptions

    func makeTool() -> AddressPolicy { network.policy }

    func answer(to input: Input, with policy: AddressPolicy) -> Output {
      switch policy.decision(on: input.url) {
      case .allowed: Output(allowed: true, reason: nil)
      case .refused(let refusal): Output(allowed: false, reason: "\(refusal.code.rawValue): \(refusal.reason)")
      }
    }
  }

  /// `vetted inspect robots`
  struct Robots: InspectedStage {
    static let configuration = CommandConfiguration(
      abstract: "{\"id\",\"agent\",\"url\",\"robotstxt_b64\"} to whether robots.txt lets the agent fetch the address.")

    struct Input: Decodable {
      /// A product token.
      let agent: String
      let url: String
      /// In JSON in base64, since the file may be any bytes.
      let robotstxt: Data

      private enum CodingKeys: String, CodingKey {
        case agent, url
        case robotstxt = "robotstxt_b64"
      }
    }

    struct Output: Encodable {
      let allowed: Bool
    }

    func makeTool() {}

    func answer(to input: Input, with tool: Void) -> Output {
      Output(allowed: RobotsFile(Array(input.robotstxt)).isAllowed(input.url, agent: input.agent))
    }
  }
}
