import Foundation
import KnowledgeBase
import Testing

@Suite struct TemplateTests {
  @Test func `the template is an entry`() throws {
    let root = URL(fileURLWithPath: #filePath).pathComponents.prefix { $0 != "Tests" }.dropFirst().joined(
      separator: "/")
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: "/\(root)/KnowledgeBase/TEMPLATE.yaml")))
    let reading = EntryFile.read(bytes, path: "TEMPLATE.yaml", id: "area/slug")
    #expect(reading.findings == [])
    #expect(reading.file != nil)
  }
}
