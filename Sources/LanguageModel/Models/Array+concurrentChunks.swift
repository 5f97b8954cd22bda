import Dispatch
import Foundation
import Synchronization

extension Array where Element: Sendable {
  /// The results for all elements, in order, worked out in as many runs of neighbours as there are threads.
  ///
  /// - Throws: the first error that the transformation threw, when all runs have ended.
  func concurrentChunks<Result: Sendable>(
    _ threads: Int, _ transform: @Sendable ([Element]) throws -> [Result]
  ) throws -> [Result] {
    guard threads > 1, count > 1 else { return try transform(self) }
    let size = (count + threads - 1) / threads
    let chunks = stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    let results = Mutex<[Int: [Result]]>([:])
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: chunks.count) { index in
      do {
        let result = try transform(chunks[index])
        results.withLock { $0[index] = result }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return results.withLock { results in chunks.indices.flatMap { results[$0] ?? [] } }
  }
}

/// Scores as a distribution: exp(x - max) / Σ.
func softmax(_ scores: [Float]) -> [Float] {
  let largest = scores.max() ?? 0
  let powers = scores.map { exp($0 - largest) }
  let total = powers.reduce(0, +)
  return powers.map { $0 / total }
}
