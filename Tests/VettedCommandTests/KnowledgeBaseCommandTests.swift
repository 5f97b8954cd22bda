import Foundation
import TestSupport
import Testing

@Suite struct KnowledgeBaseCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  private func edit(_ name: String, _ change: (String) -> String) throws {
    let file = URL(filePath: "\(program.root)/KnowledgeBase/\(name)")
    try change(try String(contentsOf: file, encoding: .utf8)).write(to: file, atomically: true, encoding: .utf8)
  }

  @Test func `a sound knowledge base has no findings`() throws {
    for arguments in [["kb", "lint"], ["kb", "lint", "--retrieval"], ["kb", "lint", "root/KnowledgeBase"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 0)
      #expect(outcome.output == "3 entries, 3 organizations, 0 feeds: 0 errors, 0 warnings\n")
    }
  }

  @Test func `what is wrong is shown with its line`() throws {
    try edit("entries/gout/nettle-tea.yaml") { $0.replacing("verdict: refuted", with: "verdict: maybe") }
    let outcome = try program.run(["kb", "lint"])
    #expect(outcome.status == 1)
    let line = #/\$FOLDER/root/KnowledgeBase/entries/gout/nettle-tea.yaml:3: error: .* \[[a-z-]+\]/#
    #expect(outcome.output.split(separator: "\n").first?.wholeMatch(of: line) != nil)
  }

  @Test func `a file that cannot be read is left out and told of`() throws {
    try edit("entries/gout/cherries.yaml") { _ in "id: [" }
    let outcome = try program.run(["check", "--text", "Nettle tea cures gout."])
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("1 contradicted"))
    #expect(outcome.errors.contains("are left out (1): run `vetted kb lint`"))
  }

  @Test func `a folder without entries is no knowledge base`() throws {
    let outcome = try program.run(["kb", "lint", "/"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("vetted: /: no knowledge base here"))
  }

  @Test func `the pack is built`() throws {
    let outcome = try program.run(["kb", "build"])
    #expect(outcome.status == 0)
    let line = #/\$FOLDER/data/vetted/knowledge-[0-9a-f]{16}\.sqlite: 3 entries, 6 statements, sha256:[0-9a-f]{64}\n/#
    #expect(outcome.output.wholeMatch(of: line) != nil)
  }

  @Test func `the statistics are printed`() throws {
    try Fixtures.expect(try program.run(["kb", "stats"]).output, "help/kb-stats.output.txt")
  }

  @Test func `an entry is shown`() throws {
    try Fixtures.expect(try program.run(["kb", "show", "gout/nettle-tea"]).output, "help/kb-show.output.txt")
  }

  @Test func `an entry that there is not costs only itself`() throws {
    let outcome = try program.run(["kb", "show", "gout/none", "gout/cherries"])
    #expect(outcome.status == 2)
    #expect(outcome.output.hasPrefix("gout/cherries\n"))
    #expect(outcome.errors == "vetted: gout/none: there is no such entry; look for it with vetted kb search\n")
  }

  @Test func `entries are found by words`() throws {
    let outcome = try program.run(["kb", "search", "nettle", "tea"])
    #expect(outcome.status == 0)
    #expect(
      outcome.output.split(separator: "\n").first?.contains("gout/nettle-tea, refuted: Nettle tea cures gout.") == true)
    #expect(try program.run(["kb", "search", "zzz"]).output == "nothing found\n")
  }

  @Test(arguments: [
    (
      "Gout is painful. No herbal tea cures gout, but medicines that lower uric acid prevent its attacks.", "agrees", 0
    ),
    ("Gout is painful. Ask your doctor.", "changed", 1),
    ("Gout is painful. Herbal tea cures gout. Medicines that lower uric acid prevent attacks.", "contradicts", 1),
  ])
  func `a statement is compared with a copy of its page`(page: String, outcome: String, status: Int32) throws {
    let copies = "\(program.folder.path)/copies"
    try FileManager.default.createDirectory(atPath: copies, withIntermediateDirectories: true)
    try "https://www.joints.example/gout\tgout.txt\n".write(
      toFile: "\(copies)/index.tsv", atomically: true, encoding: .utf8)
    try page.write(toFile: "\(copies)/gout.txt", atomically: true, encoding: .utf8)
    let run = try program.run(["kb", "verify", "--copies", copies, "gout/nettle-tea"])
    #expect(run.status == status)
    #expect(run.output.hasPrefix("gout/nettle-tea, joints: \(outcome), "))
    #expect(run.output.contains("  page  No herbal tea cures gout") == (outcome == "agrees"))
  }

  @Test func `copies without an index are an error that names it`() throws {
    let run = try program.run(["kb", "verify", "--copies", "nowhere"])
    #expect(run.status == 2)
    #expect(run.errors.contains("nowhere/index.tsv"))
  }

  @Test func `what the program is made of is told`() throws {
    let outcome = try program.run(["about"])
    #expect(outcome.status == 0)
    let steady = outcome.output.replacing(#/[0-9a-f]{64}|knowledge-[0-9a-f]{16}/#, with: "…")
      .replacing(
        #/(language models|least confidence to accuse|to support|precision of accusations|coverage|measured) .*/#
      ) {
        "\($0.output.1) …"
      }
    try Fixtures.expect(steady, "help/about.output.txt")
  }
}

/// Statements beside pages that are served here, some of them altered.
@Suite struct LiveVerificationTests {
  private static let page =
    "<p>Gout is painful. No herbal tea cures gout, but medicines that lower uric acid prevent attacks.</p>"

  @Test(arguments: [
    (answer(page), "agrees", 0),
    (answer("<p>Gout is painful. Ask your doctor what may help you against its attacks.</p>"), "changed", 1),
    (
      answer("<p>Gout is painful. Herbal tea cures gout. Medicines that lower uric acid prevent attacks.</p>"),
      "contradicts", 1
    ),
    (answer("", status: "410 Gone"), "gone", 1),
    (answer("", status: "503 Service Unavailable"), "unreachable", 0),
    (redirect(to: "/new/place"), "moved", 1),
  ])
  func `a statement is compared with its page`(answer: String, outcome: String, status: Int32) throws {
    let server = try LoopbackServer { request, client in
      client.send(request.target == "/new/place" ? TestSupport.answer(Self.page) : answer)
    }
    let program = try Program()
    let path = "\(program.root)/KnowledgeBase/entries/gout/nettle-tea.yaml"
    let entry = try String(contentsOfFile: path, encoding: .utf8)
    try entry.replacing("url: https://www.joints.example/gout", with: "url: \(server.address())")
      .write(toFile: path, atomically: true, encoding: .utf8)
    let run = try program.run(["kb", "verify", "--allow-host", "127.0.0.1:\(server.port)", "gout/nettle-tea"])
    #expect(run.status == status)
    #expect(run.output.hasPrefix("gout/nettle-tea, joints: \(outcome)"))
    #expect(run.output.contains("1 \(outcome)"))
  }
}
