import ArgumentParser
import ClaimVerification
import FactCheckCore
import FactChecking
import KnowledgeBase
import LanguageModel
import Reporting

/// `vetted about`: what this program is made of and how far it can be trusted.
struct AboutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "about", abstract: "Show the version, the knowledge base and the accusation gate.")

  @OptionGroup var resources: ResourceOptions

  func run() throws {
    let root = try resources.root()
    let models = try resources.models(in: root)
    try models?.verify()
    let pack = try resources.pack(in: root, models: models)
    let checker = try FactChecker(root: root, pack: pack, models: models)
    let summary = pack.summary
    let about = [
      ("version", FactChecker.version),
      ("language models", models.map { "sha256:\($0.digest), on \(Encoder.backend)" } ?? "none: rules decide"),
      ("data", root),
    ]
    let knowledge = [
      ("entries", "\(summary.entries)"), ("statements", "\(summary.statements)"),
      ("newest", summary.newest?.description ?? "-"), ("digest", summary.digest), ("pack", pack.path),
    ]
    let areas = try pack.areas().map { ($0.area, "\($0.entries)") }
    Console.write(
      KnowledgeReporter(width: Console.width).render(tables: [
        ("Vetted", about), ("Knowledge base", knowledge), ("Accusation gate", gate(of: checker)),
        ("Covered areas, with their entries", areas),
      ]))
  }

  private func gate(of checker: FactChecker) -> [(name: String, value: String)] {
    let gate = checker.gate
    let measured: [(name: String, value: String)] =
      if let measurement = gate.measurement {
        [
          ("precision of accusations", "\(measurement.precision)"), ("coverage", "\(measurement.coverage)"),
          ("measured", "\(measurement.on) on \(measurement.set)"),
        ]
      } else {
        [("measured", "not yet")]
      }
    return [("least confidence to accuse", "\(gate.accusationThreshold)"), ("to support", "\(gate.supportThreshold)")]
      + measured
  }
}
