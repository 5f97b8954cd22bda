import FactCheckCore
import FactChecking
import Foundation
import Reporting

/// Checks NDJSON: one record a line in, one line out, in order. A bad line costs only its own record.
struct RecordChecker {
  let reader: InputReader
  let checker: NotingChecker

  private let reporter = JSONReporter(.oneLine)

  init(reader: InputReader, checker: NotingChecker) {
    self.reader = reader
    self.checker = checker
  }

  private struct Record: Decodable {
    let id: JSONScalar?
    let text: String?
    let url: String?
  }

  /// Texts, addresses and saved pages are checked themselves; other files and standard input hold records.
  func check(_ inputs: [Input]) throws -> ExitStatus {
    var status = ExitStatus.clean
    for input in inputs {
      do {
        switch input {
        case .text, .url, .savedPage: status = max(status, try answer(id: nil) { input })
        case .standardInput: status = max(status, try check(LineReader(.standardInput)))
        case .file(let path): status = max(status, try check(LineReader(try ByteSource(path: path))))
        }
      } catch let error as InputError {
        Console.tell(error.description)
        status = .failed
      }
    }
    return status
  }

  private func check(_ lines: consuming LineReader) throws -> ExitStatus {
    var lines = lines
    var status = ExitStatus.clean
    while let line = try lines.next() { status = max(status, try check(line, number: lines.number)) }
    return status
  }

  private func check(_ line: LineReader.Line, number: Int) throws -> ExitStatus {
    guard case .bytes(let bytes) = line else { return try answer(id: nil) { throw RecordError.tooLong(line: number) } }
    do {
      let record = try JSONDecoder().decode(Record.self, from: Data(bytes))
      return try answer(id: record.id) { try Self.input(of: record, line: number) }
    } catch let error as DecodingError {
      return try answer(id: RecordID(in: bytes)?.id) { throw RecordError.bad(line: number, error.summary) }
    }
  }

  private static func input(of record: Record, line: Int) throws -> Input {
    switch (record.text, record.url) {
    case (let text?, nil): .text(text)
    case (nil, let url?): .url(url)
    default: throw RecordError.bad(line: line, "it needs either a “text” or a “url”")
    }
  }

  /// Writes the line for a record.
  private func answer(id: JSONScalar?, to input: () throws -> Input) throws -> ExitStatus {
    do {
      let report = try checker.check(try reader.content(of: try input()))
      Console.write(try reporter.record(id: id, report: report) + "\n")
      return report.exitStatus
    } catch {
      Console.write(try reporter.record(id: id, errorCode: errorCode(of: error), message: "\(error)") + "\n")
      return .failed
    }
  }
}

/// The `id` of a record of which nothing else need be right.
struct RecordID: Decodable {
  let id: JSONScalar?

  init?(in line: [UInt8]) {
    guard let record = try? JSONDecoder().decode(Self.self, from: Data(line)) else { return nil }
    self = record
  }
}
