import ArgumentParser
import FactChecking

/// The command line of Vetted.
@main
struct Vetted: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "vetted",
    abstract: "Check medical claims against vetted statements of professional organizations.",
    discussion: """
      Vetted finds the medical claims in a text or a web page, looks each one up in a local knowledge base, and says \
      whether professional organizations support it, contradict it or say nothing about it, with the statement and \
      its source. Nothing is sent anywhere.

      Exit status: 0 nothing flagged, 1 something contradicted, overstated or outdated, 2 failed, 64 wrong usage.
      """,
    version: FactChecker.version,
    subcommands: [CheckCommand.self, KnowledgeBaseCommand.self, InspectCommand.self, AboutCommand.self])
}
