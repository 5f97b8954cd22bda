import FactCheckCore
import KnowledgeBase
import TestSupport
import Testing

@Suite struct EntryLinterTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func findings() throws -> [LintFinding] {
    EntryLinter().findings(in: try KnowledgeSource(root: folder.path), today: try #require(Fixture.today))
  }

  /// The findings on the entry after a change.
  private func findings(changing old: String, to new: String) throws -> [LintFinding] {
    #expect(Fixture.entry.contains(old))
    try Fixture.write(to: folder, entry: Fixture.entry.replacing(old, with: new))
    return try findings()
  }

  @Test func `a faultless entry has no findings`() throws {
    try Fixture.write(to: folder)
    #expect(try findings() == [])
  }

  static let hash = "50a4c1dbeaa1524e351f028db2812074778d2ee13b2a9c9828429e184d054ebe"
  static let review = "review: {on: 2026-11-22, due: 2027-11-22}"
  static let herbs = "    url: null\n    licence: public-domain\n"

  @Test(arguments: [
    ("Nettle tea cures gout.\n", "Nettle tea cures gout\n", "proposition:", "proposition-form"),
    ("Nettle tea cures gout.\n", "Nettle tea cures gout. It also cures warts.\n", "proposition:", "proposition-form"),
    ("not: [pregnant]", "not: [adults]", "population", "population"),
    ("  - gout goes away once you drink nettle tea\n", "", "asserted_as", "phrasing-count"),
    ("  - Nettle tea can be drunk by people with gout.\n", "  []\n", "not_this", "phrasing-count"),
    ("nettles are a natural cure for gout", "gout, gone", "gout, gone", "phrasing-form"),
    ("nettles are a natural cure for gout", "do nettles cure gout?", "gout?", "phrasing-form"),
    ("gout is not cured by nettles", "Nettle tea does NOTHING — for gout!", "NOTHING", "phrasing-repeated"),
    ("organization: joints", "organization: joint", "joint", "organization-known"),
    ("No herbal tea cures gout. Medicines", "No tea does. No herb does. Medicines", "No tea does", "statement-text"),
    ("Nettle has not", String(repeating: "very ", count: 60) + "Nettle has not", "very", "statement-text"),
    ("https://www.joints.example/gout", "http://www.joints.example/gout", "http://", "statement-address"),
    ("https://www.joints.example/gout", "https://badjoints.example/gout", "badjoints", "statement-address"),
    ("https://www.joints.example/gout", "https://joints.example@evil.example/", "evil", "statement-address"),
    (herbs, "    quote: Tea is tea.\n    sha256: 00\n" + herbs, "quote", "statement-quote"),
    (herbs, "    sha256: \(hash)\n" + herbs, "organization: herbs", "statement-quote"),
    (
      "licence: link-only", "quote: Tea is tea.\n    sha256: \(hash)\n    licence: link-only", "quote",
      "statement-quote"
    ),
    ("licence: link-only", "licence: ogl", "ogl", "statement-licence"),
    ("status: active\n  - org", "status: active\n    why: Old.\n  - org", "status", "statement-status"),
    ("status: active\n  - org", "status: stale\n    why: Old.\n  - org", "status", "statement-status"),
    ("how: stored-copy", "how: by eye", "by eye", "statement-check"),
    ("of: https://archive.example/joints/gout", "of: my notes", "my notes", "statement-check"),
    ("published: 2025-03-01", "published: 2026-11-21", "checked", "statement-dates"),
    ("published: 2025-03-01", "published: 2026-11-24", "published", "statement-dates"),
    (review, "review: {on: 2026-11-24, due: 2027-11-22}", "review", "review-dates"),
    (review, "review: {on: 2026-11-22, due: 2026-11-22}", "review", "review-dates"),
    (review, "review: {on: 2026-11-22, due: 2036-11-22}", "review", "review-dates"),
    (review, "review: {on: 2025-11-22, due: 2026-11-22}", "review", "review-due"),
    ("verdict: refuted\nstrength: none", "verdict: supported\nstrength: cures", "verdict", "verdict-stances"),
    ("verdict: refuted\nstrength: none", "verdict: mixed\nstrength: cures", "verdict", "verdict-stances"),
    ("verdict: refuted\nstrength: none", "verdict: unsettled\nstrength: none", "verdict", "verdict-stances"),
    ("strength: none", "strength: cures", "strength", "verdict-strength"),
    ("organization: herbs", "organization: joints", "statements", "verdict-bodies"),
  ])
  func `each rule finds its fault on its line`(old: String, new: String, content: String, rule: String) throws {
    let findings = try findings(changing: old, to: new)
    let line = Fixture.entry.replacing(old, with: new).line(with: content)
    #expect(findings.contains { $0.rule == rule && $0.line == line }, "\(findings.map(\.description))")
  }

