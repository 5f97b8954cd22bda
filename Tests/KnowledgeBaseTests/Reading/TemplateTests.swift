import Foundation
import KnowledgeBase
import Testing

@Suite struct TemplateTests {
  private func bytes(of name: String) throws -> [UInt8] {
    let root = URL(filePath: #filePath).appending(path: "../../../..").standardized
    return Array(try Data(contentsOf: root.appending(path: "KnowledgeBase/\(name)")))
  }

  @Test func `the template is an entry`() throws {
    let reading = EntryFile.read(try bytes(of: "TEMPLATE.yaml"), path: "TEMPLATE.yaml", id: "area/slug")
    #expect(reading.findings == [])
    #expect(reading.file != nil)
  }

  @Test func `the template of feeds is a feed that reads pages`() throws {
    let reading = FeedFile.read(
      try bytes(of: "TEMPLATE-FEED.yaml"), path: "TEMPLATE-FEED.yaml", id: "joints-guidelines")
    #expect(reading.findings == [])
    #expect(reading.file?.value.readsPages == true)
  }
}
