import ArgumentParser
import FactCheckCore
import FactChecking
import KnowledgeBase
import Reporting

extension KnowledgeBaseCommand {
  /// `vetted kb verify`
  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show what carries each checked statement.",
      discussion: """
        For each statement that is marked as checked, the passage of a saved copy of the page that is nearest to it, with \
        the share of the statement's concepts and words that it has. A statement without such a passage is “weak”, one \
        whose page is not among the copies is “no-copy”. The folder has an index.tsv with an address and a file a line, \
        separated by a tab; Scripts/medlineplus-copies makes one of MedlinePlus's topics. Exit status 1 when something is \
        weak.
        """)

    @Option(name: .long, help: ArgumentHelp("The folder of saved copies.", valueName: "folder"))
    var copies: String

    @Argument(help: ArgumentHelp("Ids or areas; by default all.", valueName: "id|area"))
    var names: [String] = []

    @Flag(name: .long, help: "Show only what is weak.")
    var weak = false

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let verifier = try CopyVerifier(root: try resources.root(), copies: try CopyFolder(path: copies))
      let pack = try resources.pack()
      let ids = try pack.entryIDs().filter { id in
        names.isEmpty || names.contains { id == $0 || id.hasPrefix($0 + "/") }
      }
      var counts: [CopyVerifier.Finding.Outcome: Int] = [:]
      for entry in try pack.entries(withIDs: ids) {
        for finding in verifier.findings(on: entry) {
          counts[finding.outcome, default: 0] += 1
          if finding.outcome == .weak || finding.outcome == .carried && !weak { Console.write(Self.text(finding)) }
        }
      }
      let summary = CopyVerifier.Finding.Outcome.allCases.map { "\(counts[$0] ?? 0) \($0.rawValue)" }
      Console.write(summary.joined(separator: ", ") + "\n")
      try (counts[.weak] == nil ? ExitStatus.clean : .flagged).exit()
    }

    private static func text(_ finding: CopyVerifier.Finding) -> String {
      let share = Int((finding.share * 100).rounded())
      return """
        \(finding.entry), \(finding.organization): \(finding.outcome.rawValue), \(share) %
          says  \(finding.statement)
          copy  \(finding.passage ?? "-")
          of    \(finding.address)

        """
    }
  }
}
