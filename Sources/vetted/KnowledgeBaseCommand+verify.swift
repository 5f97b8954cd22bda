import ArgumentParser
import FactCheckCore
import FactChecking
import KnowledgeBase
import Reporting

extension KnowledgeBaseCommand {
  /// `vetted kb verify`
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Compare statements with the pages that they report.",
      discussion: """
        Reads the page of each active statement, on the web or among saved copies, and shows the passage that is nearest to \
        the statement, with the share of the statement's concepts and words that it has: agrees, changed (no passage has \
        enough of it), contradicts, moved, gone, unreachable, no-page. A folder of copies has an index.tsv with an address \
        and a file a line, separated by a tab; Scripts/medlineplus-copies makes one of MedlinePlus's topics. Exit status 1 \
        when something should be looked into.
        """)

    @Option(name: .long, help: ArgumentHelp("A folder of saved copies, instead of the web.", valueName: "folder"))
    var copies: String?

    @Argument(help: ArgumentHelp("Ids or areas; by default all.", valueName: "id|area"))
    var names: [String] = []

    @Flag(name: .long, help: "Show only what should be looked into.")
    var problems = false

    @OptionGroup var network: NetworkOptions
    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let verifier = StatementVerifier(checker: try resources.factChecker(), pages: try pages())
      let pack = try resources.pack()
      var counts: [StatementVerifier.Finding.Outcome: Int] = [:]
      for entry in try pack.entries(withIDs: try pack.entryIDs(named: names)) {
        for finding in try verifier.findings(on: entry) {
          counts[finding.outcome, default: 0] += 1
          if finding.outcome.needsLook || !problems && finding.outcome != .noPage { Console.write(Self.text(finding)) }
        }
      }
      let summary = StatementVerifier.Finding.Outcome.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
      Console.write(summary.joined(separator: ", ") + "\n")
      try (counts.keys.contains(where: \.needsLook) ? ExitStatus.flagged : .clean).exit()
    }

    private func pages() throws -> any PageReading {
      guard let copies else { return WebPages(fetcher: network.fetcher()) }
      return try CopyFolder(path: copies)
    }

    private static func text(_ finding: StatementVerifier.Finding) -> String {
      let share = finding.share.map { ", \(Int(($0 * 100).rounded())) %" } ?? ""
      let rows = [
        ("says", finding.statement), ("page", finding.passage), ("of", finding.address),
        (finding.outcome == .unreachable ? "why" : "now", finding.remark),
      ]
      let lines = rows.compactMap { name, value in
        value.map { "  \(name)\(String(repeating: " ", count: 6 - name.count))\($0)\n" }
      }
      return "\(finding.entry), \(finding.organization): \(finding.outcome.rawValue)\(share)\n" + lines.joined()
    }
  }
}
