import FactCheckCore
import FactChecking
import Foundation
import Reporting

/// Checks NDJSON: one record a line in, one line out, in order. A bad line costs only its own record.
struct RecordChecker {
  let reader: InputReader
  let checker: FactChecker
  private let reporter = JSONReporter(.oneLine)

  init(reader: InputReader, checker: FactChecker) {
    self.reader = reader
    self.checker = checker
  }

  private struct Record: Decodable {
    let id: JSONScalar?
    let text: String?
    let url: String?
  }

  func check(_ inputs: [Input]) throws -> ExitStatus {
    var status = ExitStatus.clean
    for input in inputs {
      switch input {
      case .text, .url:
        status = max(status, try answer(id: nil, to: input))
      case .standardInput:
        status = max(status, try check(lines: LineReader(.standardInput)))
      case .file(let path):
        guard let handle = FileHandle(forReadingAtPath: path) else {
          Console.tell(InputError.missing(path).description)
          status = .failed
          continue
        }
        status = max(status, try check(lines: LineReader(handle)))
      }
    }
    return status
  }

  private func check(lines: LineReader) throws -> ExitStatus {
    var status = ExitStatus.clean
    for (index, line) in lines.enumerated() where !line.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) {
      status = max(status, try check(line: line, number: index + 1))
    }
    return status
  }

  private func check(line: [UInt8], number: Int) throws -> ExitStatus {
    guard let record = try? JSONDecoder().decode(Record.self, from: Data(line)) else {
      return try fail(id: nil, code: "bad-record", "line \(number) is not a JSON object with an id and a text or url")
    }
    switch (record.text, record.url) {
    case (let text?, nil): return try answer(id: record.id, to: .text(text))
    case (nil, let url?): return try answer(id: record.id, to: .url(url))
    default: return try fail(id: record.id, code: "bad-record", "line \(number) needs either a text or a url")
    }
  }

  private func answer(id: JSONScalar?, to input: Input) throws -> ExitStatus {
    do {
      let report = try checker.check(try reader.content(of: input))
      Console.write(try reporter.record(id: id, report: report) + "\n")
      return report.exitStatus
    } catch {
      return try fail(id: id, code: (error as? InputError)?.code ?? "failed", "\(error)")
    }
  }

  private func fail(id: JSONScalar?, code: String, _ message: String) throws -> ExitStatus {
    Console.write(try reporter.record(id: id, errorCode: code, message: message) + "\n")
    return .failed
  }
}
