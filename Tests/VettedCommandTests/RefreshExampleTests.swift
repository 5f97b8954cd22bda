import Foundation
import TestSupport
import Testing

/// The example of the README: two bodies change their advice, two people follow, and a claim that had no verdict has one.
@Suite struct RefreshExampleTests {
  private let program: Program
  private let server: LoopbackServer
  private static let example = URL(filePath: #filePath).appending(path: "../../../Examples/refresh").standardized.path

  init() throws {
    program = try Program()
    server = try LoopbackServer { request, client in
      let feed = try? String(contentsOfFile: Self.example + request.target, encoding: .utf8)
      client.send(feed.map { answer($0, type: "application/rss+xml") } ?? answer("", status: "404 Not Found"))
    }
    let feeds = "\(program.root)/KnowledgeBase/feeds"
    try FileManager.default.createDirectory(atPath: feeds, withIntermediateDirectories: true)
    for body in ["joints", "kidneys"] {
      try String(contentsOfFile: "\(Self.example)/\(body).yaml", encoding: .utf8)
        .replacing("http://127.0.0.1:8642/", with: server.address())
        .write(toFile: "\(feeds)/\(body)-news.yaml", atomically: true, encoding: .utf8)
    }
  }

  private func vetted(_ arguments: String...) throws -> String {
    let outcome = try program.run(arguments)
    #expect(outcome.status == 0, "\(arguments): \(outcome)")
    return outcome.output
  }

  @Test func `an accepted statement gives a claim its verdict`() throws {
    let claim = "Eating cherries prevents attacks of gout."
    #expect(try vetted("check", "--text", claim).contains("unsupported (evidence-unsettled)"))
    let refreshed = try vetted("refresh", "--allow-host", "127.0.0.1:\(server.port)")
    #expect(refreshed.hasPrefix("joints-news: fetched, 1 item, proposals: 1 that touch an entry\n"))
    #expect(try vetted("review", "list").hasPrefix("1  touches, gout/cherries, low harm, joints\n    Eating cherries"))
    let reason = "new trials"
    let joints = try vetted(
      "review", "accept", "1", "--as", "superseded", "--text", claim, "--reason", reason, "--by", "A")
    #expect(joints == "1: accepted into gout/cherries\n")
    #expect(try vetted("check", "--text", claim).contains("unsupported"), "one body is not enough")
    let ending = [
      "--as", "superseded", "--text", "A bowl of cherries a day prevents attacks.", "--verdict", "supported",
      "--strength", "prevents", "--reason", reason,
    ]
    let first = try program.run(["review", "accept", "2"] + ending + ["--by", "A"])
    #expect(first.output.contains("a second person has to accept it"), "\(first)")
    #expect(try program.run(["review", "accept", "2", "--by", "A"]).status == 2, "two people, not one twice")
    #expect(try vetted("review", "accept", "2", "--by", "B") == "2: accepted into gout/cherries\n")
    let after = try vetted("check", "--text", claim)
    #expect(after.hasPrefix("text:1:1: supported\n"), "\(after)")
    #expect(after.contains("A bowl of cherries a day prevents attacks."))
    #expect(try program.run(["check", "--text", "Cherries do not prevent gout attacks."]).status == 1)
    #expect(try vetted("kb", "lint").contains("0 errors"))
  }
}
