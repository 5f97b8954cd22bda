import FactCheckCore
import KnowledgeRefresh
import TestSupport
import Testing

/// What a body publishes in bulk, topic by topic.
@Suite struct HealthTopicsTests {
  private let workshop: Workshop

  init() throws { workshop = try Workshop() }

  private func refresh(_ reply: FakePages.Reply) throws -> FeedReport {
    try workshop.refresher(FakePages([reply])).refresh(workshop.topicsFeed(), isForced: true)
  }

  private static let gout = (
    title: "Gout", text: "<p>Nettle tea does not cure gout.</p><p>Cherry juice lowers uric acid.</p>"
  )
  private static let herbs = (title: "Herbs", text: "<p>Nettle tea is not a cure of gouty joints in any trial.</p>")

  @Test func `a topic groups its proposals, and what no entry is about is left out`() throws {
    let report = try refresh(.feed(Workshop.topics([Self.gout])))
    #expect(report.items == 1)
    #expect(report.proposals == [.agrees: 1])
    let proposal = try #require(try workshop.store.proposals().first)
    #expect(proposal.source.title == "Gout")
    #expect(proposal.source.link == "https://others.example/Gout.html")
    #expect(proposal.source.published == nil)
    #expect(proposal.entry == "gout/nettle-tea")
  }

  @Test func `of all sentences that say the same of an entry one is proposed`() throws {
    #expect(try refresh(.feed(Workshop.topics([Self.gout, Self.herbs]))).proposals == [.agrees: 1])
  }

  @Test func `where its publisher has a statement a topic is read again only when it has changed`() throws {
    let text = try workshop.entryText.replacing("organization: herbs", with: "organization: others")
      .replacing("stance: denies\n    text: Nettle", with: "stance: limits\n    text: Nettle")
    try workshop.folder.write(text, to: "KnowledgeBase/entries/gout/nettle-tea.yaml")
    #expect(try refresh(.feed(Workshop.topics([Self.gout]))).proposals == [:])
    let changed = (title: "Gout", text: "<p>Nettle tea does not relieve attacks of gout.</p>")
    #expect(try refresh(.feed(Workshop.topics([changed]))).proposals == [.agrees: 1])
  }

  @Test func `a second run brings nothing`() throws {
    _ = try refresh(.feed(Workshop.topics([Self.gout, Self.herbs])))
    let again = try refresh(.feed(Workshop.topics([Self.gout, Self.herbs])))
    #expect(again.items == 0)
    #expect(again.proposals == [:])
  }

  @Test(arguments: [
    (
      FakePages.Reply.feed(Workshop.topics([gout]), finalURL: "https://others.example/topics_2024-09-07.xml"),
      "https://others.example/topics_2024-09-07.xml", "live"
    ),
    (.copy(Workshop.topics([gout])), "https://others.example/topics_2024-09-06.xml", "stored-copy"),
  ])
  func `what was read is told, and how`(reply: FakePages.Reply, address: String, how: String) throws {
    _ = try refresh(reply)
    let source = try #require(try workshop.store.proposals().first).source
    #expect(source.read == address)
    #expect(source.how == how)
  }

  @Test func `topics in other languages are passed over`() throws {
    #expect(try refresh(.feed(Workshop.topics([Self.gout], language: "Spanish"))).items == 0)
  }

  @Test func `topics are as old as the file that they come in`() throws {
    #expect(try refresh(.feed(Workshop.topics([Self.gout]))).remarks == ["stale: nothing new since 2024-09-06"])
  }

  @Test func `an accepted sentence is a whole one, with where it was read`() throws {
    _ = try refresh(.copy(Workshop.topics([Self.gout])))
    let proposal = try #require(try workshop.store.proposals().first)
    try workshop.desk().accept(proposal, Acceptance(.added, by: "A"))
    let statement = try #require(try workshop.entry().statements.last)
    #expect(statement.text == "Nettle tea does not cure gout.")
    #expect(statement.licence == .publicDomain)
    #expect(statement.url == "https://others.example/Gout.html")
    #expect(statement.checked?.how == "stored-copy")
    #expect(statement.checked?.of == "https://others.example/topics_2024-09-06.xml")
  }
}
