import FactCheckCore
import Foundation
import Testing

@testable import FactChecking

@Suite struct FigureTests {
  @Test func `F1 is the harmonic mean of precision and recall`() {
    func row(_ said: String, _ right: String) -> Outcome<String> { Outcome(said: said, right: right, confidence: 1) }
    let rows = [row("a", "a"), row("a", "b"), row("b", "a"), row("a", "a"), row("b", "b")]
    #expect(abs(Outcome.f1(of: "a", in: rows) - 2.0 / 3) < 1e-12)
    #expect(abs(Outcome.f1(of: "b", in: rows) - 0.5) < 1e-12)
    #expect(abs(Outcome.macroF1(in: rows) - (2.0 / 3 + 0.5) / 2) < 1e-12)
    #expect(Outcome<String>.macroF1(in: []) == 1)
  }

  @Test func `calibration falls with what confidences miss`() {
    func rows(_ confidence: Double, right: Int, of count: Int) -> [Outcome<Bool>] {
      (0..<count).map { Outcome(said: true, right: $0 < right, confidence: confidence) }
    }
    #expect(abs(Outcome.calibration(of: rows(0.75, right: 3, of: 4)) - 1) < 1e-12)
    #expect(abs(Outcome.calibration(of: rows(0.95, right: 1, of: 2)) - 0.55) < 1e-12)
  }

  @Test func `an interval holds its value and is the same each time`() {
    let rows = (0..<200).map { $0 % 4 == 0 }
    func figure() -> Figure { Figure("share", of: rows) { rows in Double(rows.count { $0 }) / Double(rows.count) } }
    #expect(figure().value == 0.25)
    #expect(figure().interval.contains(0.25))
    #expect(figure().interval == figure().interval)
    #expect(figure().interval.upperBound - figure().interval.lowerBound < 0.2)
  }
}

@Suite struct FloorsTests {
  private func floors() throws -> Floors {
    try JSONDecoder().decode(Floors.self, from: Data(#"{"floors": {"a.jsonl": {"share": 0.5}}, "lowered": []}"#.utf8))
  }

  private func figure(_ successes: Int, of count: Int) -> Figure {
    Figure("share", Proportion((0..<count).map { $0 < successes }))
  }

  @Test func `a figure below its floor is a violation`() throws {
    #expect(try floors().violations(by: [figure(4, of: 10)], of: "a.jsonl").map(\.floor) == [0.5])
    #expect(try floors().violations(by: [figure(5, of: 10)], of: "a.jsonl").isEmpty)
    #expect(try floors().violations(by: [figure(1, of: 10)], of: "b.jsonl").isEmpty)
  }

  @Test func `pinning raises floors, and lowers them only for a reason that is kept`() throws {
    var floors = try floors()
    floors.pin([figure(7, of: 9)], of: "a.jsonl", loweringBecause: nil)
    #expect(floors.floors["a.jsonl"] == ["share": 0.77])
    floors.pin([figure(6, of: 9)], of: "a.jsonl", loweringBecause: nil)
    #expect(floors.floors["a.jsonl"] == ["share": 0.77])
    floors.pin([figure(6, of: 9)], of: "a.jsonl", loweringBecause: "harder rows")
    #expect(floors.floors["a.jsonl"] == ["share": 0.66])
    #expect(floors.lowered.map(\.reason) == ["harder rows"])
  }
}

@Suite struct EvaluationSetTests {
  private func set(_ text: String) throws -> EvaluationSet {
    let path = FileManager.default.temporaryDirectory.appending(path: "vetted-\(UUID()).jsonl").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    return try EvaluationSet(path: path)
  }

  @Test func `the first row tells the kind of the set`() throws {
    if case .stance(let rows) = try set(#"{"claim": "a", "evidence": "b", "label": "NEI"}"#) {
      #expect(rows.map(\.label) == [.neutral])
    } else {
      Issue.record("no stance set")
    }
    guard case .detection = try set(#"{"text": "a", "label": 1, "attribution": "denied"}"#),
      case .retrieval = try set(#"{"text": "a", "entry": "b/c"}"#),
      case .posts = try set(#"{"id": "1", "kind": "trap", "text": "a", "expected": []}"#)
    else {
      Issue.record("another kind")
      return
    }
  }

  @Test(arguments: ["", "[1]", "{", #"{"claim": "a", "evidence": "b", "label": "perhaps"}"#, #"{"text": "a"}"#])
  func `a file that is no set is an error that names it`(text: String) {
    #expect(throws: FactCheckingError.self) { try set(text) }
  }
}
