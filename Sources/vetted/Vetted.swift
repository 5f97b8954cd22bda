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
    subcommands: [
      CheckCommand.self, RefreshCommand.self, ReviewCommand.self, KnowledgeBaseCommand.self, EvaluateCommand.self,
      InspectCommand.self, AboutCommand.self,
    ])

  /// Runs the command. Errors that are not about usage end with ``ExitStatus/failed``, where the argument parser would end
  /// with 1, which says that something was flagged.
  static func main() {
    Console.ignoreBrokenPipes()
    do {
      var command = try parseAsRoot()
      do {
        try command.run()
      } catch let error where exitCode(for: error) == .failure && !(error is ExitCode) {
        Console.tell("\(error)")
        try ExitStatus.failed.exit()
      }
    } catch {
      exit(withError: error)
    }
  }
}
