import Foundation
import Testing

@Suite struct InspectCommandTests {
  private let program: Program

  init() throws { program = try Program() }

  /// The objects that a stage writes for its input.
  private func inspect(
    _ arguments: [String], input: String = "", status: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [[String: Any]] {
    let outcome = try program.run(["inspect"] + arguments, input: input)
    #expect(outcome.status == status, sourceLocation: sourceLocation)
    #expect(outcome.errors.isEmpty, sourceLocation: sourceLocation)
    return try outcome.output.split(separator: "\n").map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }
  }

  @Test func `a page becomes text with what is known of it`() throws {
    let html = "<html lang='en'><title>Tea</title><p>Nettle tea cures gout. It grows behind every house.</p>"
    let output = try inspect(["extract"], input: #"{"id": 1, "html": "\#(html)", "url": "https://a.example/"}"#)[0]
    #expect(output["id"] as? Int == 1)
    #expect(output["text"] as? String == "Nettle tea cures gout. It grows behind every house.")
    #expect(output["title"] as? String == "Tea")
    #expect(["author", "published", "siteName"].allSatisfy { output[$0] is NSNull })
  }

  @Test func `files are extracted by their names`() throws {
    let page = Fixtures.path("inputs/page.html")
    let outputs = try inspect(["extract", page, "missing.html", page], status: 2)
    #expect(outputs.map { $0["id"] as? String } == [page, "missing.html", page])
    #expect((outputs[1]["error"] as? [String: Any])?["code"] as? String == "no-such-file")
    #expect((outputs[2]["text"] as? String)?.contains("Nettle tea cures gout.") == true)
  }

  @Test func `a text becomes sentences`() throws {
    let output = try inspect(["sentences"], input: #"{"id": "a", "text": "😀 Drink tea. It helps."}"#)[0]
    let sentences = try #require(output["sentences"] as? [[String: Any]])
    #expect(sentences.map { $0["text"] as? String } == ["😀 Drink tea.", "It helps."])
    #expect(sentences.map { $0["start"] as? Int } == [0, 13])
    #expect(sentences.map { $0["end"] as? Int } == [12, 22])
  }

  @Test func `a text becomes claims`() throws {
    let output = try inspect(["claims"], input: #"{"id": "a", "text": "Hello! Nettle tea cures gout."}"#)[0]
    let sentences = try #require(output["sentences"] as? [[String: Any]])
    #expect(sentences.map { ($0["claims"] as? [Any])?.count } == [0, 1])
    #expect(sentences[1]["attribution"] as? String == "asserted")
    #expect((0...1).contains(try #require(sentences[1]["checkworthiness"] as? Double)))
  }

  @Test func `a text becomes candidates`() throws {
    let output = try inspect(["search", "--limit", "1"], input: #"{"text": "nettle tea for gout"}"#)[0]
    #expect(output["id"] is NSNull)
    let candidates = try #require(output["candidates"] as? [[String: Any]])
    #expect(candidates.map { $0["entry"] as? String } == ["gout/nettle-tea"])
  }

  @Test func `a claim and evidence become a stance`() throws {
    let input = #"{"id": 0.5, "claim": "Nettle tea cures gout.", "evidence": "Nettle tea does not cure gout."}"#
    let output = try inspect(["stance"], input: input)[0]
    #expect(output["id"] as? Double == 0.5)
    #expect(output["label"] as? String == "refute")
    let probabilities = try #require(output["probabilities"] as? [String: Double])
    #expect(abs(probabilities.values.reduce(0, +) - 1) < 0.001)
  }

  @Test func `an address is judged without a look-up`() throws {
    let input = #"{"id": 1, "url": "https://a.example/"}"# + "\n" + #"{"id": 2, "url": "http://0x7f.1/"}"#
    let outputs = try inspect(["address"], input: input)
    #expect(outputs.map { $0["allowed"] as? Bool } == [true, false])
    #expect(outputs[0]["reason"] is NSNull)
    #expect((outputs[1]["reason"] as? String)?.isEmpty == false)
  }

  @Test func `robots.txt is read for an agent`() throws {
    let file = Data("User-agent: Vetted\nDisallow: /private\n".utf8).base64EncodedString()
    let input = [("Vetted", "private"), ("Vetted", "tea"), ("other", "private")].map { agent, path in
      #"{"id": "\#(path)", "agent": "\#(agent)", "url": "https://a.example/\#(path)", "robotstxt_b64": "\#(file)"}"#
    }
    let outputs = try inspect(["robots"], input: input.joined(separator: "\n"))
    #expect(outputs.map { $0["id"] as? String } == ["private", "tea", "private"])
    #expect(outputs.map { $0["allowed"] as? Bool } == [false, true, true])
  }

  @Test(arguments: ["extract", "sentences", "claims", "search", "stance", "address", "robots"])
  func `a bad line costs only itself`(stage: String) throws {
    let good =
      switch stage {
      case "extract": #"{"id": "good", "html": "<p>Tea."}"#
      case "stance": #"{"id": "good", "claim": "a", "evidence": "b"}"#
      case "address": #"{"id": "good", "url": "a"}"#
      case "robots": #"{"id": "good", "agent": "a", "url": "b", "robotstxt_b64": ""}"#
      default: #"{"id": "good", "text": "Tea."}"#
      }
    let outputs = try inspect([stage], input: "{\n\n{\"id\": \"bad\"}\n\(good)\n", status: 2)
    #expect(outputs.map { ($0["error"] as? [String: Any])?["code"] as? String } == ["bad-record", "bad-record", nil])
    #expect(outputs.dropFirst().map { $0["id"] as? String } == ["bad", "good"])
  }
}
