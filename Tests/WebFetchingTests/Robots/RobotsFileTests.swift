import Foundation
import Testing

@testable import WebFetching

@Suite struct RobotsFileTests {
  private func isAllowed(_ address: String, by file: String, agent: String = "Vetted") -> Bool {
    RobotsFile(Array(file.utf8)).isAllowed(address, agent: agent)
  }

  /// A file with rules for everybody.
  private func isAllowed(_ address: String, byRules rules: [String]) -> Bool {
    isAllowed(address, by: (["User-agent: *"] + rules).joined(separator: "\n"))
  }

  @Test(
    arguments: [
      (["Disallow: /private"], "/private", false), (["Disallow: /private"], "/private/tea", false),
      (["Disallow: /private"], "/privateer", false), (["Disallow: /private"], "/Private", true),
      (["Disallow: /private"], "/a/private", true), (["Disallow:"], "/", true), (["Disallow: "], "/tea", true),
      (["Disallow: /", "Allow: /tea"], "/tea/green", true), (["Allow: /tea", "Disallow: /tea/"], "/tea/green", false),
      (["Disallow: /tea", "Allow: /tea"], "/tea", true), (["Allow: /tea", "Disallow: /tea"], "/tea", true),
      (["Disallow: /*", "Allow: /t"], "/tea", true), (["Disallow: /te*", "Allow: /te"], "/tea", false),
      (["Disallow: tea"], "/tea", true),
    ] as [([String], String, Bool)])
  func `the longest pattern decides and allow wins a tie`(rules: [String], path: String, expected: Bool) {
    #expect(isAllowed(path, byRules: rules) == expected)
  }

  @Test(
    arguments: [
      ("/*.pdf", "/a/b.pdf?c", true), ("/*.pdf$", "/a/b.pdf?c", false), ("/*.pdf$", "/a.pdf/b.pdf", true),
      ("/*.pdf", "/apdf", false), ("*/tea", "/a/tea", true), ("/a*b*c", "/aXbXbXc", true), ("/a*b*c", "/aXcXb", false),
      ("/a*b*b$", "/ab", false), ("/a*b*b$", "/abb", true), ("/a**b", "/ab", true), ("/tea*", "/tea", true),
      ("/tea*$", "/teapot", true), ("/tea$", "/tea", true), ("/tea$", "/teapot", false), ("/tea$", "/tea/", false),
      ("/$", "/", true), ("/$", "/a", false), ("$", "/", false), ("*", "/tea", true), ("/a$b", "/a$b", true),
      ("/a$b", "/a", false), ("/*aab", "/aaab", true), ("/*abab", "/aababb", true), ("/*abac*d", "/ababacad", true),
      ("/?*id=", "/?a&id=1", true), ("/*?$", "/tea?", true),
    ] as [(String, String, Bool)])
  func `a star stands for anything and a dollar for the end`(pattern: String, path: String, expected: Bool) {
    #expect(isAllowed(path, byRules: ["Disallow: \(pattern)"]) != expected)
  }

  @Test(arguments: [
    ("/tea", "https://a.example/tea", true), ("/tea", "https://a.example:8080/tea#leaf", true),
    ("/tea", "https://a.example", false), ("/$", "https://a.example", true), ("/$", "https://a.example#leaf", true),
    ("/?a", "https://a.example?a", true), ("/$", "", true),
    ("/go?to=https://b.example/tea", "/go?to=https://b.example/tea", true),
  ]) func `an address counts from its path on`(pattern: String, address: String, expected: Bool) {
    #expect(isAllowed(address, byRules: ["Disallow: \(pattern)"]) != expected)
  }

  @Test(
    arguments: [
      ("/%7Ejoe", "/~joe"), ("/~joe", "/%7ejoe"), ("/%e4", "/%E4"), ("/ä", "/%C3%A4"), ("/%c3%a4", "/%C3%A4"),
      ("/a b", "/a%20b"), ("/a%20b", "/a b"), ("/a%2Ab$", "/a*b"), ("/a%24", "/a$"), ("/a%2ab$", "/a%2Ab"),
    ])
  func `a disallowed path is disallowed however it is spelled`(pattern: String, path: String) {
    #expect(!isAllowed(path, byRules: ["Disallow: \(pattern)"]))
  }

  @Test(arguments: [("/a%2Fb", "/a/b"), ("/a%3Fb", "/a?b"), ("/a/b", "/a%2Fb"), ("/100%$", "/100%25")])
  func `escapes that change the meaning are not undone`(pattern: String, path: String) {
    #expect(isAllowed(path, byRules: ["Disallow: \(pattern)"]))
  }

  @Test(
    arguments: [
      ("/ä", "/%C3%A4", true), ("/%C3%A4", "/%C3%A4", true), ("/%74ea", "/%74ea", true), ("/%74ea", "/tea", false),
      ("/tea", "/%74ea", false), ("/ä", "/ä", false),
    ] as [(String, String, Bool)])
  func `a path is allowed only when the spelling as it is written is too`(
    pattern: String, path: String, expected: Bool
  ) {
    #expect(isAllowed(path, byRules: ["Disallow: /", "Allow: \(pattern)"]) == expected)
  }

