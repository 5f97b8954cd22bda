import Foundation
import GRDB

/// An inverted index of the phrasings in the making: for each term, which phrasings have it and how often.
///
/// SQLite's FTS5 ranks by BM25 too, but looks up the length of every row that matches: 10 ms for a sentence with common words
/// among 20,000 phrasings, where adding up whole lists takes a fiftieth.
struct PhrasingIndexBuilder {
  private var postings: [String: [Posting]] = [:]
  private var lengths: [UInt8] = []

  /// Adds the terms of the next phrasing; phrasings are numbered from 0.
  mutating func add(_ terms: [String]) {
    let number = lengths.count
    lengths.append(UInt8(clamping: terms.count))
    for (term, count) in Dictionary(terms.map { ($0, 1) }, uniquingKeysWith: +) {
      postings[term, default: []].append(Posting(phrasing: number, count: count))
    }
  }

  func write(into database: Database) throws {
    let row = try database.cachedStatement(sql: "INSERT INTO terms VALUES (?, ?, ?)")
    for (term, postings) in postings.sorted(by: { $0.key < $1.key }) {
      try row.execute(arguments: [term, postings.count, Posting.data(of: postings)])
    }
    try database.execute(sql: "INSERT INTO lengths VALUES (?)", arguments: [Data(lengths)])
  }
}

/// An occurrence of a term.
struct Posting {
  /// The number of the phrasing, in the upper 24 bits, and how often the term occurs in it, in the lower 8.
  private let bits: UInt32

  init(phrasing: Int, count: Int) { bits = UInt32(phrasing) << 8 | UInt32(min(count, 255)) }

  private init(bits: UInt32) { self.bits = bits }

  var phrasing: Int { Int(bits >> 8) }
  var count: Int { Int(bits & 0xFF) }

  /// Four bytes for each, the least significant first.
  static func data(of postings: [Posting]) -> Data {
    postings.reduce(into: Data()) { data, posting in
      withUnsafeBytes(of: posting.bits.littleEndian) { data.append(contentsOf: $0) }
    }
  }

  /// Calls a function for each posting in the data.
  static func forEach(in data: Data, _ body: (Posting) -> Void) {
    data.withUnsafeBytes { bytes in
      for offset in stride(from: 0, to: bytes.count - 3, by: 4) {
        body(Posting(bits: UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))))
      }
    }
  }
}

/// Scores phrasings against the terms of a query by BM25 (Robertson and Zaragoza, The Probabilistic Relevance Framework, 2009)
/// with the usual k₁ = 1.2 and b = 0.75.
struct BM25: Sendable {
  private static let k1: Float = 1.2
  private static let b: Float = 0.75

  /// For each phrasing k₁(1 − b + b · length / average length), what the frequency of a term is held against.
  private let saturation: [Float]

  /// - Parameter lengths: the number of terms of each phrasing.
  init(lengths: [UInt8]) {
    let total = lengths.reduce(0) { $0 + Int($1) }
    let average = Float(max(1, total)) / Float(max(1, lengths.count))
    saturation = lengths.map { Self.k1 * (1 - Self.b + Self.b * Float($0) / average) }
  }

  /// The number of phrasings.
  var count: Int { saturation.count }

  /// The best phrasings for the terms whose stored postings are given, the best first; of equals, the one with the smaller
  /// number.
  func best(_ limit: Int, in lists: [Data]) -> [(phrasing: Int, score: Float)] {
    var scores = [Float](repeating: 0, count: count)
    for list in lists {
      let occurrences = Float(list.count / 4)
      let weight = log(1 + (Float(count) - occurrences + 0.5) / (occurrences + 0.5)) * (Self.k1 + 1)
      Posting.forEach(in: list) { posting in
        guard posting.phrasing < scores.count else { return }
        let frequency = Float(posting.count)
        scores[posting.phrasing] += weight * frequency / (frequency + saturation[posting.phrasing])
      }
    }
    return scores.largest(limit).filter { $0.score > 0 }
  }
}

extension [Float] {
  /// The largest numbers with their indices, the largest first; of equals, the one with the smaller index.
  func largest(_ limit: Int) -> [(phrasing: Int, score: Float)] {
    var best: [(phrasing: Int, score: Float)] = []
    for (phrasing, score) in enumerated() {
      if best.count == limit {
        guard let last = best.last, score > last.score else { continue }
        best.removeLast()
      }
      best.insert((phrasing, score), at: best.partitioningIndex { $0.score < score })
    }
    return best
  }
}

extension Array {
  /// The first index whose element and all behind it satisfy the predicate, which must divide the array so.
  fileprivate func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if belongsBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
