import ArgumentParser
import ClaimVerification
import FactCheckCore
import FactChecking
import Foundation
import KnowledgeBase
import Reporting

/// `vetted evaluate`: how far the verdicts and the stages behind them can be trusted.
struct EvaluateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure verdicts, stance, detection and retrieval on sets with known answers.",
    discussion: """
      By default on the sets under Data/evaluation, whose floors are in floors.json there: below a floor the exit status \
      is 1. Other files of the same forms can be named: posts with "expected" verdicts, "claim" with "evidence" and \
      "label", "text" with "label", "text" with "entry". Figures have their 95 % intervals behind them.
      """)

  @Argument(help: ArgumentHelp("Files in JSON Lines.", valueName: "set"))
  var sets: [String] = []

  @Flag(name: .long, help: "Show the verdicts on posts that were wrong.")
  var mistakes = false

  @Flag(name: .long, help: "Raise the floors to what is measured.")
  var pin = false

  @Option(
    name: .long, help: ArgumentHelp("With --pin: also lower floors, for a reason that is kept.", valueName: "reason"))
  var lower: String?

  @Flag(
    name: .long,
    help:
      "Write what the classifier of stances is fitted on, as NDJSON; the sets are claims with \"entry\" and \"label\".")
  var features = false

  @OptionGroup var resources: ResourceOptions

  func run() throws {
    if features { return try writeFeatures() }
    let folder = "\(try resources.root())/Data/evaluation"
    let checker = try resources.factChecker()
    var floors = try Floors(path: "\(folder)/floors.json")
    var violations: [String] = []
    for path in sets.isEmpty ? try Self.sets(in: folder) : sets {
      let set = try EvaluationSet(path: path)
      let figures = try set.figures(of: checker)
      Console.write(KnowledgeReporter().render(tables: [(path, figures.map { ($0.name, Self.text($0)) })]))
      if case .posts(let posts) = set { try show(posts) }
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard sets.isEmpty else { continue }
      violations += floors.violations(by: figures, of: name).map { "\(name): \($0.figure.name) is below \($0.floor)" }
      floors.pin(figures, of: name, loweringBecause: lower)
    }
    if pin { return try floors.write(to: "\(folder)/floors.json") }
    for violation in violations { Console.tell(violation) }
    try (violations.isEmpty ? ExitStatus.clean : .flagged).exit()
  }

  private func writeFeatures() throws {
    // The classifier that there is may be for other features.
    let checker = try resources.factChecker(classifier: .blank)
    let pack = try resources.pack()
    func write(_ rows: [PhrasingFeatures]) throws {
      for row in rows { Console.write(try JSONReporter(.oneLine).render(row) + "\n") }
    }
    for entry in try pack.entries(withIDs: pack.entryIDs().filter(PhrasingFeatures.isHeldOut)) {
      try write(try PhrasingFeatures.rows(of: entry, by: checker))
    }
    for claim in try sets.flatMap(WrittenClaim.all) { try write(try PhrasingFeatures.rows(of: claim, by: checker)) }
  }

  private static func sets(in folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".jsonl") }.sorted()
      .map { "\(folder)/\($0)" }
  }

  /// How many verdicts are given, and how many are right, from each confidence on.
  private func show(_ posts: [EvaluationPost]) throws {
    let open = try resources.factChecker(gate: .open)
    let evaluation = try EndToEndEvaluation(of: posts, by: open)
    let expected = evaluation.coverage.trials
    let rows = stride(from: 0.5, through: 0.95, by: 0.05).map { threshold in
      let given = evaluation.decided.filter { $0.confidence >= threshold }
      let accusing = given.filter(\.isAccusation)
      let right = given.count(where: \.isRight)
      return (
        "confidence from \(Self.rounded(threshold))",
        "\(right) of \(given.count) verdicts right, coverage \(Self.rounded(Double(right) / Double(max(expected, 1)))), "
          + "\(accusing.count(where: \.isRight)) of \(accusing.count) accusations right"
      )
    }
    Console.write(KnowledgeReporter().render(tables: [("With an open gate", rows)]))
    guard mistakes else { return }
    for mistake in evaluation.mistakes {
      Console.write(
        "  \(mistake.post): \(mistake.verdict.rawValue) (\(Self.rounded(mistake.confidence))) by "
          + "\(mistake.entry ?? "-"): \(mistake.quote)\n")
    }
  }

  /// `0.972 (0.91–0.99), 72 rows`
  private static func text(_ figure: Figure) -> String {
    "\(rounded(figure.value)) (\(rounded(figure.interval.lowerBound))–\(rounded(figure.interval.upperBound))), "
      + "\(figure.count) rows"
  }

  private static func rounded(_ number: Double) -> String { String((number * 1000).rounded() / 1000) }
}
