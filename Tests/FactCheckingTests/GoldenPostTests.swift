import FactCheckCore
import Foundation
import Testing

/// Posts in real voices under `Tests/Fixtures/checks`, each with what a careful reader says of its claims.
///
/// The expectations were written before the program saw the posts. A verdict that no line allows fails the test.
@Suite struct GoldenPostTests {
  static let folder = "\(RepositoryChecker.root)/Tests/Fixtures/checks"

  static let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
    .filter { $0.hasSuffix(".txt") }.map { String($0.dropLast(4)) }.sorted()

  @Test func `there are posts`() { #expect(Self.names.count >= 60) }

  @Test(arguments: names)
  func `verdicts are those a careful reader gives`(name: String) throws {
    let post = try String(contentsOfFile: "\(Self.folder)/\(name).txt", encoding: .utf8)
    let expected = try Self.expectations(of: name)
    let report = try RepositoryChecker.check(post)
    var decided = report.claims.filter { $0.verdict.label != .unsupported }
    for line in expected {
      let range = try #require(post.range(of: line.quote), "the post has no “\(line.quote)”")
      let span = post.span(of: range)
      let claims = report.claims.filter { $0.claim.span.overlaps(span) }
      decided.removeAll { $0.claim.span.overlaps(span) }
      expect(line, of: claims)
    }
    #expect(decided.isEmpty, "no line expects a verdict on these")
  }

  /// No overlapping claim may have another verdict, and one must have this one where the line demands it.
  private func expect(_ line: ExpectedClaim, of claims: [CheckedClaim]) {
    let wrong = claims.filter { $0.verdict.label != line.verdict && $0.verdict.label != .unsupported }
    #expect(wrong.isEmpty, "“\(line.quote)” is \(line.verdict)")
    guard line.verdict != .unsupported else { return }
    let right = claims.filter { $0.verdict.label == line.verdict && isOn(line.entry, $0) }
    switch line.demand {
    case .verdict:
      #expect(!right.isEmpty, "“\(line.quote)” is \(line.verdict) by \(line.entry ?? "-")")
      #expect(right.allSatisfy { $0.claim.attribution == line.attribution }, "“\(line.quote)” is \(line.attribution)")
    case .verdictOrNone: break
    case .notYet: #expect(right.isEmpty, "the rules reach “\(line.quote)” now: take the ~ off its line")
    }
  }

  private func isOn(_ entry: String?, _ claim: CheckedClaim) -> Bool {
    entry == nil || claim.verdict.evidence.contains { $0.entry == entry }
  }

  private static func expectations(of name: String) throws -> [ExpectedClaim] {
    let text = try String(contentsOfFile: "\(folder)/\(name).expected", encoding: .utf8)
    return try text.split(separator: "\n").filter { !$0.hasPrefix("# ") }.map { line in
      try #require(ExpectedClaim(line), "\(name).expected has a line that cannot be read: \(line)")
    }
  }
}
