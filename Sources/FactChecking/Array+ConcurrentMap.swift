import Dispatch
import Synchronization

extension Array where Element: Sendable {
  /// The results of a transformation, in order, worked out on all cores.
  ///
  /// - Throws: the first error that the transformation threw, when all elements have been tried.
  func concurrentMap<Result: Sendable>(_ transform: @Sendable (Element) throws -> Result) throws -> [Result] {
    let results = Mutex<[Result?]>(.init(repeating: nil, count: count))
    let failure = Mutex<(any Error)?>(nil)
    DispatchQueue.concurrentPerform(iterations: count) { index in
      do {
        let result = try transform(self[index])
        results.withLock { $0[index] = result }
      } catch {
        failure.withLock { $0 = $0 ?? error }
      }
    }
    if let error = failure.withLock({ $0 }) { throw error }
    return results.withLock { $0.compactMap(\.self) }
  }
}
