import Foundation
import Synchronization
import TestSupport
import Testing

/// The main job: a feed is registered and refreshed, its proposals are looked at and accepted, and a claim that had no verdict
/// has one.
@Suite struct RefreshCommandTests {
  private let program: Program
  private let server: LoopbackServer
  private let asked = Asked()

  /// The targets that the server was asked for.
  private final class Asked: Sendable {
    private let targets = Mutex<[String]>([])
    func add(_ target: String) { targets.withLock { $0.append(target) } }
    func count(of target: String) -> Int { targets.withLock { $0.count { $0 == target } } }
  }

  init() throws {
    program = try Program()
    server = try LoopbackServer { [asked] request, client in
      asked.add(request.target)
      let text =
        if request.target == "/" {
          answer(
            "<link rel='alternate' type='application/rss+xml' title='News' href='/news.rss'>"
              + "<link rel='alternate' type='application/atom+xml' href='/all.atom'><p>Welcome</p>")
        } else if request.target == "/about" {
          answer("<html><p>We are a society.</p></html>")
        } else if request.target != "/news.rss" {
          answer("", status: "404 Not Found")
        } else if request.head.contains("If-None-Match: \"1\"") {
          answer("", status: "304 Not Modified", type: nil)
        } else {
          answer(Self.news, type: "application/rss+xml", fields: ["ETag: \"1\""])
        }
      client.send(text)
    }
    let feed = """
      id: kidney-news
      name: News of the Society for Kidneys
      url: \(server.address("/news.rss"))
      format: rss
      organization: kidneys
      kind: guidelines
      gate: proposal
      link_hosts: [kidneys.example, 127.0.0.1]
      stale_after_days: 9000

      """
    try FileManager.default.createDirectory(
      atPath: "\(program.root)/KnowledgeBase/feeds", withIntermediateDirectories: true)
    try feed.write(
      toFile: "\(program.root)/KnowledgeBase/feeds/kidney-news.yaml", atomically: true, encoding: .utf8)
  }

  private static let news = """
    <rss version="2.0"><channel><title>News</title>
    <item><guid>1</guid><title>Nettle tea does not cure gout</title><link>https://www.kidneys.example/tea</link>
    <pubDate>Mon, 17 Nov 2025 10:00:00 GMT</pubDate></item>
    <item><guid>2</guid><title>Nettle tea cures gout</title><link>https://www.kidneys.example/error</link></item>
    </channel></rss>
    """

  private func vetted(_ arguments: String...) throws -> Program.Outcome {
    let network = arguments[0] == "refresh" ? ["--allow-host", "127.0.0.1:\(server.port)"] : []
    return try program.run(arguments + network, environment: ["VETTED_REVIEWER": "A"])
  }

  @Test func `news become proposals, and accepted ones part of the knowledge base`() throws {
    let refreshed = try vetted("refresh")
    #expect(refreshed.status == 0, "\(refreshed)")
    #expect(refreshed.output.contains("feeds: 1 fetched\n2 new items"), "\(refreshed.output)")
    let list = try vetted("review", "list")
    #expect(list.output.contains("conflicts, gout/nettle-tea"), "\(list.output)")
    #expect(list.output.hasSuffix("2 proposals\n"))
    let show = try vetted("review", "show", "1", "--text", "The society says that nettle tea cures no gout.")
    #expect(show.output.contains("+    text: The society says that nettle tea cures no gout."), "\(show.output)")
    let accepted = try vetted(
      "review", "accept", "1", "--text", "The society says that nettle tea cures no gout.")
    #expect(accepted.output == "1: accepted into gout/nettle-tea\n", "\(accepted)")
    let shown = try vetted("kb", "show", "gout/nettle-tea")
    #expect(shown.output.contains("The society says that nettle tea cures no gout."))
    #expect(try vetted("review", "log").output.contains("A  accepted 1"))
  }

  @Test func `a conflict ends with a reason or not at all, and no verdict flips`() throws {
    _ = try vetted("refresh")
    let text = "The society says that the tea cures gout."
    let added = try vetted("review", "accept", "2", "--text", text)
    #expect(added.status == 2)
    #expect(added.errors.contains("says the contrary"), "\(added.errors)")
    let aside = try vetted("review", "accept", "2", "--text", text, "--as", "set-aside", "--reason", "a slip")
    #expect(aside.status == 0, "\(aside)")
    #expect(try vetted("kb", "show", "gout/nettle-tea").output.hasPrefix("gout/nettle-tea\n"))
    #expect(try vetted("check", "--text", "Nettle tea cures gout.").output.contains("contradicted"))
  }

