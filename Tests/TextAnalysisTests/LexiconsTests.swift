import TestSupport
import Testing
import TextAnalysis

@Suite struct LexiconsTests {
  @Test func `a missing file is named`() throws {
    var files = try ShippedData.texts(under: "lexicons")
    files["concepts/anatomy.txt"] = nil
    #expect(throws: LexiconError(file: "concepts/anatomy.txt", problem: "is missing")) { try Lexicons(files: files) }
  }

  @Test(arguments: ["effect causes = cause", "effect + maybe = cause", "mood + causes = cause", "effect 0 causes = x"])
  func `a relation without axis, sign and strength is refused`(line: String) throws {
    var files = try ShippedData.texts(under: "lexicons")
    files["relations.txt"] = line
    #expect(throws: LexiconError.self) { try Lexicons(files: files) }
  }

  @Test func `contractions in a list are taken apart as in a text`() {
    #expect(Lexicons.normals(of: "it's * don’t") == ["it", "'s", "*", "do", "not"])
  }

  /// Two lines for one name: the later one would hide the earlier.
  @Test func `no name stands for two concepts`() throws {
    var owners: [Substring: Set<Substring>] = [:]
    for (_, text) in try ShippedData.texts(under: "lexicons").filter({ $0.key.hasPrefix("concepts/") }) {
      for line in WordList.lines(of: text) {
        let (head, synonyms) = WordList.parts(of: line)
        let name = head.split(separator: ">")[0].trimmingSpace()
        for item in [name] + synonyms { owners[item, default: []].insert(name) }
      }
    }
    let shared = owners.filter { $0.value.count > 1 }
    #expect(shared.isEmpty)
  }

  @Test func `every broader concept is a concept`() throws {
    let lists = try ShippedData.texts(under: "lexicons").filter { $0.key.hasPrefix("concepts/") }.values
    let heads = lists.flatMap { WordList.lines(of: $0).map { WordList.parts(of: $0).head } }
    let names = Set(heads.map { $0.split(separator: ">")[0].trimmingSpace() })
    let broader = heads.flatMap { head in
      head.split(separator: ">").dropFirst().flatMap { WordList.items(of: $0) }
    }
    #expect(broader.filter { !names.contains($0) } == [])
  }
}
