import Reporting
import Synchronization

/// How far long work is: a bar on one line of a terminal; otherwise plain lines, one at each tenth.
final class ProgressBar: Sendable {
  /// What is counted, such as “feeds”.
  private let unit: String
  /// The least total that is worth plain lines.
  private let leastTotal: Int
  private let lastTenth = Mutex(0)

  private static let width = 24

  init(unit: String, leastTotal: Int = 0) {
    self.unit = unit
    self.leastTotal = leastTotal
  }

  /// - Parameters:
  ///   - done: how many are done.
  ///   - total: of how many.
  ///   - label: which one was done last, or what they are part of.
  func show(_ done: Int, of total: Int, _ label: String) {
    let count = "\(done) of \(total) \(unit), \(label)"
    if Console.errorsAreTerminal {
      Console.progress("[\(Self.bar(done, of: total))] \(count)")
    } else if total >= leastTotal, passesTenth(done, of: total) {
      Console.tell(count)
    }
  }

  /// As many signs as fill the share that is done.
  static func bar(_ done: Int, of total: Int) -> String {
    let filled = width * min(max(done, 0), total) / max(total, 1)
    return String(repeating: "#", count: filled) + String(repeating: "-", count: width - filled)
  }

  private func passesTenth(_ done: Int, of total: Int) -> Bool {
    lastTenth.withLock { last in
      let tenth = 10 * done / max(total, 1)
      defer { last = tenth }
      return tenth != last
    }
  }
}