  @Test(arguments: [
    (review, "conflict: The society writes about another tea.\n" + review),
    ("stance: denies\n    text: Nettle", "stance: limits\n    text: Nettle"),
  ])
  func `stances are in line when a conflict is explained or only limits stand beside`(old: String, new: String) throws {
    let findings = try findings(changing: old, to: new)
    #expect(!findings.contains { $0.rule == "verdict-stances" })
  }

  @Test func `a quote with its hash and a free licence is allowed`() throws {
    let quote = "    quote: Tea is tea.\n    sha256: \(Self.hash)\n"
    #expect(try findings(changing: Self.herbs, to: quote + Self.herbs) == [])
  }

  @Test func `one regulator is enough`() throws {
    try Fixture.write(
      to: folder,
      entry: Fixture.entry.replacing("organization: herbs", with: "organization: joints")
        .replacing("licence: public-domain", with: "licence: link-only"))
    #expect(try findings().map(\.rule) == ["verdict-bodies"])
    try folder.write(Fixture.organization("joints", kind: "regulator"), to: "organizations/joints.yaml")
    #expect(try findings() == [])
  }

  @Test(arguments: [("set-aside", 1), ("corroborate", 0)])
  func `a body that is not trusted on the topic counts less`(level: String, count: Int) throws {
    try Fixture.write(to: folder)
    let window = "  - {topic: garden, from: 2020-01-01, level: \(level), reason: \"Rewritten.\"}\n"
    try folder.write(Fixture.organization("joints") + window, to: "organizations/joints.yaml")
    #expect(try findings().count { $0.rule == "verdict-bodies" } == count)
  }

  @Test func `two parts of one body are not independent`() throws {
    try Fixture.write(to: folder)
    for (id, licence) in ["joints": "link-only", "herbs": "public-domain"] {
      let body = Fixture.organization(id, licence: licence).replacing("trust:", with: "parent: ministry\ntrust:")
      try folder.write(body, to: "organizations/\(id).yaml")
    }
    #expect(try findings().map(\.rule).sorted() == ["organization-known", "organization-known", "verdict-bodies"])
    try folder.write(Fixture.organization("ministry"), to: "organizations/ministry.yaml")
    #expect(try findings().map(\.rule) == ["verdict-bodies"])
  }

  @Test func `two entries may not claim the same phrasing`() throws {
    try Fixture.write(to: folder)
    let other = Fixture.entry("diet/beet-cures-warts", about: "beet")
      .replacing("no tea made of beets cures warts", with: "Gout is NOT cured by nettles.")
    try folder.write(other, to: "entries/diet/beet-cures-warts.yaml")
    let findings = try findings()
    #expect(findings.map(\.rule) == ["phrasing-shared", "phrasing-shared"])
    #expect(findings.map(\.line) == [15, 16])
    #expect(findings.first?.message.contains("garden/nettle-tea-cures-gout") == true)
  }

  @Test func `what one entry claims another may list as not this`() throws {
    try Fixture.write(to: folder)
    let other = Fixture.entry("diet/beet-cures-warts", about: "beet")
      .replacing("The beet can be drunk by people with warts.", with: "Nettle tea cures gout.")
    try folder.write(other, to: "entries/diet/beet-cures-warts.yaml")
    #expect(try findings() == [])
  }

  @Test func `the id of a retired entry is not used again`() throws {
    try Fixture.write(to: folder)
    try folder.write(
      Fixture.entry + "retired: {since: 2026-01-01, why: Doubled., replaced_by: garden/gone}\n",
      to: "retired/garden/nettle-tea-cures-gout.yaml")
    #expect(try findings().map(\.rule) == ["id-reused", "replaced-by"])
  }

  @Test func `a rule from outside runs with the others`() throws {
    try Fixture.write(to: folder)
    let rule = LintRule("no-gout") { entry, _ in
      entry.proposition.contains("gout") ? [LintIssue(at: "proposition", "leave gout out")] : []
    }
    let linter = EntryLinter(rules: LintRule.all + [rule])
    let findings = linter.findings(in: try KnowledgeSource(root: folder.path), today: try #require(Fixture.today))
    #expect(
      findings.map(\.description) == [
        "\(folder.path)/entries/garden/nettle-tea-cures-gout.yaml:2: leave gout out [no-gout]"
      ])
  }
}
