import ArgumentParser
import FactCheckCore
import FactChecking
import Foundation
import Reporting

/// `vetted evaluate`: how far the verdicts can be trusted.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure the verdicts on posts with known answers.",
    discussion: """
      By default on Data/evaluation/posts.jsonl, whose floors are in Data/evaluation/floors.json: below a floor the exit \
      status is 1. Other files of the same form can be named; they have no floors.
      """)

  @Argument(help: ArgumentHelp("Files of posts in JSON Lines.", valueName: "file"))
  var sets: [String] = []

  @Flag(name: .long, help: "Show the verdicts that were wrong.")
  var mistakes = false

  @OptionGroup var resources: ResourceOptions

  /// The least precision and coverage, and the largest share of traps accused.
  private struct Floors: Decodable {
    let accusationPrecision: Double
    let decisivePrecision: Double
    let coverage: Double
    let trapsAccused: Double
  }

  func run() throws {
    let folder = "\(try resources.root())/Data/evaluation"
    let checker = try resources.factChecker()
    for set in sets.isEmpty ? ["\(folder)/posts.jsonl"] : sets {
      let evaluation = try EndToEndEvaluation(of: EvaluationPost.posts(at: set), by: checker)
      let rows = [
        ("accusations that are right", Self.text(evaluation.accusations)),
        ("decisive verdicts that are right", Self.text(evaluation.decisive)),
        ("expected verdicts that are given", Self.text(evaluation.coverage)),
        ("traps that are accused", Self.text(evaluation.trapsAccused)),
      ]
      Console.write(KnowledgeReporter().render(tables: [(set, rows)]))
      if mistakes {
        for mistake in evaluation.mistakes {
          Console.write("  \(mistake.post): \(mistake.verdict.rawValue) by \(mistake.entry ?? "-"): \(mistake.quote)\n")
        }
      }
      if sets.isEmpty { try check(evaluation, against: "\(folder)/floors.json") }
    }
  }

  private func check(_ evaluation: EndToEndEvaluation, against path: String) throws {
    let floors = try JSONDecoder().decode(Floors.self, from: Data(contentsOf: URL(fileURLWithPath: path)))
    let failures = [
      (evaluation.accusations.value ?? 1) < floors.accusationPrecision ? "accusations" : nil,
      (evaluation.decisive.value ?? 1) < floors.decisivePrecision ? "decisive verdicts" : nil,
      (evaluation.coverage.value ?? 0) < floors.coverage ? "coverage" : nil,
      (evaluation.trapsAccused.value ?? 0) > floors.trapsAccused ? "traps" : nil,
    ].compactMap { $0 }
    guard !failures.isEmpty else { return }
    Console.tell("worse than \(path) allows: \(failures.joined(separator: ", "))")
    try ExitStatus.flagged.exit()
  }

  /// `0.972 (0.91–0.99), 70 of 72`
  private static func text(_ proportion: Proportion) -> String {
    guard let value = proportion.value, let interval = proportion.interval else { return "no cases" }
    func rounded(_ number: Double) -> String { String((number * 1000).rounded() / 1000) }
    return "\(rounded(value)) (\(rounded(interval.lowerBound))–\(rounded(interval.upperBound))), "
      + "\(proportion.successes) of \(proportion.trials)"
  }
}
