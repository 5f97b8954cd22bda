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
    discussion: "A line that cannot be read gives {\"id\", \"error\"} and costs only itself. Offsets count Unicode scalars.",
    subcommands: [
      Extract.self, Sentences.self, Claims.self, Search.self, StanceStage.self, Address.self,
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
  /// Answers each line of standard input, in order.
  func answerLines() throws {
    Console.ignoreBrokenPipes()
    let tool = try makeTool()
    for line in LineReader(.standardInput) where !line.isEmpty { try answer(line: line, with: tool) }
  }

  func run() throws { try answerLines() }

  private func answer(line: [UInt8], with tool: Tool) throws {
    let data = Data(line)
    let id = (try? JSONDecoder().decode(Identified.self, from: data))?.id
    let reporter = JSONReporter(.oneLine)
    do {
      let input = try JSONDecoder().decode(Input.self, from: data)
      Console.write(try reporter.render(Answer(id: id, output: try answer(to: input, with: tool))) + "\n")
    } catch let error as DecodingError {
      Console.write(try reporter.record(id: id, errorCode: "bad-record", message: "\(error)") + "\n")
    } catch {
      Console.write(try reporter.record(id: id, errorCode: "failed", message: "\(error)") + "\n")
    }
  }
}

private struct Identified: Decodable {
  let id: JSONScalar?
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
