import Foundation
import Synchronization
import TestSupport
import Testing

@Suite struct CheckCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  private let myth = "Nettle tea cures gout."
  private let truth = "Gout is caused by too much uric acid."

  private func object(_ json: some StringProtocol) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
  }

  @Test func `a text is checked`() throws {
    let outcome = try program.run(["check", "--text", myth])
    #expect(outcome.status == 1)
    #expect(outcome.output.hasPrefix("text:1:1: contradicted\n   1 | Nettle tea cures gout.\n     | ^~~~~"))
    #expect(outcome.output.hasSuffix("text: 1 claim: 1 contradicted\n"))
    #expect(outcome.errors.isEmpty)
  }

  @Test(arguments: [["check"], ["check", "-"]]) func `standard input is checked`(arguments: [String]) throws {
    let outcome = try program.run(arguments, input: truth)
    #expect(outcome.status == 0)
    #expect(outcome.output.hasSuffix("text: 1 claim: 1 supported\n"))
  }

  @Test(arguments: ["post.txt", "post.md", "page.html"]) func `files are checked by their kind`(name: String) throws {
    try FileManager.default.copyItem(atPath: Fixtures.path("inputs/\(name)"), toPath: "\(program.folder.path)/\(name)")
    let outcome = try program.run(["check", name])
    #expect(outcome.status == 1)
    let heading = name == "post.txt" ? "\npost.txt:2:1: supported\n" : "\(name): contradicted\n"
    #expect(outcome.output.contains(heading))
    #expect(!outcome.output.contains("<p>") && !outcome.output.contains("**"))
  }

  @Test func `a page saved under any name is read as one`() throws {
    try "\(myth)<p>\(truth)".write(toFile: "\(program.folder.path)/saved", atomically: true, encoding: .utf8)
    let outcome = try program.run(["check", "--html", "saved"])
    #expect(outcome.status == 1)
    #expect(outcome.output.hasSuffix("saved: 2 claims: 1 contradicted, 1 supported\n"))
    #expect(!outcome.output.contains("<p>"))
  }

  @Test func `a page that is checked again is fetched once, unless it is to be fresh`() throws {
    let requests = Mutex(0)
    let server = try LoopbackServer { [myth] request, client in
      guard request.target != "/robots.txt" else { return _ = client.send(answer("", status: "404 Not Found")) }
      requests.withLock { $0 += 1 }
      client.send(answer("<p>\(myth)</p>", type: "text/html"))
    }
    let command = ["check", "--url", server.address(), "--allow-host", "127.0.0.1:\(server.port)"]
    for arguments in [command, command, command + ["--fresh"]] {
      let outcome = try program.run(arguments)
      #expect(outcome.status == 1)
      #expect(outcome.output.hasSuffix("1 claim: 1 contradicted\n"))
    }
    #expect(requests.withLock(\.self) == 2)
  }

  @Test func `a page that robots.txt keeps for itself is told with what to do`() throws {
    let server = try LoopbackServer { [myth] request, client in
      client.send(
        request.target == "/robots.txt"
          ? answer("User-agent: *\nDisallow: /", type: "text/plain") : answer("<p>\(myth)</p>"))
    }
    let command = ["check", "--url", server.address(), "--allow-host", "127.0.0.1:\(server.port)"]
    let refused = try program.run(command)
    #expect(refused.status == 2)
    #expect(refused.errors.contains("blocked by robots.txt") && refused.errors.contains("Paste the text"), "\(refused)")
    #expect(try program.run(command + ["--ignore-robots"]).status == 1)
  }

  @Test func `one input that cannot be read costs only itself`() throws {
    let outcome = try program.run(["check", "--text", truth, "missing.txt", "--text", myth])
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("1 supported") && outcome.output.contains("1 contradicted"))
    #expect(
      outcome.errors == "vetted: missing.txt: there is no such file; check the path, or use --text for a text\n")
  }

  @Test func `a report in JSON has the schema and its text`() throws {
    let outcome = try program.run(["check", "--format", "json", "--text", "😀 \(myth)"])
    #expect(outcome.status == 1)
    let report = try object(outcome.output)
    #expect(report["schema"] as? String == "vetted.report/1")
    let claims = try #require(report["claims"] as? [[String: Any]])
    #expect((claims[0]["quote"] as? String).map(myth.hasPrefix) == true)
    #expect((claims[0]["span"] as? [String: Any])?["start"] as? Int == 2)
  }

  @Test func `records are answered in order and a bad line costs only itself`() throws {
    let input = """
      {"id": 1, "text": "\(myth)"}
      no JSON

      {"id": "two", "text": "\(truth)"}
      {"id": 12345678901234567890}
      {"id": null, "url": "http://127.0.0.1/"}
      {"id": "five", "text": 5}
      ["six"]
      {"id": true, "text": "Hello!", "more": 1}
      """
    let outcome = try program.run(["check", "--format", "ndjson"], input: input)
    #expect(outcome.status == 2)
    let lines = try outcome.output.split(separator: "\n").map(object)
    let ids = outcome.output.split(separator: "\n").map { $0.contains(#""id":12345678901234567890"#) }
    #expect(ids == [false, false, false, true, false, false, false, false])
    let errors = lines.map { ($0["error"] as? [String: Any])?["message"] as? String }
    #expect(errors[0] == nil && errors[2] == nil && errors[7] == nil)
    #expect(errors[1] == "line 2: it is not JSON")
    #expect(errors[3] == "line 5: it needs either a “text” or a “url”")
    #expect(errors[4]?.contains("loopback") == true)
    #expect(errors[5] == "line 7: “text” has the wrong type")
    #expect(errors[6] == "line 8: it is not an object {…}")
    #expect(lines.map { $0["report"] != nil } == [true, false, true, false, false, false, false, true])
    #expect(lines[5]["id"] as? String == "five")
  }

  @Test func `records come from files too`() throws {
    try Data(#"{"id": 1, "text": "\#(truth)"}"#.utf8).write(to: URL(filePath: "\(program.folder.path)/a.ndjson"))
    let outcome = try program.run(["check", "--format", "ndjson", "a.ndjson", "missing.ndjson", "/"])
    #expect(outcome.status == 2)
    #expect(outcome.output.split(separator: "\n").count == 1)
    #expect(
      outcome.errors == """
        vetted: missing.ndjson: there is no such file; check the path, or use --text for a text
        vetted: / is a folder; name the files in it

        """)
  }

  @Test func `a line that is too long costs only itself`() throws {
    let outcome = try program.shell(
      #"""
      (printf '{"id": 1, "text": "'; head -c 17000000 /dev/zero | tr '\0' a; printf '"}\n{"id": 2, "text": "Hello!"}\n') \
        | "$vetted" check --format ndjson
      """#)
    let lines = outcome.output.split(separator: "\n")
    #expect(
      lines.first
        == #"{"error":{"code":"line-too-long","message":"line 1 is longer than 16 MiB; split its text into parts"},"id":null}"#
    )
    #expect(lines.count == 2)
    #expect(lines.last?.contains(#""id":2"#) == true)
  }

  @Test(arguments: [
    ("Good morning!", 0), ("", 2), (" \n", 2), ("Nesseltee heilt die Gicht, und das ganz ohne Arzt.", 2),
  ])
  func `the exit status tells whether anything was flagged or not checked`(text: String, status: Int) throws {
    #expect(Int(try program.run(["check", "--text", text]).status) == status)
  }

  @Test func `a text in another language is never said to hold no claims`() throws {
    let outcome = try program.run(["check", "--text", "Nesseltee heilt die Gicht, und das ganz ohne Arzt."])
    #expect(outcome.output.contains("[language-not-supported]"))
    #expect(outcome.output.hasSuffix("text: not checked\n"))
  }

  @Test func `a reader that stops early is no failure`() throws {
    let outcome = try program.shell(
      #""$vetted" check --text "Nettle tea cures gout." | head -c 10; echo " ${PIPESTATUS[0]}""#)
    #expect(outcome.output.hasPrefix("text:1:1: "))
    #expect(["0", "1"].contains(outcome.output.split(separator: " ").last?.trimmingCharacters(in: .newlines)))
    #expect(outcome.errors.isEmpty)
  }

  @Test func `an output that cannot be written is a failure`() throws {
    let outcome = try program.shell(#""$vetted" check --text "Nettle tea cures gout." > /dev/full"#)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("standard output cannot be written (No space left on device)"))
  }

  @Test func `a closed standard error stops nothing`() throws {
    let outcome = try program.shell(#""$vetted" check missing.txt --text "Nettle tea cures gout." 2>&-"#)
    #expect(outcome.status == 2)
    #expect(outcome.output.contains("1 contradicted"))
  }

  @Test(arguments: [("", true), ("NO_COLOR=1 ", false), ("NO_COLOR= ", true)])
  func `colour is used on a terminal unless it is not wanted`(variable: String, isColoured: Bool) throws {
    let outcome = try program.shell(
      "\(variable)script -qec '\"$vetted\" check --text \"Nettle tea cures gout.\"' /dev/null < /dev/null")
    #expect(outcome.output.contains("\u{1B}[1;31mcontradicted") == isColoured)
  }

  @Test func `missing data files are named with every place tried`() throws {
    let outcome = try program.run(["check", "--text", truth], environment: ["VETTED_DATA": "/nowhere"])
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(
      outcome.errors == """
        vetted: the data files of Vetted were not found; tried /nowhere (VETTED_DATA). Name their folder (the one with Data \
        and KnowledgeBase in it) with --data or VETTED_DATA

        """)
  }

  @Test func `a damaged pack is built again`() throws {
    #expect(try program.run(["kb", "build"]).status == 0)
    let folder = "\(program.folder.path)/data/vetted"
    let pack = try #require(
      try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".sqlite") })
    try Data("no database".utf8).write(to: URL(filePath: "\(folder)/\(pack)"))
    let outcome = try program.run(["check", "--text", truth])
    #expect(outcome.status == 0)
    #expect(outcome.errors.contains("has been built again"))
  }

  @Test func `a folder that cannot be written is named`() throws {
    let outcome = try program.run(["check", "--text", truth], environment: ["XDG_DATA_HOME": "/proc/nothing"])
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("vetted: /proc/nothing"))
  }
}
