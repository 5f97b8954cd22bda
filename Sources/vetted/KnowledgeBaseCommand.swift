import ArgumentParser
import FactCheckCore
import FactChecking
import Foundation
import KnowledgeBase
import Reporting

/// `vetted kb`: the knowledge base.
struct KnowledgeBaseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kb",
    abstract: "Check, build, search and show the knowledge base.",
    subcommands: [Lint.self, Build.self, Stats.self, Show.self, Search.self, Verify.self, Export.self])
}

extension KnowledgeBaseCommand {
  /// `vetted kb lint`
  struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check the files of the knowledge base.",
      discussion:
        "Prints path:line: severity: what is wrong and how to mend it [rule]. Exit status 1 when there is an error.")

    @Argument(help: ArgumentHelp("The folder of a knowledge base; by default the one in use.", valueName: "folder"))
    var folder: String?

    @Flag(name: .long, help: "Also try whether each phrasing leads to its own entry, and no near-miss is judged.")
    var retrieval = false

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let source = try KnowledgeSource(root: try folder ?? "\(resources.root())/KnowledgeBase")
      var findings = EntryLinter().findings(in: source, today: .today)
      if retrieval { findings += try RetrievalLinter(checker: try resources.factChecker()).findings(in: source) }
      for finding in findings.sorted() {
        Console.write(
          "\(finding.path):\(finding.line): \(finding.severity.rawValue): \(finding.message) [\(finding.rule)]\n")
      }
      let errors = findings.count { $0.severity == .error }
      let counts = [
        Self.counted(source.entries.count, "entry", "entries"),
        Self.counted(source.organizations.count, "organization", "organizations"),
        Self.counted(source.feeds.count, "feed", "feeds"),
      ]
      let found = [
        Self.counted(errors, "error", "errors"), Self.counted(findings.count - errors, "warning", "warnings"),
      ]
      Console.write("\(counts.joined(separator: ", ")): \(found.joined(separator: ", "))\n")
      try (errors == 0 ? ExitStatus.clean : .flagged).exit()
    }

    private static func counted(_ count: Int, _ singular: String, _ plural: String) -> String {
      "\(count) \(count == 1 ? singular : plural)"
    }
  }

  /// `vetted kb build`
  struct Build: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Build the pack that checks read.",
      discussion: "Checks build it by themselves when it is missing or old; this does it ahead of time.")

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let pack = try resources.pack()
      let summary = pack.summary
      Console.write(
        "\(pack.path): \(summary.entries) entries, \(summary.statements) statements, \(summary.digest)\n")
    }
  }

  /// `vetted kb stats`
  struct Stats: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Count what the knowledge base covers.")

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let pack = try resources.pack()
      let statistics = KnowledgeStatistics(of: try pack.entries(withIDs: try pack.entryIDs()))
      let due = statistics.reviewsDue(by: .today)
      func rows(_ counts: [KnowledgeStatistics.Count]) -> [(name: String, value: String)] {
        counts.map { ($0.name, String($0.count)) }
      }
      let share = Int((statistics.checkedShare * 100).rounded())
      let totals = [
        ("entries", "\(statistics.entries)"), ("areas", "\(statistics.areas.count)"),
        ("statements", "\(statistics.statements)"),
        ("checked statements", "\(statistics.checkedStatements) (\(share) %)"),
        ("organizations with statements", "\(statistics.organizations.count)"), ("reviews due", "\(due.count)"),
      ]
      Console.write(
        KnowledgeReporter(width: Console.width).render(tables: [
          ("Totals", totals), ("Verdicts", rows(statistics.verdicts)), ("Harm", rows(statistics.harms)),
          ("Areas", rows(statistics.areas)), ("Organizations", rows(statistics.organizations)),
        ]))
    }
  }

  /// `vetted kb show`
  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Show entries.")

    @Argument(help: ArgumentHelp("Ids, such as vaccines/mmr-autism.", valueName: "id"))
    var ids: [String]

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let pack = try resources.pack()
      let organizations = Dictionary(try pack.organizations().map { ($0.id, $0) }) { first, _ in first }
      var status = ExitStatus.clean
      for id in ids {
        if let entry = try pack.entries(withIDs: [id]).first {
          Console.write(KnowledgeReporter(width: Console.width).render(entry, organizations: organizations))
        } else {
          Console.tell("\(id): there is no such entry; look for it with vetted kb search")
          status = .failed
        }
      }
      try status.exit()
    }
  }

  /// `vetted kb search`
  struct Search: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Find entries by words.")

    @Argument(help: "Words to look for.")
    var words: [String]

    @Option(name: .long, help: "The largest number of entries.")
    var limit = 10

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let checker = try resources.factChecker()
      let found = try checker.retriever.candidates(for: words.joined(separator: " "), limit: limit)
      Console.write(KnowledgeReporter(width: Console.width).render(found))
    }
  }
}

extension CalendarDate {
  /// The day it is now, in UTC.
  static var today: CalendarDate { CalendarDate(secondsSince1970: Console.now()) }
}
