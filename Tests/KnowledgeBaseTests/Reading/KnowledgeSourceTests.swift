import FactCheckCore
import KnowledgeBase
import TestSupport
import Testing

@Suite struct KnowledgeSourceTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try Fixture.write(to: folder)
  }

  @Test func `everything is read in the order of the ids`() throws {
    try folder.write(
      Fixture.entry("garden/comfrey-cures-warts", about: "comfrey"), to: "entries/garden/comfrey-cures-warts.yaml")
    try folder.write(Fixture.entry("diet/beet-cures-warts", about: "beet"), to: "entries/diet/beet-cures-warts.yaml")
    let source = try KnowledgeSource(root: folder.path)
    #expect(source.findings == [])
    #expect(
      source.entries.map(\.id) == [
        "diet/beet-cures-warts", "garden/comfrey-cures-warts", "garden/nettle-tea-cures-gout",
      ])
    #expect(source.organizations.map(\.value.id) == ["herbs", "joints"])
  }

  @Test func `feeds and retired entries are read`() throws {
    try folder.write(
      """
      id: joints-alerts
      name: Alerts of the Society for Joints
      url: https://joints.example/alerts.rss
      format: rss
      organization: joints
      kind: alerts
      gate: notice
      link_hosts: [joints.example]
      stale_after_days: 90
      """, to: "feeds/joints-alerts.yaml")
    let retired =
      Fixture.entry("garden/old", about: "oak")
      + "retired: {since: 2026-01-01, why: Split in two., replaced_by: garden/nettle-tea-cures-gout}\n"
    try folder.write(retired, to: "retired/garden/old.yaml")
    let source = try KnowledgeSource(root: folder.path)
    #expect(source.findings == [])
    #expect(source.feeds.first?.value.gate == .notice)
    #expect(source.feeds.first?.value.staleAfterDays == 90)
    #expect(source.retired.first?.value.replacedBy == "garden/nettle-tea-cures-gout")
  }

  @Test(arguments: [
    "entries/loose.yaml", "entries/garden/Nettle.yaml", "entries/garden/nettle_tea.yaml", "entries/garden/nettle.yml",
    "organizations/-joints.yaml",
  ])
  func `a path that is no id is told`(name: String) throws {
    try folder.write(Fixture.entry, to: name)
    let source = try KnowledgeSource(root: folder.path)
    #expect(source.findings.map(\.rule) == ["path"])
    #expect(source.findings.map(\.path) == [folder.path + "/" + name])
    #expect(source.entries.count == 1)
  }

  @Test(arguments: ["entries/garden/.#nettle.yaml", "entries/garden/notes.txt", "README.md", "entries/.git/x.yaml"])
  func `what is no part of the knowledge base is passed over`(name: String) throws {
    let before = try KnowledgeSource(root: folder.path).digest
    try folder.write("anything", to: name)
    let source = try KnowledgeSource(root: folder.path)
    #expect(source.findings == [])
    #expect(source.digest == before)
  }

  @Test func `one run tells the faults of all files`() throws {
    try folder.write("id: [", to: "entries/garden/broken.yaml")
    try folder.write("id: nobody\n", to: "organizations/nobody.yaml")
    let source = try KnowledgeSource(root: folder.path)
    #expect(Set(source.findings.map(\.path)).count == 2)
    #expect(source.findings == source.findings.sorted())
    #expect(source.entries.count == 1)
  }

  @Test func `the digest tells of every change`() throws {
    let before = try KnowledgeSource(root: folder.path).digest
    try folder.write(Fixture.entry + "\n", to: "entries/garden/nettle-tea-cures-gout.yaml")
    let changed = try KnowledgeSource(root: folder.path).digest
    try folder.write(Fixture.entry, to: "entries/garden/nettle-tea-cures-gout.yaml")
    #expect(changed != before)
    #expect(try KnowledgeSource(root: folder.path).digest == before)
  }

  @Test func `a folder without entries is refused`() {
    #expect(throws: KnowledgeBaseError.sourceMissing(path: "/nowhere")) { try KnowledgeSource(root: "/nowhere") }
  }
}
