public import ArgumentParser
public import FactCheckCore
import KnowledgeBase
public import Reporting

extension KnowledgeBaseCommand {
  /// `vetted kb export`
  struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Write the knowledge base for other programs.",
      discussion: """
        Writes to standard output. json has all that the files hold, csv a row for each statement, claimreview a schema.org \
        DataFeed whose ratings run from 1 (refuted) to 5 (supported). Statements are in this project's own words; their \
        licence is that of the page they report.
        """)

    @Option(name: .long, help: "The form to write.")
    var format: KnowledgeExporter.Format = .json

    @Option(name: .long, help: "Only statements on pages under this licence; may be given several times.")
    var licence: [Statement.Licence] = []

    @Argument(help: ArgumentHelp("Ids or areas; by default all.", valueName: "id|area"))
    var names: [String] = []

    @OptionGroup var resources: ResourceOptions

    func run() throws {
      let pack = try resources.pack()
      let exporter = KnowledgeExporter(licences: Set(licence.isEmpty ? Statement.Licence.allCases : licence))
      let entries = try pack.entries(withIDs: try pack.entryIDs(named: names))
      Console.write(
        try exporter.render(
          entries, organizations: try pack.organizations(), digest: pack.summary.digest, as: format))
    }
  }
}

extension KnowledgePack {
  /// Ids of the named entries and of all entries in the named areas; all there are for no names.
  func entryIDs(named names: [String]) throws -> [String] {
    try entryIDs().filter { id in names.isEmpty || names.contains { id == $0 || id.hasPrefix($0 + "/") } }
  }
}

extension KnowledgeExporter.Format: ExpressibleByArgument {}
extension Statement.Licence: ExpressibleByArgument {}
