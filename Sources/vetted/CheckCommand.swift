import ArgumentParser
import FactCheckCore
import FactChecking
import Foundation
import Reporting
import WebFetching

/// `vetted check`: texts, files and pages.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the medical claims in texts, files and web pages.",
    discussion: """
      Names of files (plain text, Markdown, HTML, PDF) and addresses can be given together; - is standard input, which \
      is also read when nothing is named. With --format json each input gives an object. With --format ndjson each line of input is an object {"id", "text"} or \
      {"id", "url"}, and each line of output is {"id", "report"} or {"id", "error"}.
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, ndjson }

  @Argument(help: ArgumentHelp("Files, addresses or - for standard input.", valueName: "file|url|-"))
  var inputs: [String] = []

  @Option(name: .long, help: "A text to check.")
  var text: [String] = []

  @Option(name: .long, help: "The address of a page to check.")
  var url: [String] = []

  @Option(name: .long, help: ArgumentHelp("A web page that was saved as a file.", valueName: "file"))
  var html: [String] = []

  @Option(name: .long, help: "The form of the report.")
  var format: Format = .text

  @Flag(name: .long, help: "Fetch pages even if they were fetched lately.")
  var fresh = false

  @Flag(name: .long, help: "Fetch pages even where robots.txt asks programs not to, as for pages of your own.")
  var ignoreRobots = false

  @OptionGroup var network: NetworkOptions
  @OptionGroup var resources: ResourceOptions

  private static var cache: PageCache {
    PageCache(folder: ResourceLocator.pageDirectory(environment: ProcessInfo.processInfo.environment))
  }

  func run() throws {
    let pages = PageVisitor(
      fetcher: network.fetcher(), cache: Self.cache, readsCache: !fresh, obeysRobots: !ignoreRobots)
    let reader = InputReader(pages: pages)
    let options = text.map(Input.text) + url.map(Input.url) + html.map(Input.savedPage)
    let named = options + inputs.map(Input.init(argument:))
    if named.isEmpty && Console.inputIsTerminal {
      Console.tell("reading a text from the keyboard; end it with Ctrl-D")
    }
    let all = named.isEmpty ? [.standardInput] : named
    let checker = NotingChecker(checker: try resources.factChecker(), notices: resources.notices())
    switch format {
    case .text, .json: try checkEach(all, reader: reader, checker: checker).exit()
    case .ndjson: try RecordChecker(reader: reader, checker: checker).check(all).exit()
    }
  }

  /// Checks one input after the other; one that cannot be read costs only itself.
  private func checkEach(_ inputs: [Input], reader: InputReader, checker: NotingChecker) throws -> ExitStatus {
    var status = ExitStatus.clean
    for (index, input) in inputs.enumerated() {
      if index > 0 && format == .text { Console.write("\n") }
      do {
        let content = try reader.content(of: input)
        let report = try checker.check(content)
        Console.write(try text(of: report, on: content))
        status = max(status, report.exitStatus)
      } catch {
        Console.tell("\(error)")
        status = .failed
      }
    }
    return status
  }

  private func text(of report: FactCheckReport, on content: RawContent) throws -> String {
    guard format == .text else { return try JSONReporter().render(report) + "\n" }
    let reporter = TextReporter(style: Console.wantsColour ? .coloured : .plain, width: Console.width)
    return reporter.render(report, isVerbatim: content.isPlainText)
  }
}

extension RawContent {
  /// Whether the text that is checked has the lines of the source. That of a page, of Markdown and of a PDF has its own.
  var isPlainText: Bool {
    let start = bytes.drop { [9, 10, 13, 32].contains($0) }
    let isMarkup = start.first == UInt8(ascii: "<") || start.starts(with: "%PDF-".utf8)
    return [nil, "text/plain"].contains(mediaType) && !isMarkup
  }
}

/// Checks, and shows beside the verdicts what regulators warn of.
struct NotingChecker {
  let checker: FactChecker
  /// The alerts of the day.
  let notices: [Notice]

  func check(_ content: RawContent) throws -> FactCheckReport { try checker.check(content).noting(notices) }
}

extension FactCheckReport {
  var exitStatus: ExitStatus { isFlagged ? .flagged : isChecked ? .clean : .failed }
}

/// How pages are fetched.
struct NetworkOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A host in a private network that may be asked; can be repeated. With a port, on that port too.",
      valueName: "host[:port]"))
  var allowHost: [String] = []

  @Option(name: .long, help: ArgumentHelp("An address or mailbox for the User-Agent.", valueName: "contact"))
  var contact: String?

  @Option(
    name: .long, help: ArgumentHelp("How long a page may take, with redirects; by default 30.", valueName: "seconds"))
  var timeout: Int?

  @Option(
    name: .long, help: ArgumentHelp("How large a page may be, unpacked; by default 40.", valueName: "megabytes"))
  var maxSize: Int?

  func validate() throws {
    guard timeout.map({ (1...3600).contains($0) }) ?? true else {
      throw ValidationError("--timeout is 1 to 3600 seconds")
    }
    guard maxSize.map({ (1...1000).contains($0) }) ?? true else {
      throw ValidationError("--max-size is 1 to 1000 megabytes")
    }
  }

  var policy: AddressPolicy { AddressPolicy(allowedPrivateHosts: Set(allowHost)) }

  /// - Parameters:
  ///   - types: the media types that are read.
  ///   - limits: how long and how much.
  /// - Returns: what fetches pages as the options say.
  func fetcher(
    accepting types: [String] = WebFetcher.pageMediaTypes, limits: WebFetcher.Limits = .init()
  ) -> WebFetcher {
    let environment = ProcessInfo.processInfo.environment
    return WebFetcher(
      version: FactChecker.version, contact: contact ?? environment["VETTED_CONTACT"] ?? "no contact given",
      policy: policy, limits: adjusted(limits), acceptedMediaTypes: types, certificates: environment["SSL_CERT_FILE"])
  }

  private func adjusted(_ limits: WebFetcher.Limits) -> WebFetcher.Limits {
    var limits = limits
    if let timeout {
      limits.total = .seconds(timeout)
      limits.firstByte = limits.total
    }
    if let maxSize {
      limits.bodyBytes = maxSize * 1_000_000
      limits.wireBytes = limits.bodyBytes
    }
    return limits
  }
}
