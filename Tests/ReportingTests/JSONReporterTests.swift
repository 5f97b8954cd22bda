import FactCheckCore
import Foundation
import Reporting
import Testing

@Suite struct JSONReporterTests {
  @Test func `each verdict is written in the schema`() throws {
    for (name, report) in try Samples.everyVerdict() {
      try Snapshot.expect(try JSONReporter().render(report) + "\n", "\(name).json")
    }
  }

  @Test func `the same report gives the same bytes`() throws {
    let report = try Samples.everyVerdict()[0].report
    #expect(try Set((0..<20).map { _ in try JSONReporter().render(report) }).count == 1)
  }

  @Test func `spans count Unicode scalars`() throws {
    let report = try Samples.report("😀é «お茶»", .unsupported(.topicNotCovered, nearest: []))
    let json = try JSONReporter(.oneLine).render(report)
    #expect(
      json.contains(#""quote":"お茶","reason":"topic-not-covered","span":{"end":5,"start":3,"unit":"unicodeScalar"}"#))
  }

  @Test func `a record is one line whatever it holds`() throws {
    let report = try Samples.report("«tea\r\n\u{2028}\u{85}\u{0}»", .unsupported(.needsContext, nearest: []))
    let line = try JSONReporter(.oneLine).record(id: "a\nb", report: report)
    #expect(!line.utf8.contains(UInt8(ascii: "\n")) && !line.utf8.contains(UInt8(ascii: "\r")))
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(object?["id"] as? String == "a\nb")
    #expect(object?["error"] == nil)
  }

  @Test func `a record that failed has an error instead of a report`() throws {
    let line = try JSONReporter(.oneLine).record(
      id: nil as Int?, errorCode: "bad-record", message: "line 1: it is not JSON")
    #expect(line == #"{"error":{"code":"bad-record","message":"line 1: it is not JSON"},"id":null}"#)
  }

  @Test func `absent values are null`() throws {
    let json = try JSONReporter(.oneLine).render(try Samples.report("tea", [], source: .init(kind: .text)))
    #expect(
      json.hasSuffix(
        #""source":{"author":null,"digest":"sha256:c0ffee","fetched":null,"finalURL":null,"kind":"text","language":null,"#
          + #""published":null,"siteName":null,"title":null,"url":null}}"#))
  }
}
