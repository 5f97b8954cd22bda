import Foundation
import Testing

@testable import KnowledgeBase

@Suite struct BM25Tests {
  private func list(_ postings: [(Int, Int)]) -> Data {
    Posting.data(of: postings.map { Posting(phrasing: $0.0, count: $0.1) })
  }

  @Test func `postings read as they were written`() {
    var read: [[Int]] = []
    Posting.forEach(in: list([(0, 1), (70_000, 3), (16_777_215, 400)])) { read.append([$0.phrasing, $0.count]) }
    #expect(read == [[0, 1], [70_000, 3], [16_777_215, 255]])
  }

  @Test func `a score is that of the formula`() throws {
    let best = BM25(lengths: [4, 8, 6]).best(5, in: [list([(1, 2)])])
    let idf = log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    let expected = idf * 2 * 2.2 / (2 + 1.2 * (0.25 + 0.75 * 8 / 6))
    #expect(best.map(\.phrasing) == [1])
    #expect(abs(Double(try #require(best.first).score) - expected) < 1e-5)
  }

  @Test func `rare terms and short texts count more`() {
    let ranking = BM25(lengths: [5, 5, 5, 20])
    let common = list([(0, 1), (1, 1), (2, 1), (3, 1)])
    #expect(ranking.best(4, in: [common, list([(2, 1)])]).map(\.phrasing) == [2, 0, 1, 3])
    #expect(ranking.best(2, in: [common]).map(\.phrasing) == [0, 1])
  }

  @Test(arguments: [[], [0xFF], [0xFF, 0xFF, 0xFF, 0xFF, 0x01]])
  func `broken lists do no harm`(bytes: [UInt8]) {
    #expect(BM25(lengths: [1, 2]).best(3, in: [Data(bytes)]).isEmpty)
    #expect(BM25(lengths: []).best(3, in: [Data(bytes)]).isEmpty)
  }
}
