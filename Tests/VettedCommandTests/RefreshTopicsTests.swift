import Foundation
import TestSupport
import Testing

/// Health topics in bulk, from a file at hand.
@Suite struct RefreshTopicsTests {
  private let program: Program

  init() throws {
    program = try Program()
    let library = """
      id: library
      name: Library of Health
      kind: research-agency
      country: INT
      hosts: [library.example]
      licence: public-domain
      trust:
        - {topic: "*", from: 1990-01-01, level: full, reason: "An invented body."}

      """
    let feed = """
      id: library-topics
      name: Topics of the Library of Health
      url: "https://library.example/topics_{date}.xml"
      format: medlineplus-topics
      organization: library
      kind: topics
      gate: proposal
      link_hosts: [library.example]
      stale_after_days: 9000

      """
    try program.folder.write(library, to: "root/KnowledgeBase/organizations/library.yaml")
    try program.folder.write(feed, to: "root/KnowledgeBase/feeds/library-topics.yaml")
    try program.folder.write(Self.topics, to: "topics.xml")
  }

  private static let topics = """
    <health-topics total="2" date-generated="09/06/2024 02:30:33">
    <health-topic title="Gout" url="https://library.example/gout.html" id="1" language="English">
    <full-summary>&lt;p&gt;What is gout?&lt;/p&gt;&lt;p&gt;High levels of uric acid cause gout.&lt;/p&gt;</full-summary></health-topic>
    <health-topic title="Herbs" url="https://library.example/herbs.html" id="2" language="English">
    <full-summary>&lt;p&gt;Nettle tea does not cure gout. Eating cherries prevents attacks of gout.&lt;/p&gt;</full-summary></health-topic>
    </health-topics>
    """

  private func vetted(_ arguments: String..., by who: String = "A") throws -> Program.Outcome {
    try program.run(arguments, environment: ["VETTED_REVIEWER": who])
  }

  private func entry(_ name: String) throws -> String {
    try String(contentsOfFile: "\(program.root)/KnowledgeBase/entries/gout/\(name).yaml", encoding: .utf8)
  }

  private func refresh() throws -> String {
    try vetted("refresh", "--file", "topics.xml", "--as", "library-topics").output
  }

  @Test func `topics are accepted as a whole, once`() throws {
    #expect(
      try refresh().hasPrefix("library-topics: fetched, 2 items, proposals: 2 that agree, 1 that touch an entry\n"))
    #expect(try vetted("review", "groups").output == "Gout: 1 agrees\nHerbs: 1 agrees, 1 touches\n2 groups\n")
    let accepted = try vetted("review", "accept", "--group", "Herbs")
    #expect(accepted.output.contains(": accepted into gout/nettle-tea\n"), "\(accepted)")
    let statement = """
        - organization: library
          stance: denies
          text: Nettle tea does not cure gout.
          url: https://library.example/herbs.html
          checked:
      """
    let written = try entry("nettle-tea")
    #expect(written.contains(statement), "\(written)")
    #expect(written.contains("https://library.example/topics_2024-09-06.xml"))
    #expect(written.contains("stored-copy"))
    #expect(try vetted("review", "groups").output == "Gout: 1 agrees\n1 group\n")
    #expect(try refresh() == "feeds: 1 fetched\n0 new items, no proposals, 0 notices\n")
    #expect(try vetted("kb", "lint").status == 0)
  }

  @Test func `where the harm is high a group needs two people too`() throws {
    let risky = try entry("nettle-tea").replacing("harm: moderate", with: "harm: high")
    try program.folder.write(risky, to: "root/KnowledgeBase/entries/gout/nettle-tea.yaml")
    _ = try refresh()
    #expect(try vetted("review", "accept", "--group", "herbs").output.contains("a second person has to accept it"))
    #expect(try entry("nettle-tea") == risky)
    #expect(
      try vetted("review", "accept", "--group", "herbs", by: "B").output.contains(": accepted into gout/nettle-tea\n"))
  }

  @Test func `a group leaves open what conflicts`() throws {
    let contrary = Self.topics.replacing("Nettle tea does not cure gout.", with: "Nettle tea cures gout.")
    try program.folder.write(contrary, to: "topics.xml")
    _ = try refresh()
    let accepted = try vetted("review", "accept", "--group", "Herbs")
    #expect(accepted.errors.contains("1 left open"), "\(accepted)")
    #expect(try vetted("review", "list", "--relation", "conflicts").output.hasSuffix("1 proposal\n"))
  }

  @Test(arguments: [
    ["refresh", "--file", "topics.xml"], ["refresh", "--as", "library-topics"],
    ["refresh", "--file", "topics.xml", "--as", "library-topics", "library-topics"],
    ["review", "accept", "--group", "None"],
  ])
  func `wrong usage says what is right`(arguments: [String]) throws {
    #expect(try program.run(arguments, environment: ["USER": "A"]).status == 64)
  }

  @Test func `a file that there is not is named`() throws {
    let outcome = try vetted("refresh", "--file", "none.xml", "--as", "library-topics")
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("vetted: none.xml: there is no such file"))
  }

  @Test func `on a terminal there is a bar, and elsewhere there are lines`() throws {
    let command = "refresh --file topics.xml --as library-topics"
    let shown = try program.shell("script -qec '\"$vetted\" \(command)' /dev/null < /dev/null")
    #expect(shown.output.contains("[########################] 1 of 1 feeds, library-topics"), "\(shown)")
    #expect(try program.shell("\"$vetted\" \(command)").errors == "vetted: 1 of 1 feeds, library-topics\n")
  }
}