  @Test func `a proposal begins an entry, and what breaks a rule is kept to be mended`() throws {
    _ = try vetted("refresh")
    let target = ["--entry", "gout/tea", "--stance", "denies"]
    let text = ["--text", "Nettle tea does not cure gout."]
    let shown = try program.run(["review", "show", "1"] + target)
    #expect(shown.output.contains("there is no entry gout/tea: `vetted review edit` begins one"), "\(shown)")
    let refused = try program.run(
      ["review", "edit", "1", "--by", "A"] + target + text, environment: ["EDITOR": "sed -i s/high/low/"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("the entry would break a rule"), "\(refused)")
    let kept = try #require(refused.errors.firstMatch(of: /kept in (.+\/tea.yaml): mend it/)).output.1
    let outline = try String(contentsOfFile: String(kept), encoding: .utf8)
    try FileManager.default.removeItem(at: URL(filePath: String(kept)).deletingLastPathComponent())
    #expect(outline.contains("harm: low\n"))
    let nettle = try String(
      contentsOfFile: "\(program.root)/KnowledgeBase/entries/gout/nettle-tea.yaml", encoding: .utf8)
    let tea = nettle.replacing("gout/nettle-tea", with: "gout/tea").replacing("ettle", with: "andelion")
    try program.folder.write(tea, to: "tea.yaml")
    let edit = ["review", "edit", "1", "--file", "tea.yaml"] + target + text
    #expect(try program.run(edit + ["--by", "A"]).output.contains("a second person has to accept it"))
    #expect(try program.run(["review", "accept", "1", "--by", "B"]).output == "1: accepted into gout/tea\n")
    #expect(try vetted("kb", "show", "gout/tea").status == 0)
  }

  @Test func `what was refreshed a moment ago is left alone, and asked by name with its validators`() throws {
    _ = try vetted("refresh")
    #expect(try vetted("refresh").output == "feeds: 1 not-due\n0 new items, no proposals, 0 notices\n")
    #expect(try vetted("refresh", "kidney-news").output == "feeds: 1 unchanged\n0 new items, no proposals, 0 notices\n")
  }

  @Test func `robots.txt is asked for once a day and not in each run`() throws {
    _ = try vetted("refresh", "--dry-run")
    _ = try vetted("refresh")
    #expect(asked.count(of: "/robots.txt") == 2, "a dry run remembers nothing")
    _ = try vetted("refresh", "kidney-news")
    #expect(asked.count(of: "/news.rss") == 3)
    #expect(asked.count(of: "/robots.txt") == 2)
  }

  @Test func `a feed that there is not is named with those that there are`() throws {
    let outcome = try vetted("refresh", "none")
    #expect(outcome.status == 2)
    #expect(outcome.errors == "vetted: none: there is no such feed; the feeds are kidney-news\n")
  }

  @Test func `a dry run and a feed that is only tried keep nothing`() throws {
    #expect(try vetted("refresh", "--dry-run").output.contains("2 new items"))
    #expect(try vetted("refresh", "--feed", server.address("/news.rss")).output.contains("2 new items"))
    #expect(try vetted("review", "list").output == "0 proposals\n")
  }

  @Test func `a page in place of a feed leads to the feed that it names`() throws {
    let outcome = try vetted("refresh", "--feed", server.address("/"))
    let feed = server.address("/news.rss")
    #expect(
      outcome.output.hasPrefix(
        "\(feed): fetched, 2 items, proposals: 1 that conflict, 1 that agree\n"
          + "  found on \(server.address("/")), a web page that names \(feed) (“News”), \(server.address("/all.atom"))\n"
      ),
      "\(outcome)")
    #expect(outcome.status == 0)
    let none = try vetted("refresh", "--feed", server.address("/about"))
    #expect(none.output.contains("it names no feed: look for another address"), "\(none)")
  }

  @Test func `a registered feed that has become a page is told of with the feeds that it names`() throws {
    let path = "\(program.root)/KnowledgeBase/feeds/kidney-news.yaml"
    let file = try String(contentsOfFile: path, encoding: .utf8).replacing("/news.rss", with: "/")
    try file.write(toFile: path, atomically: true, encoding: .utf8)
    let outcome = try vetted("refresh")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("it names \(server.address("/news.rss")) (“News”)"), "\(outcome)")
  }

  @Test func `refreshes at once leave one queue`() throws {
    let refresh = "$vetted refresh kidney-news --allow-host 127.0.0.1:\(server.port) > /dev/null"
    let line = "\(refresh) & a=$!; \(refresh) & b=$!; \(refresh) || exit; wait $a || exit; wait $b"
    let outcome = try program.shell(line)
    #expect(outcome.status == 0, "\(outcome)")
    #expect(try vetted("review", "list").output.hasSuffix("2 proposals\n"))
  }

  /// A limit on the size of files stands for a full disk: what cannot grow fails in the same way.
  private func withFullDisk(_ arguments: String, kilobytes: Int) throws -> Program.Outcome {
    try program.shell("trap '' XFSZ; ulimit -f \(kilobytes); $vetted \(arguments)")
  }

  @Test func `on a full disk a refresh says so and the next goes on`() throws {
    _ = try vetted("kb", "build")
    let full = try withFullDisk("refresh --allow-host 127.0.0.1:\(server.port)", kilobytes: 16)
    #expect(full.status == 2, "\(full)")
    #expect(full.errors.contains("refresh.sqlite: the review queue cannot be used: "), "\(full.errors)")
    #expect(full.errors.contains("make room there"), "\(full.errors)")
    #expect(try vetted("refresh").output.contains("feeds: 1 fetched\n2 new items"))
  }

  @Test func `on a full disk no pack is left half built and no entry half written`() throws {
    let building = try withFullDisk("kb build", kilobytes: 16)
    #expect(building.status == 2, "\(building)")
    _ = try vetted("refresh")
    let path = "\(program.root)/KnowledgeBase/entries/gout/nettle-tea.yaml"
    let before = try String(contentsOfFile: path, encoding: .utf8)
    let accept = ["review", "accept", "1", "--text", "'The society says that nettle tea cures no gout.'"]
    let full = try withFullDisk(accept.joined(separator: " "), kilobytes: 1)
    #expect(full.status == 2, "\(full)")
    #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
    let accepted = try program.shell("$vetted " + accept.joined(separator: " "))
    #expect(accepted.output == "1: accepted into gout/nettle-tea\n", "\(accepted)")
    #expect(try vetted("kb", "lint").status == 0)
  }

  @Test func `the summary can be read by programs`() throws {
    let outcome = try vetted("refresh", "--format", "json")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: [[String: Any]]]
    let feed = try #require(object?["feeds"]?.first)
    #expect(feed["feed"] as? String == "kidney-news")
    #expect(feed["items"] as? Int == 2)
  }
}
