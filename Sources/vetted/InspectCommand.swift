import ArgumentParser
import FactCheckCore
import FactChecking
import Foundation
import Reporting
import WebFetching

/// `vetted inspect`: one stage alone, for people who debug, compose or measure.
struct InspectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Run one stage alone: NDJSON in, NDJSON out.",
    discussion:
      "A line that cannot be read gives {\"id\", \"error\"} and costs only itself. Offsets count Unicode scalars.",
    subcommands: [
      Extract.self, Sentences.self, Claims.self, Search.self, StanceStage.self, Address.self, Robots.self,
      FeedStage.self,
    ])
}

/// A stage of `vetted inspect`: turns one record into another.
protocol InspectedStage: ParsableCommand {
  associatedtype Input: Decodable
  associatedtype Output: Encodable

  /// What is made once, before the first record.
  associatedtype Tool

  func makeTool() throws -> Tool
  func answer(to input: Input, with tool: Tool) throws -> Output
}

extension InspectedStage {
  func run() throws { try answerLines() }

  /// Answers each line of standard input, in order.
  func answerLines() throws {
    let tool = try makeTool()
    var status = ExitStatus.clean
    var lines = LineReader(.standardInput)
    while let line = try lines.next() { status = max(status, try answer(line, number: lines.number, with: tool)) }
    try status.exit()
  }

  /// Writes the line for a record: its output, or why there is none.
  func answer(id: JSONScalar?, with output: () throws -> Output) throws -> ExitStatus {
    let reporter = JSONReporter(.oneLine)
    do {
      Console.write(try reporter.render(Answer(id: id, output: try output())) + "\n")
      return .clean
    } catch {
      Console.write(try reporter.record(id: id, errorCode: errorCode(of: error), message: "\(error)") + "\n")
      return .failed
    }
  }

  private func answer(_ line: LineReader.Line, number: Int, with tool: Tool) throws -> ExitStatus {
    guard case .bytes(let bytes) = line else { return try answer(id: nil) { throw RecordError.tooLong(line: number) } }
    return try answer(id: RecordID(in: bytes)?.id) {
      do {
        return try answer(to: try JSONDecoder().decode(Input.self, from: Data(bytes)), with: tool)
      } catch let error as DecodingError {
        throw RecordError.bad(line: number, error.summary)
      }
    }
  }
}

/// The fields of an output with the `id` of its input.
struct Answer<Output: Encodable>: Encodable {
  let id: JSONScalar?
  let output: Output

  private enum Key: String, CodingKey { case id }

  func encode(to encoder: any Encoder) throws {
    try output.encode(to: encoder)
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(id, forKey: .id)
  }
}

/// A record with a text.
struct TextRecord: Decodable {
  let text: String
}