  @Test(
    arguments: [
      ("/tea/index.html", "/tea/", true), ("/tea/index.htm", "/tea/", true), ("/tea/index.html", "/tea/pot", false),
      ("/tea/index.php", "/tea/", false), ("/tea/index.html", "/tea/index.html", true),
    ] as [(String, String, Bool)])
  func `who allows the index page allows its folder`(pattern: String, path: String, expected: Bool) {
    #expect(isAllowed(path, byRules: ["Disallow: /", "Allow: \(pattern)"]) == expected)
  }

  @Test(arguments: [
    ("vetted", "Vetted", false), ("VETTED", "Vetted", false), ("Vetted/1.0", "Vetted", false),
    ("Vetted checker", "Vetted", false), ("Vet", "Vetted", true), ("VettedBot", "Vetted", true), ("*", "Vetted", false),
    ("* all of you", "Vetted", false), ("*x", "Vetted", true), ("1", "Vetted", true), ("", "Vetted", true),
    ("a-b_c", "A-B_C", false),
  ]) func `a product token is compared whole and in any case`(line: String, agent: String, expected: Bool) {
    #expect(isAllowed("/", by: "User-agent: \(line)\nDisallow: /", agent: agent) == expected)
  }

  private let groups = """
    Disallow: /nobody
    User-agent: *
    Disallow: /any
    User-agent: other

    User-agent: vetted
    Sitemap: https://a.example/sitemap.xml
    Crawl-delay: 2
    User-agent: third
    Disallow: /shared
    User-agent: vetted
    Disallow: /own
    User-agent: *
    Disallow: /any-more
    User-agent: free
    """

  @Test(arguments: [
    ("Vetted", ["/shared", "/own"]), ("other", ["/shared"]), ("third", ["/shared"]), ("free", []),
    ("unnamed", ["/any", "/any-more"]),
  ]) func `groups for one program are read as one and the others are passed over`(agent: String, refused: [String]) {
    let file = RobotsFile(Array(groups.utf8))
    let paths = ["/nobody", "/any", "/shared", "/own", "/any-more"]
    #expect(paths.filter { !file.isAllowed($0, agent: agent) } == refused)
    #expect(file.crawlDelay(agent: agent) == (["Vetted", "other", "third"].contains(agent) ? .seconds(2) : nil))
  }

  @Test(arguments: [
    "USER-AGENT:*\nDISALLOW:/tea", "user-agent : *\ndisallow : /tea", "User-agent *\nDisallow /tea",
    "User-agent: *\rDisallow: /tea\r", "User-agent: *\r\n\r\n\r\nDisallow: /tea\r\n",
    "\t User-agent:\t*\n  Disallow:\t/tea \t",
    "User-agent: * # all\nDisallow: /tea# leaves\n# Allow: /tea", "UserAgent: *\nDissallow: /tea",
    "User agent: *\nDisalow: /tea", "\u{FEFF}User-agent: *\nDisallow: /tea", "User-agent: *\n<br>\nDisallow: /tea",
    "Disallow: /\nAllow: /\n:\n:::\n#\nUser-agent: *\nNoise\nDisallow: /tea",
  ]) func `files are read as they are found`(text: String) {
    #expect(!isAllowed("/tea", by: text))
    #expect(isAllowed("/coffee", by: text))
  }

  @Test(arguments: [
    "", "\n", "<!DOCTYPE html><p>Not found", "User-agent: *\nDisallow /tea /pot", "Disallow: /", "\0\0",
  ])
  func `a file that says nothing forbids nothing`(text: String) {
    #expect(isAllowed("/tea", by: text))
  }

  @Test func `bytes that are no UTF-8 are compared as they are`() {
    let file = RobotsFile(Array("User-agent: *\nDisallow: /".utf8) + [0xE4])
    #expect(!file.isAllowed("/%E4", agent: "Vetted"))
    #expect(file.isAllowed("/%C3%A4", agent: "Vetted"))
  }

  @Test(arguments: [(0, false), (1, true)])
  func `a file is read for 500 KiB, up to a line end`(excess: Int, expected: Bool) {
    let end = "\nDisallow: /tea\n"
    let start = "User-agent: *\nDisallow: /first\n#"
    let filler = String(repeating: "x", count: 500 * 1024 - start.utf8.count - end.utf8.count + excess)
    let text = start + filler + end + "Disallow: /last\n"
    #expect(!isAllowed("/first", by: text))
    #expect(isAllowed("/tea", by: text) == expected)
    #expect(isAllowed("/last", by: text))
  }

  @Test(
    arguments: [
      ("10", 10), ("0.5", 0.5), ("0", 0), ("60", 60), ("61", 60), ("1e9", 60), ("inf", 60), ("-1", nil), ("nan", nil),
      ("", nil), ("soon", nil), ("2 # seconds", 2),
    ] as [(String, Double?)])
  func `a crawl delay is a time of at most a minute`(value: String, seconds: Double?) {
    let file = RobotsFile(Array("User-agent: *\nCrawl-delay: \(value)".utf8))
    #expect(file.crawlDelay(agent: "Vetted") == seconds.map { .seconds($0) })
  }

  @Test func `the longest of several crawl delays counts`() {
    let file = RobotsFile(Array("User-agent: a\nCrawl-delay: 3\nDisallow: /\nUser-agent: a\nCrawl-delay: 2".utf8))
    #expect(file.crawlDelay(agent: "A") == .seconds(3))
  }

  @Test func `a stored file says the same`() throws {
    let file = RobotsFile(Array(groups.utf8))
    #expect(try JSONDecoder().decode(RobotsFile.self, from: JSONEncoder().encode(file)) == file)
  }
}
