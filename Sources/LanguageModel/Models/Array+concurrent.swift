import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a transformation, in order, worked out on several threads; each takes the next element when it has
  /// finished one.
  ///
  /// - Throws: the first error that the transformation threw, when all elements have been tried.
  package func concurrentMap<Result: Sendable>(
    _ threads: Int, _ transform: @Sendable (Element) throws -> Result
  ) throws -> [Result] {
    guard threads > 1, count > 1 else { return try map(transform) }
    let next = Atomic(0)
    let results = Mutex<[Result?]>(.init(repeating: nil, count: count))
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: Swift.min(threads, count)) { _ in
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < count else { return }
        do {
          let result = try transform(self[index])
          results.withLock { $0[index] = result }
        } catch {
          failure.withLock { $0 = $0 ?? error }
        }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return results.withLock { $0.compactMap(\.self) }
  }

  /// The results for all elements, in order, worked out in as many runs of neighbours as there are threads.
  ///
  /// - Throws: the first error that the transformation threw, when all runs have ended.
  func concurrentChunks<Result: Sendable>(
    _ threads: Int, _ transform: @Sendable ([Element]) throws -> [Result]
  ) throws -> [Result] {
    guard threads > 1, count > 1 else { return try transform(self) }
    let size = (count + threads - 1) / threads
    let chunks = stride(from: 0, to: count, by: size).map { Array(self[$0..<Swift.min($0 + size, count)]) }
    return try chunks.concurrentMap(threads, transform).flatMap(\.self)
  }
}
